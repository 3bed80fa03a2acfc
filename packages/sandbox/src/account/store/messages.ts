import type { SqlCondition } from './segment-sql.ts';
import { activeStatus, type Contact } from './contacts.ts';
import type { Campaign, CampaignChannel } from './campaigns.ts';
import { campaignChannelWords } from './file-words.ts';
import type { SqlValue, Statements } from './statements.ts';

/** What the messages of one send have in common. */
export interface Sending {
  readonly list: number;
  /** `YYYY-MM-DD HH:MM:SS` */
  readonly moment: string;
  /** Address, number or text of the sender; `''` where the channel has none. */
  readonly sender: string;
  /** Name that the sender shows; `''` where it shows none. */
  readonly senderName: string;
  readonly subject: string;
  readonly message: string;
  /** Number of the header and footer template. */
  readonly template: number | null;
}

/** One who gets a message: a contact of the list, or only an address. */
export interface Recipient {
  readonly contact: number | null;
  readonly uid: string | null;
  readonly address: string;
}

/** Where contacts are reached, in SQL. */
const destinations = {
  email: 'email',
  cellphone: 'cellphone',
  telephone: 'telephone',
  fax: 'fax',
  cellphoneElseTelephone: 'ifnull(cellphone, telephone)',
  telephoneElseCellphone: 'ifnull(telephone, cellphone)',
} as const;

/** Where contacts are reached: in a field, in one of two, or in the extra field with a number. */
export type Destination = keyof typeof destinations | number;

const usualDestinations: Readonly<Record<CampaignChannel, Destination>> = {
  email: 'email',
  sms: 'cellphone',
  fax: 'fax',
  voice: 'cellphoneElseTelephone',
};

/** How a campaign goes to many. */
export interface Distribution {
  /** Where they are reached. @default as is usual for the channel */
  readonly destination?: Destination | undefined;
  /** Whether an address that several contacts have gets one message. @default false */
  readonly isOncePerAddress?: boolean | undefined;
  /** How many get it at most: a number, or a percentage of them. @default all */
  readonly most?: { readonly contacts: number } | { readonly percent: number } | undefined;
}

/** Some who get a campaign, one by one. */
export interface NamedRecipients {
  readonly named: readonly Recipient[];
}

/** Who gets a campaign: named ones, or the active contacts that conditions choose; no condition chooses all. */
export type Recipients =
  | NamedRecipients
  | ({ readonly chosen: readonly SqlCondition[] } & Distribution);

/**
 * Sends a campaign: a few statements, whoever many get it.
 *
 * @returns the number of the sending, and how many messages were sent
 */
export async function sendMessages(
  sql: Statements,
  campaign: Campaign,
  sending: Sending,
  recipients: Recipients,
): Promise<{ readonly id: number; readonly sent: number }> {
  const id = await insertSending(sql, campaign, sending, 'chosen' in recipients);
  if ('named' in recipients) {
    await sql.run(
      `INSERT INTO message (sending, contact, uid, address)
        SELECT ?, value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`,
      id,
      JSON.stringify(recipients.named.map(({ contact, uid, address }) => [contact, uid, address])),
    );
  } else {
    const { most } = recipients;
    const { query, values } = reached(campaign.channel, sending.list, recipients);
    const limit = most === undefined ? -1 : await countOf(sql, { query, values }, most);
    await sql.run(
      `INSERT INTO message (sending, contact, uid, address)
        SELECT ?, id, uid, address FROM (${query}) ORDER BY position LIMIT ?`,
      id,
      ...values,
      limit,
    );
  }
  await sql.run(
    `INSERT INTO activity (contact, moment, action, campaign)
      SELECT contact, ?, 'sent', ? FROM message WHERE sending = ? AND contact IS NOT NULL`,
    sending.moment,
    campaign.hash,
    id,
  );
  await sql.run(
    'UPDATE campaign SET started = ifnull(started, ?), ended = ? WHERE id = ?',
    sending.moment,
    sending.moment,
    campaign.id,
  );
  const [row] = await sql.rows<{ sent: number }>(
    'SELECT count(*) AS sent FROM message WHERE sending = ?',
    id,
  );
  return { id, sent: row?.sent ?? 0 };
}

/** The contacts who got the messages of a sending, in the order of the messages. */
export function contactsSentTo(
  sql: Statements,
  sending: number,
  limit: number,
): Promise<Contact[]> {
  return sql.rows<Contact>(
    `SELECT contact.* FROM message JOIN contact ON contact.id = message.contact
      WHERE sending = ? ORDER BY message.id LIMIT ?`,
    sending,
    limit,
  );
}

/** A statement that reads, with the values that it binds. */
interface SqlQuery {
  readonly query: string;
  readonly values: readonly SqlValue[];
}

