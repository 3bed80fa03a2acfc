import type { CampaignChannel } from '../account/store/campaigns.ts';
import { campaignChannelWords } from '../account/store/file-words.ts';
import type { Statements } from '../account/store/statements.ts';
import type { ViewPage } from './view-page.ts';

/** A send of a campaign, without whom it went to. */
export interface SentMessage {
  readonly sending: number;
  readonly campaign: string;
  readonly channel: CampaignChannel;
  readonly list: number;
  /** `YYYY-MM-DD HH:MM:SS` */
  readonly moment: string;
  readonly sender: string;
  readonly senderName: string;
  readonly subject: string;
  /** HTML of an e-mail, text of an SMS. */
  readonly body: string;
  /** Address of the page with the contents, which is not fetched; `''` where there is none. */
  readonly url: string;
  /** How many it went to. */
  readonly recipients: number;
}

/** One whom a message went to. */
export interface MessageRecipient {
  /** `null` for an address that is no contact's. */
  readonly uid: string | null;
  readonly address: string;
  /** What the recipient did with the campaign. */
  readonly actions: readonly string[];
}

export async function sentMessages(
  sql: Statements,
  which: string,
  ...values: readonly number[]
): Promise<SentMessage[]> {
  const rows = await sql.rows<Omit<SentMessage, 'channel'> & { readonly channel: string }>(
    `SELECT sending.id AS sending, campaign.hash AS campaign, campaign.channel, sending.list,
        sending.moment, sending.sender, sending.sender_name AS senderName, sending.subject,
        sending.message AS body, campaign.url,
        (SELECT count(*) FROM message WHERE message.sending = sending.id) AS recipients
      FROM sending JOIN campaign ON campaign.id = sending.campaign ${which}`,
    ...values,
  );
  return rows.map((row) => ({ ...row, channel: campaignChannelWords.fromFile(row.channel) }));
}

export async function recipientsOf(
  sql: Statements,
  sending: number,
  { start, limit }: ViewPage,
): Promise<MessageRecipient[]> {
  const rows = await sql.rows<{ uid: string | null; address: string; actions: string }>(
    `SELECT message.uid, message.address,
        (SELECT json_group_array(action) FROM (SELECT DISTINCT action FROM activity
          WHERE activity.campaign = campaign.hash AND activity.contact = message.contact
            AND action <> 'sent' ORDER BY activity.id)) AS actions
      FROM message JOIN sending ON sending.id = message.sending
        JOIN campaign ON campaign.id = sending.campaign
      WHERE message.sending = ? ORDER BY message.id LIMIT ? OFFSET ?`,
    sending,
    limit,
    start,
  );
  return rows.map(({ actions, ...row }) => ({
    ...row,
    actions: (JSON.parse(actions) as (string | null)[]).filter((action) => action !== null),
  }));
}
