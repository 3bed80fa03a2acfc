import type { Statements } from './statements.ts';

/** Keeps a file that the account made, in place of one of that name. */
export async function saveFile(sql: Statements, name: string, content: string): Promise<void> {
  await sql.run('INSERT OR REPLACE INTO made_file (name, content) VALUES (?, ?)', name, content);
}

/** @returns `undefined` for a name that no file has */
export async function readMadeFile(sql: Statements, name: string): Promise<string | undefined> {
  const [row] = await sql.rows<{ content: string }>(
    'SELECT content FROM made_file WHERE name = ?',
    name,
  );
  return row?.content;
}
