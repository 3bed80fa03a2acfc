import type { Statements } from './statements.ts';

/** Tells whether one of some user names is taken; case does not matter. */
export async function isCreated(sql: Statements, names: readonly string[]): Promise<boolean> {
  const rows = await sql.rows(
    'SELECT id FROM created_account WHERE username IN (SELECT value FROM json_each(?))',
    JSON.stringify(names),
  );
  return rows.length > 0;
}

/** Takes user names for an account. */
export async function addCreatedAccount(
  sql: Statements,
  names: readonly string[],
  moment: string,
): Promise<void> {
  for (const name of names) {
    await sql.run(
      'INSERT OR IGNORE INTO created_account (username, moment) VALUES (?, ?)',
      name,
      moment,
    );
  }
}

/** The user names that were taken, the oldest first. */
export async function createdAccounts(sql: Statements): Promise<string[]> {
  const rows = await sql.rows<{ username: string }>(
    'SELECT username FROM created_account ORDER BY id',
  );
  return rows.map(({ username }) => username);
}
