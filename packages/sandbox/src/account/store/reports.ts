import { campaignChannelWords } from './file-words.ts';
import type { Statements } from './statements.ts';

/** What can happen to a contact (the column `action` of the table `activity`). */
export type Action = 'sent' | 'view' | 'click' | 'bounce' | 'complaint' | 'removed';

/** What happened to a contact. */
export interface Activity {
  readonly contact: number;
  /** `YYYY-MM-DD HH:MM:SS` */
  readonly moment: string;
  readonly action: Action;
  /** Hash of the campaign. */
  readonly campaign: string;
  /** Address of the link that was clicked on. */
  readonly url?: string | undefined;
}

export async function addActivity(
  sql: Statements,
  { contact, moment, action, campaign, url }: Activity,
): Promise<void> {
  await sql.run(
    'INSERT INTO activity (contact, moment, action, campaign, detail) VALUES (?, ?, ?, ?, ?)',
    contact,
    moment,
    action,
    campaign,
    url ?? null,
  );
}

/** Something that happened to a contact apart from campaigns. */
export interface OtherActivity {
  readonly contact: number;
  /** `YYYY-MM-DD HH:MM:SS` */
  readonly moment: string;
  /** What happened, in the account's words. */
  readonly action: string;
  /** Number of the tag or automation. */
  readonly detail?: number | undefined;
}

/** Records what happened to many contacts. */
export async function addActivities(
  sql: Statements,
  activities: readonly OtherActivity[],
): Promise<void> {
  if (activities.length === 0) return;
  await sql.run(
    `INSERT INTO activity (contact, moment, action, detail)
      SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?)`,
    JSON.stringify(
      activities.map(({ contact, moment, action, detail }) => [contact, moment, action, detail]),
    ),
  );
}

export async function wasSentTo(
  sql: Statements,
  campaign: string,
  contact: number,
): Promise<boolean> {
  const rows = await sql.rows(
    "SELECT id FROM activity WHERE campaign = ? AND action = 'sent' AND contact = ? LIMIT 1",
    campaign,
    contact,
  );
  return rows.length > 0;
}

/** How often something happened in a campaign, and to how many contacts. */
export interface ActionCount {
  readonly action: Action;
  readonly times: number;
  readonly contacts: number;
}

export function countActions(sql: Statements, campaign: string): Promise<ActionCount[]> {
  return sql.rows<ActionCount>(
    `SELECT action, count(*) AS times, count(DISTINCT contact) AS contacts
      FROM activity WHERE campaign = ? GROUP BY action`,
    campaign,
  );
}

/** The messages of a campaign, also those to addresses that are no contact's. */
export async function countMessages(sql: Statements, campaign: number): Promise<number> {
  const [row] = await sql.rows<{ sent: number }>(
    `SELECT count(*) AS sent FROM sending JOIN message ON message.sending = sending.id
      WHERE sending.campaign = ?`,
    campaign,
  );
  return row?.sent ?? 0;
}

/** The messages to a list, of all campaigns. */
export async function countMessagesTo(sql: Statements, list: number): Promise<number> {
  const [row] = await sql.rows<{ sent: number }>(
    `SELECT count(*) AS sent FROM sending JOIN message ON message.sending = sending.id
      WHERE sending.list = ?`,
    list,
  );
  return row?.sent ?? 0;
}

/** What a contact's record counts. */
export interface ContactCounts {
  readonly contact: number;
  readonly bounces: number;
  readonly email_sent: number;
  readonly email_views: number;
  readonly clicks: number;
  readonly sms_sent: number;
  readonly sms_bounces: number;
  readonly fax_sent: number;
  readonly voice_calls_sent: number;
}

/** The counts of contacts; those to whom nothing happened have none. */
export function countsOfContacts(
  sql: Statements,
  contacts: readonly number[],
): Promise<ContactCounts[]> {
  return sql.rows<ContactCounts>(
    `SELECT contact,
        sum(action = 'bounce' AND channel = 'email') AS bounces,
        sum(action = 'sent' AND channel = 'email') AS email_sent,
        sum(action = 'view' AND channel = 'email') AS email_views,
        sum(action = 'click') AS clicks,
        sum(action = 'sent' AND channel = '${campaignChannelWords.toFile('sms')}') AS sms_sent,
        sum(action = 'bounce' AND channel = '${campaignChannelWords.toFile('sms')}') AS sms_bounces,
        sum(action = 'sent' AND channel = 'fax') AS fax_sent,
        sum(action = 'sent' AND channel = 'voice') AS voice_calls_sent
      FROM activity JOIN campaign ON campaign.hash = activity.campaign
      WHERE contact IN (SELECT value FROM json_each(?)) GROUP BY contact`,
    JSON.stringify(contacts),
  );
}
