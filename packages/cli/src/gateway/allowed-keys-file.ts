import { CommandError } from '../command-error.ts';
import { readGuardedFile } from './guarded-file.ts';

/**
 * Reads the keys that are let in: one a line, as `egoi gateway hash-key` prints them. Empty lines and
 * what stands behind a `#` say nothing.
 *
 * @throws CommandError where others may write the file, and for a line that is no digest; it does not
 *   hold the line, which may be a key
 */
export function readAllowedKeys(path: string): readonly string[] {
  const option = '--allow';
  const text = readGuardedFile({ path, option, othersMustNot: 'write' });
  return text.split(/\r?\n/).flatMap((line, index) => {
    const digest = line.replace(/#.*$/, '').trim();
    if (digest === '') return [];
    if (/^[0-9a-f]{64}$/i.test(digest)) return [digest];
    throw new CommandError(`${option}: ${path}:${index + 1}: a line is no hash of a key`, [
      'egoi gateway hash-key makes them; the file holds no key itself.',
    ]);
  });
}
