import type { Statements } from './statements.ts';

/** The channels of senders that were seen (reference, getSenders). */
export const senderChannels = ['email', 'telemovel'] as const;

export type SenderChannel = (typeof senderChannels)[number];

/** A sender; its number is its code. */
export interface Sender {
  readonly id: number;
  readonly channel: SenderChannel;
  /** Address, number or text. */
  readonly sender: string;
}

/** The senders of a channel, or all, the oldest first. */
export function sendersOf(sql: Statements, channel: SenderChannel | undefined): Promise<Sender[]> {
  return sql.rows<Sender>(
    'SELECT * FROM sender WHERE channel = ifnull(?, channel) ORDER BY id',
    channel ?? null,
  );
}

/** The sender of a channel that has a number, or a text. */
export async function findSender(
  sql: Statements,
  channel: SenderChannel,
  by: { readonly id: number } | { readonly sender: string },
): Promise<Sender | undefined> {
  const [found] =
    'id' in by
      ? await sql.rows<Sender>('SELECT * FROM sender WHERE channel = ? AND id = ?', channel, by.id)
      : await sql.rows<Sender>(
          'SELECT * FROM sender WHERE channel = ? AND sender = ?',
          channel,
          by.sender,
        );
  return found;
}

/** @returns the number of the new sender */
export async function insertSender(
  sql: Statements,
  channel: SenderChannel,
  sender: string,
): Promise<number> {
  const [row] = await sql.rows<{ id: number }>(
    'INSERT INTO sender (channel, sender) VALUES (?, ?) RETURNING id',
    channel,
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
