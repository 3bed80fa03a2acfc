import type { Statements } from './statements.ts';

/** Where a list tells what happened to its contacts. */
export interface Callback {
  readonly list: number;
  readonly url: string;
  /** Numbers of the events that it tells, as JSON. */
  readonly switches: string;
}

export async function callbackOf(sql: Statements, list: number): Promise<Callback | undefined> {
  return (await sql.rows<Callback>('SELECT * FROM callback WHERE list = ?', list))[0];
}

/** Sets the callback of a list, in place of the one before. */
export async function saveCallback(sql: Statements, callback: Callback): Promise<void> {
  const { list, url, switches } = callback;
  await sql.run(
    'INSERT OR REPLACE INTO callback (list, url, switches) VALUES (?, ?, ?)',
    list,
    url,
    switches,
  );
}
