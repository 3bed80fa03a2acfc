import {
  closeSync,
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
import { type WireName, wireNames } from '@egoi-client/transports/wires';

/** What a person keeps for all commands. */
export interface Config {
  readonly apiKey?: string;
  readonly endpoint?: string;
  readonly transport?: WireName;
}

/**
 * Where the file is: `egoi/config.json` in XDG_CONFIG_HOME, or where programs of this system keep such
 * files: in APPDATA on Windows, in `.config` of the home directory elsewhere.
 */
export function configPath(env: Session['env'], platform: string = process.platform): string {
  const named = [env['XDG_CONFIG_HOME'], platform === 'win32' ? env['APPDATA'] : undefined];
  const configured = named.find((folder) => folder !== undefined && folder !== '');
  return join(configured ?? join(env['HOME'] ?? homedir(), '.config'), 'egoi', 'config.json');
}

/**
 * Reads the file; an absent one says nothing.
 *
 * @throws CommandError where others may read it, or where it is not what it should be
 */
export function readConfig(env: Session['env']): Config {
  const path = configPath(env);
  const text = readPrivately(path);
  if (text === undefined) return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CommandError(`${path} is not JSON`, ['Write it anew with: egoi login']);
  }
  return checkConfig(value, path);
}

function checkConfig(value: unknown, path: string): Config {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CommandError(`${path} must hold an object`, ['Write it anew with: egoi login']);
  }
  for (const [name, member] of Object.entries(value)) {
    const isKnown = ['apiKey', 'endpoint', 'transport'].includes(name);
    if (!isKnown || typeof member !== 'string' || member === '') {
      throw new CommandError(
        `${path}: ${JSON.stringify(name)} ${isKnown ? 'must be text' : 'is not known'}`,
        ['It may hold apiKey, endpoint and transport.'],
      );
    }
    if (name === 'transport' && !(wireNames as readonly string[]).includes(member)) {
      throw new CommandError(`${path}: transport must be one of ${wireNames.join(', ')}`);
    }
  }
  return value;
}

function readPrivately(path: string): string | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new CommandError(`${path} cannot be opened`);
  }
  try {
    const { mode } = fstatSync(file);
    // Windows has no such bits; there the profile directory is private.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
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
 * Writes the file for its owner alone, whole or not at all.
 *
 * @returns its path
 * @throws CommandError where it cannot be written
 */
export function writeConfig(env: Session['env'], config: Config): string {
  const path = configPath(env);
  const draft = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(draft, `${JSON.stringify(config, undefined, 2)}\n`, { mode: 0o600 });
    renameSync(draft, path);
  } catch (error) {
    // The key is in it.
    rmSync(draft, { force: true });
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new CommandError(`${path} cannot be written${code}; it is as it was`, [
      'Look at who may write there, and whether another program has it open.',
    ]);
  }
  return path;
}
