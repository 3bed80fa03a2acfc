import { readFileSync, statSync } from 'node:fs';
import { CommandError } from '../command-error.ts';
import { decodedText, refuseLongText } from '../files/decoded-text.ts';
import { standardInputText } from '../files/standard-input.ts';
import type { Session } from '../session.ts';
import type { FileReader } from './read-words.ts';

/**
 * Reads the files that the words of a call name; `-` is the standard input, which is read at once.
 *
 * @throws CommandError where two words would read the standard input
 */
export async function parameterFiles(
  { input }: Session,
  words: readonly string[],
): Promise<FileReader> {
  for (const word of words) {
    if (/^@-$|^[^=]*=@-$/.test(word)) await input.readText(word);
  }
  return (name, path) => (path === '-' ? standardInputText() : readTextFile(name, path));
}

function readTextFile(name: string, path: string): string {
  try {
    const { size } = statSync(path);
    refuseLongText(size, `${name}: ${path}`);
    const bytes = readFileSync(path);
    refuseLongText(bytes.length, `${name}: ${path}`);
    return decodedText(bytes, `${name}: ${path}`);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const [what, ...advice] = name.startsWith('@')
      ? [path]
      : [`${name}: the file ${path}`, `A text that begins with @: ${name}:='"@…"'`];
    throw new CommandError(`${what ?? ''} cannot be read`, advice);
  }
}