/** The contacts that are reached, each with its address, as a statement. */
function reached(
  channel: CampaignChannel,
  list: number,
  { chosen, destination = usualDestinations[channel], isOncePerAddress = false }: Chosen,
): SqlQuery {
  const isField = typeof destination === 'number';
  const address = isField
    ? '(SELECT value FROM extra_value WHERE extra_value.contact = contact.id AND field = ?)'
    : destinations[destination];
  const conditions = chosen.map(({ where }) => `(${where})`);
  const all = `SELECT id, uid, position, ${address} AS address FROM contact
    WHERE list = ? AND status = ? AND (${conditions.join(' OR ') || 'TRUE'})`;
  // Beside a minimum, the other columns are those of its row.
  const columns = isOncePerAddress ? 'min(position) AS position' : 'position';
  return {
    query: `SELECT id, uid, address, ${columns} FROM (${all}) WHERE address IS NOT NULL
      ${isOncePerAddress ? 'GROUP BY lower(address)' : ''}`,
    values: [
      ...(isField ? [destination] : []),
      list,
      activeStatus,
      ...chosen.flatMap(({ values }) => values),
    ],
  };
}

type Chosen = Extract<Recipients, { readonly chosen: unknown }>;

async function countOf(
  sql: Statements,
  { query, values }: SqlQuery,
  most: NonNullable<Distribution['most']>,
): Promise<number> {
  if ('contacts' in most) return most.contacts;
  const [row] = await sql.rows<{ all: number }>(
    `SELECT count(*) AS "all" FROM (${query})`,
    ...values,
  );
  return Math.ceil(((row?.all ?? 0) * most.percent) / 100);
}

async function insertSending(
  sql: Statements,
  campaign: Campaign,
  { list, moment, sender, senderName, subject, message, template }: Sending,
  isBroadcast: boolean,
): Promise<number> {
  const [row] = await sql.rows<{ id: number }>(
    `INSERT INTO sending
        (campaign, list, moment, sender, sender_name, subject, message, template, broadcast)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
    campaign.id,
    list,
    moment,
    sender,
    senderName,
    subject,
    message,
    template,
    isBroadcast ? 1 : 0,
  );
  return row?.id ?? 0;
}

/** Tells whether a campaign went to a list or to segments, and not to named recipients alone. */
export async function wasBroadcast(sql: Statements, campaign: number): Promise<boolean> {
  const rows = await sql.rows(
    'SELECT id FROM sending WHERE campaign = ? AND broadcast = 1 LIMIT 1',
    campaign,
  );
  return rows.length > 0;
}

/** Tells whether a campaign was sent to a list since a moment. */
export async function wasSentSince(sql: Statements, list: number, since: string): Promise<boolean> {
  const rows = await sql.rows(
    'SELECT id FROM sending WHERE list = ? AND moment >= ? LIMIT 1',
    list,
    since,
  );
  return rows.length > 0;
}

/** Takes contacts out of what was sent: who got it, and where. */
export async function forgetMessages(sql: Statements, contacts: readonly number[]): Promise<void> {
  await sql.run(
    `UPDATE message SET uid = NULL, address = ''
      WHERE contact IN (SELECT value FROM json_each(?))`,
    JSON.stringify(contacts),
  );
}

/** The lists that a campaign was sent to. */
export async function listsSentTo(sql: Statements, campaign: number): Promise<number[]> {
  const rows = await sql.rows<{ list: number }>(
    'SELECT DISTINCT list FROM sending WHERE campaign = ? ORDER BY list',
    campaign,
  );
  return rows.map(({ list }) => list);
}

/** A send with its campaign, as the outbox shows it. */
export interface SentCampaign extends Sending {
  readonly id: number;
  readonly campaign: string;
  readonly channel: CampaignChannel;
  readonly url: string;
  readonly file: Buffer | undefined;
}

/** Everything that was sent, the oldest first; what messages have in common comes once. */
export async function allMessages(sql: Statements): Promise<{
  readonly sendings: SentCampaign[];
  readonly messages: (Recipient & { readonly sending: number })[];
}> {
  const rows = await sql.rows<SendingRow>(
    `SELECT sending.id, sending.list, sending.moment, sending.sender,
        sending.sender_name AS senderName, sending.subject,
        sending.message, sending.template, campaign.hash AS campaign, campaign.channel, campaign.url,
        campaign_file.base64 AS file
      FROM sending JOIN campaign ON campaign.id = sending.campaign
        LEFT JOIN campaign_file ON campaign_file.campaign = campaign.id ORDER BY sending.id`,
  );
  return {
    sendings: rows.map((row) => ({
      ...row,
      channel: campaignChannelWords.fromFile(row.channel),
      file: row.file === null ? undefined : Buffer.from(row.file, 'base64'),
    })),
    messages: await sql.rows('SELECT sending, contact, uid, address FROM message ORDER BY id'),
  };
}

type SendingRow = Omit<SentCampaign, 'channel' | 'file'> & {
  readonly channel: string;
  readonly file: string | null;
};
