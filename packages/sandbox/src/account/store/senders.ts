import { senderChannelWords } from './file-words.ts';
import type { Statements } from './statements.ts';

/** What messages of a sender go by. */
export type SenderChannel = 'email' | 'sms' | 'voice';

/** A sender; its number is its code. */
export interface Sender {
  readonly id: number;
  readonly channel: SenderChannel;
  /** Address, number or text. */
  readonly sender: string;
  /** Name that one of e-mail shows; `''` where it shows none. */
  readonly name: string;
  readonly status: 'active' | 'moderation' | 'rejected';
}

const columns = 'id, channel, sender, name, status';

/** The senders of a channel, or all, the oldest first. */
export async function sendersOf(
  sql: Statements,
  channel: SenderChannel | undefined,
): Promise<Sender[]> {
  const rows = await sql.rows<SenderRow>(
    `SELECT ${columns} FROM sender WHERE channel = ifnull(?, channel) ORDER BY id`,
    channel === undefined ? null : senderChannelWords.toFile(channel),
  );
  return rows.map(senderOf);
}

/** Some of the senders, the oldest first. */
export async function pageOfSenders(
  sql: Statements,
  start: number,
  limit: number,
): Promise<Sender[]> {
  const rows = await sql.rows<SenderRow>(
    `SELECT ${columns} FROM sender ORDER BY id LIMIT ? OFFSET ?`,
    limit,
    start,
  );
  return rows.map(senderOf);
}

/** The sender of a channel that has a number, or a text. */
export async function findSender(
  sql: Statements,
  channel: SenderChannel,
  by: { readonly id: number } | { readonly sender: string },
): Promise<Sender | undefined> {
  const [found] = await sql.rows<SenderRow>(
    `SELECT ${columns} FROM sender
      WHERE channel = ? AND ${'id' in by ? 'id' : 'sender'} = ?`,
    senderChannelWords.toFile(channel),
    'id' in by ? by.id : by.sender,
  );
  return found === undefined ? undefined : senderOf(found);
}

type SenderRow = Omit<Sender, 'channel'> & { readonly channel: string };

function senderOf(row: SenderRow): Sender {
  return { ...row, channel: senderChannelWords.fromFile(row.channel) };
}

/** @param dueMs when its moderation ends, in milliseconds since 1970 @returns the number of the new sender */
export async function insertSender(
  sql: Statements,
  { channel, sender, name, status }: Omit<Sender, 'id'>,
  dueMs: number | null = null,
): Promise<number> {
  const [row] = await sql.rows<{ id: number }>(
    'INSERT INTO sender (channel, sender, name, status, due) VALUES (?, ?, ?, ?, ?) RETURNING id',
    senderChannelWords.toFile(channel),
    sender,
    name,
    status,
    dueMs,
  );
  return row?.id ?? 0;
}

/** Validates the senders whose moderation ended by a time. */
export async function validateSenders(sql: Statements, untilMs: number): Promise<void> {
  await sql.run(
    "UPDATE sender SET status = 'active' WHERE status = 'moderation' AND due <= ?",
    untilMs,
  );
}

export async function renameSender(sql: Statements, id: number, sender: string): Promise<void> {
  await sql.run('UPDATE sender SET sender = ? WHERE id = ?', sender, id);
}

/** Sets the name that a sender of e-mail shows. */
export async function saveSenderName(sql: Statements, id: number, name: string): Promise<void> {
  await sql.run('UPDATE sender SET name = ? WHERE id = ?', name, id);
}

/** @returns whether there is such a sender */
export async function saveSenderStatus(
  sql: Statements,
  id: number,
  status: Sender['status'],
): Promise<boolean> {
  const changed = await sql.rows(
    'UPDATE sender SET status = ? WHERE id = ? RETURNING id',
    status,
    id,
  );
  return changed.length > 0;
}

export async function dropSender(sql: Statements, id: number): Promise<void> {
  await sql.run('DELETE FROM sender WHERE id = ?', id);
}

/** Adds a CNAME; one that is there already stays. */
export async function addCnameOnce(sql: Statements, name: string): Promise<void> {
  await sql.run('INSERT OR IGNORE INTO cname (name) VALUES (?)', name);
}

/** @returns the number of the new CNAME */
export async function insertCname(sql: Statements, name: string): Promise<number> {
  const [row] = await sql.rows<{ id: number }>(
    'INSERT INTO cname (name) VALUES (?) RETURNING id',
    name,
  );
  return row?.id ?? 0;
}

/** A domain under which links of mails stand. */
export interface Cname {
  readonly id: number;
  readonly name: string;
}

/** The CNAMEs, the oldest first. */
export function allCnames(sql: Statements): Promise<Cname[]> {
  return sql.rows<Cname>('SELECT id, name FROM cname ORDER BY id');
}
