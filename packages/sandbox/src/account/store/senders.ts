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

/** The senders of a channel, or all, the oldest first. */
export async function sendersOf(
  sql: Statements,
  channel: SenderChannel | undefined,
): Promise<Sender[]> {
  const rows = await sql.rows<SenderRow>(
    'SELECT * FROM sender WHERE channel = ifnull(?, channel) ORDER BY id',
    channel === undefined ? null : senderChannelWords.toFile(channel),
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
    `SELECT * FROM sender WHERE channel = ? AND ${'id' in by ? 'id' : 'sender'} = ?`,
    senderChannelWords.toFile(channel),
    'id' in by ? by.id : by.sender,
  );
  return found === undefined ? undefined : senderOf(found);
}

type SenderRow = Omit<Sender, 'channel'> & { readonly channel: string };

function senderOf(row: SenderRow): Sender {
  return { ...row, channel: senderChannelWords.fromFile(row.channel) };
}

/** @returns the number of the new sender */
export async function insertSender(
  sql: Statements,
  channel: SenderChannel,
  sender: string,
): Promise<number> {
  const [row] = await sql.rows<{ id: number }>(
    'INSERT INTO sender (channel, sender) VALUES (?, ?) RETURNING id',
    senderChannelWords.toFile(channel),
    sender,
  );
  return row?.id ?? 0;
}

export async function renameSender(sql: Statements, id: number, sender: string): Promise<void> {
  await sql.run('UPDATE sender SET sender = ? WHERE id = ?', sender, id);
}

export async function dropSender(sql: Statements, id: number): Promise<void> {
  await sql.run('DELETE FROM sender WHERE id = ?', id);
}

/** Adds a CNAME; one that is there already stays. */
export async function addCnameOnce(sql: Statements, name: string): Promise<void> {
  await sql.run('INSERT OR IGNORE INTO cname (name) VALUES (?)', name);
}

/** The CNAMEs by their names. */
export async function allCnames(sql: Statements): Promise<string[]> {
  const rows = await sql.rows<{ name: string }>('SELECT name FROM cname ORDER BY name');
  return rows.map(({ name }) => name);
}
