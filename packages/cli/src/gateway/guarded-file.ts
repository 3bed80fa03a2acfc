import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { CommandError } from '../command-error.ts';

/** More than an account has programs. */
const maxBytes = 1024 * 1024;

/** A file on which it depends who may call. */
export interface GuardedFile {
  readonly path: string;
  /** That named it, as an error says it: `--logins`. */
  readonly option: string;
  /** What others than its owner must not do with it. */
  readonly othersMustNot: 'read' | 'write';
}

const othersMay = {
  read: { bits: 0o077, mode: '600' },
  write: { bits: 0o022, mode: '644' },
} as const;

/**
 * The text of a file of which others keep their hands off.
 *
 * @throws CommandError where they do not, or where it is no file that can be read; never holds its text
 */
export function readGuardedFile({ path, option, othersMustNot }: GuardedFile): string {
  let file: number;
  try {
    // What is no file must not keep the command waiting for somebody who writes into it.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new CommandError(`${option}: ${path} cannot be opened${code}`);
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new CommandError(`${option}: ${path} is no file`);
    if (stats.size > maxBytes) {
      throw new CommandError(`${option}: ${path} is larger than ${maxBytes} bytes`);
    }
    const { bits, mode } = othersMay[othersMustNot];
    // Windows has no such bits.
    if (process.platform !== 'win32' && (stats.mode & bits) !== 0) {
      throw new CommandError(`${option}: others may ${othersMustNot} ${path}; it was not used`, [
        `Guard it: chmod ${mode} ${path}`,
      ]);
    }
    return readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } finally {
    closeSync(file);
  }
}
