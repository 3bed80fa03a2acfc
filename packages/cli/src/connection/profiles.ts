import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMean } from '@egoi-client/core/wire';
import { CommandError } from '../command-error.ts';
import { shown } from '../output/shown.ts';
import type { Session } from '../session.ts';
import {
  type Config,
  configFolder,
  readConfig,
  readPrivately,
  writePrivately,
} from './config-file.ts';

/** The name of the profile that is there before there is another. */
export const firstProfile = 'default';

/** What is kept for the calls of one account, and under which name. */
export interface Profile extends Config {
  readonly name: string;
  /** Its file. */
  readonly path: string;
}

/** Also on Windows, where these are devices whatever follows the point. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * Reads the name of a profile, which is a file's name as well.
 *
 * @param source that named it, as an error says it: `--profile`
 * @throws CommandError for a name that no profile can have
 */
export function checkProfileName(name: string, source: string): string {
  if (/^[\da-z][\w.-]{0,63}$/i.test(name) && !deviceName.test(name)) return name;
  throw new CommandError(`${source}: ${shown(name)} is no name of a profile`, [
    'It has 1 to 64 letters, digits, -, _ and points, and begins with a letter or digit: --profile staging',
  ]);
}

/** Where a profile is kept. Each has a file of its own, so that what writes one never touches another. */
export function profilePath(env: Session['env'], name: string): string {
  const folder = configFolder(env);
  return name === firstProfile
    ? join(folder, 'config.json')
    : join(folder, 'profiles', `${name}.json`);
}

/** The names of all profiles, the first one before the others. */
export function profileNames(env: Session['env']): string[] {
  const names = filesIn(join(configFolder(env), 'profiles')).flatMap((file) => {
    const [, name = ''] = /^(.*)\.json$/.exec(file) ?? [];
    return isProfileName(name) && name !== firstProfile ? [name] : [];
  });
  return [firstProfile, ...names.toSorted()];
}

function isProfileName(name: string): boolean {
  try {
    return checkProfileName(name, '') === name;
  } catch {
    return false;
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new CommandError(`${folder} cannot be read`);
  }
}

/**
 * Reads a profile.
 *
 * @param source that named it, as an error says it: `--profile`
 * @throws CommandError where there is none of that name, or its file is not what it should be
 */
export function readProfile(env: Session['env'], name: string, source: string): Profile {
  const path = profilePath(env, checkProfileName(name, source));
  const config = readConfig(path);
  if (config === undefined && name !== firstProfile) throw unknownProfile(env, name, source);
  return { ...config, name, path };
}

function unknownProfile(env: Session['env'], name: string, source: string): CommandError {
  const names = profileNames(env);
  return new CommandError(`${source}: there is no profile ${name}${didYouMean(name, names)}`, [
    `There ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}.`,
    `To make it: egoi login --profile ${name}`,
  ]);
}

/**
 * Keeps a profile in place of what its file held.
 *
 * @throws CommandError where the file cannot be written; then it is as it was
 */
export function writeProfile(env: Session['env'], name: string, config: Config): void {
  writePrivately(profilePath(env, name), `${JSON.stringify(config, undefined, 2)}\n`);
}

/** Forgets a profile. @throws CommandError where there is none, or its file cannot be removed */
export function removeProfile(env: Session['env'], name: string, source: string): void {
  const path = profilePath(env, checkProfileName(name, source));
  if (!profileNames(env).includes(name)) throw unknownProfile(env, name, source);
  try {
    rmSync(path, { force: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new CommandError(`${path} cannot be removed${code}`);
  }
}

function choicePath(env: Session['env']): string {
  return join(configFolder(env), 'chosen-profile');
}

/** The profile of all commands that name none. */
export function chosenProfile(env: Session['env']): {
  readonly name: string;
  readonly source: string;
} {
  const path = choicePath(env);
  const name = readPrivately(path)?.trim();
  return name === undefined ? { name: firstProfile, source: '' } : { name, source: path };
}

/** Makes a profile that of all commands that name none. @throws CommandError where there is none of that name */
export function chooseProfile(env: Session['env'], name: string, source: string): void {
  readProfile(env, name, source);
  if (name === firstProfile) rmSync(choicePath(env), { force: true });
  else writePrivately(choicePath(env), `${name}\n`);
}
