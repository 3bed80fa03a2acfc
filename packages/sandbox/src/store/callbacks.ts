import type { Statements } from './statements.ts';

/** Where a list tells that contacts were added and removed. */
export interface Callback {
  readonly list: number;
  readonly url: string;
  /** Numbers of the switches that are on, as JSON. */
  readonly switches: string;
  /** 0 or 1. */
  readonly is_on: number;
}

export async function callbackOf(sql: Statements, list: number): Promise<Callback | undefined> {
  return (await sql.rows<Callback>('SELECT * FROM callback WHERE list = ?', list))[0];
}

/** Sets the callback of a list, in place of the one before. */
export async function saveCallback(sql: Statements, callback: Callback): Promise<void> {
  const { list, url, switches, is_on } = callback;
  await sql.run(
    'INSERT OR REPLACE INTO callback (list, url, switches, is_on) VALUES (?, ?, ?, ?)',
    list,
    url,
    switches,
    is_on,
  );
}
