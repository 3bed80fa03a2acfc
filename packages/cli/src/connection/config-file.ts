import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { CommandError } from '../command-error.ts';
import type { Session } from '../session.ts';
import { didYouMean } from '@egoi-client/core/wire';
import { isWireName, type WireName, wireNames } from '@egoi-client/transports/wires';
import { shown } from '../output/shown.ts';

/** What a person keeps for the calls of one account. */
export interface Config {
  readonly apiKey?: string;
  readonly endpoint?: string;
  readonly transport?: WireName;
  /** Country of telephone numbers that are written without one; heeded over API v3. */
  readonly phonePrefix?: string;
}

/** More than any of these files needs. */
const maxBytes = 64 * 1024;

/** What each member must be, and how it is said. */
const members: Readonly<
  Record<keyof Config, { readonly is: (text: string) => boolean; readonly wanted: string }>
> = {
  apiKey: { is: (text) => text !== '', wanted: 'text' },
  endpoint: { is: (text) => text !== '', wanted: 'an address such as https://api.e-goi.com' },
  transport: { is: isWireName, wanted: `one of ${wireNames.join(', ')}` },
  phonePrefix: {
    is: (text) => /^[1-9]\d{0,2}$/.test(text),
    wanted: '1 to 3 digits, such as "351"',
  },
};

/**
 * Where the files are: `egoi` in XDG_CONFIG_HOME, or where programs of this system keep such files: in
 * APPDATA on Windows, in `.config` of the home directory elsewhere.
 */
export function configFolder(env: Session['env'], platform: string = process.platform): string {
  const named = [env['XDG_CONFIG_HOME'], platform === 'win32' ? env['APPDATA'] : undefined];
  const configured = named.find((folder) => folder !== undefined && folder !== '');
  return join(configured ?? join(env['HOME'] ?? homedir(), '.config'), 'egoi');
}

/**
 * Reads a file of what is kept; `undefined` where there is none.
 *
 * @throws CommandError where others may read it, or where it is not what it should be; it names the file
 *   and the member, and never a key
 */
export function readConfig(path: string): Config | undefined {
  const text = readPrivately(path);
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CommandError(`${path} is not JSON`, [wayOut]);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CommandError(`${path} must hold an object`, [wayOut]);
  }
  const names = Object.keys(members);
  for (const [name, member] of Object.entries(value)) {
    if (!isMember(name)) {
      throw new CommandError(`${path}: ${shown(name)} is not known${didYouMean(name, names)}`, [
        `It may hold ${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}.`,
      ]);
    }
    if (typeof member === 'string' && members[name].is(member)) continue;
    const meant = typeof member === 'string' && name === 'transport' ? member : '';
    const hint = meant === '' ? '' : didYouMean(meant, wireNames);
    throw new CommandError(`${path}: "${name}" must be ${members[name].wanted}${hint}`, [
      'Mend it there, or write it anew with: egoi login',
    ]);
  }
  return value;
}

const wayOut = 'Delete it, and write it anew with: egoi login';

function isMember(name: string): name is keyof Config {
  return Object.hasOwn(members, name);
}

/**
 * The text of a file that only its owner may read; `undefined` where there is none.
 *
 * @throws CommandError where others may read it, or where it is no file that can be read
 */
export function readPrivately(path: string): string | undefined {
  let file: number;
  try {
    // What is no file must not keep the command waiting for somebody who writes into it.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new CommandError(`${path} cannot be opened`);
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new CommandError(`${path} is no file`);
    if (stats.size > maxBytes) {
      throw new CommandError(`${path} is larger than ${maxBytes} bytes`, [wayOut]);
    }
    // Windows has no such bits; there the profile directory is private.
    if (process.platform !== 'win32' && (stats.mode & 0o077) !== 0) {
      throw new CommandError(`others may read ${path}, which holds your key; it was not used`, [
        `Make it private: chmod 600 ${path}`,
      ]);
    }
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

/**
 * Writes a file for its owner alone, whole or not at all.
 *
 * @throws CommandError where it cannot be written
 */
export function writePrivately(path: string, text: string): void {
  const draft = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(draft, text, { mode: 0o600 });
    renameSync(draft, path);
  } catch (error) {
    // The key is in it.
    rmSync(draft, { force: true });
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new CommandError(`${path} cannot be written${code}; it is as it was`, [
      'Look at who may write there, and whether another program has it open.',
    ]);
  }
}
