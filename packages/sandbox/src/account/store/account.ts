import type { Statements } from './statements.ts';

/** The seed that the account was created with: a later one would give references that exist already. */
export async function accountSeed(sql: Statements): Promise<number> {
  const [row] = await sql.rows<{ seed: number }>('SELECT seed FROM account');
  return row?.seed ?? 0;
}
