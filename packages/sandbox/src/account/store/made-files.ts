import { randomBytes } from 'node:crypto';
import type { Statements } from './statements.ts';

/** A name for a file. Files are fetched without a key, so that nobody may guess one. */
export function newFileName(stem: string, extension: string): string {
  return `${stem}-${randomBytes(16).toString('hex')}.${extension}`;
}

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
