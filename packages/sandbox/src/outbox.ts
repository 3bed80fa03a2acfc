import { campaignChannelNames } from './v2/calls/api-words.ts';
import type { CampaignChannel } from './account/store/campaigns.ts';
import { allMessages } from './account/store/messages.ts';
import type { Statements } from './account/store/statements.ts';

/** A message that the account sent, as `outbox()` tells it. Nothing of it leaves the sandbox. */
export interface OutboxMessage {
  /** Hash of the campaign. */
  readonly campaign: string;
  readonly channel: (typeof campaignChannelNames)[CampaignChannel];
  /** Number of the list. */
  readonly list: number;
  /** When it was sent, `YYYY-MM-DD HH:MM:SS`. */
  readonly moment: string;
  /** `UID` of the contact; `null` for a number that is no contact's. */
  readonly subscriber: string | null;
  /** The e-mail address or the number that it went to. */
  readonly address: string;
  /** Address, number or text of the sender; `''` for a fax, and for a call that v2 made, which name none. */
  readonly sender: string;
  /** Name that the sender shows; `''` where it shows none. */
  readonly senderName: string;
  readonly subject: string;
  /** HTML of an e-mail, text of an SMS, as it was given: nothing in it is replaced. */
  readonly body: string;
  /** Address of the page with the contents, which is not fetched; `''` where there is none. */
  readonly url: string;
  /** The ZIP file, fax or recording, base64. */
  readonly file: string | null;
  /** Number of the header and footer template. */
  readonly template: number | null;
}

/** Everything that was sent, the oldest first. Messages of one send share their texts in memory. */
export async function readOutbox(sql: Statements): Promise<OutboxMessage[]> {
  const { sendings, messages } = await allMessages(sql);
  const bySending = new Map(
    sendings.map(({ id, message: body, channel, file, ...shared }) => [
      id,
      {
        ...shared,
        channel: campaignChannelNames[channel],
        body,
        file: file?.toString('base64') ?? null,
      },
    ]),
  );
  return messages.flatMap(({ sending: id, uid, address }) => {
    const sending = bySending.get(id);
    return sending === undefined ? [] : [{ ...sending, subscriber: uid, address }];
  });
}
