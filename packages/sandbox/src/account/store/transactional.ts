import type { Statements } from './statements.ts';

/** Tells whether the account sends transactional messages. */
export async function isTransactional(sql: Statements): Promise<boolean> {
  const [row] = await sql.rows<{ transactional: number }>('SELECT transactional FROM account');
  return row?.transactional === 1;
}

export async function enableTransactional(sql: Statements): Promise<void> {
  await sql.run('UPDATE account SET transactional = 1');
}
