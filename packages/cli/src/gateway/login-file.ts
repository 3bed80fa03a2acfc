import type { AdmittedLogin } from '@egoi-client/gateway';
import { CommandError } from '../command-error.ts';
import { readGuardedFile } from './guarded-file.ts';

const form = 'It holds a list: [{ "username": "…", "password": "…", "apiKey": "…" }]';

/**
 * Reads the logins of old programs and the keys that they stand for.
 *
 * @param hasOwnKey whether a login may leave its key to the gateway's own
 * @throws CommandError where others may read the file, or where it is not what it should be; it says
 *   which entry, and nothing that stands in it
 */
export function readLogins(path: string, hasOwnKey: boolean): readonly AdmittedLogin[] {
  const option = '--logins';
  const text = readGuardedFile({ path, option, othersMustNot: 'read' });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own words would quote the file.
    throw new CommandError(`${option}: ${path} is not JSON`, [form]);
  }
  if (!Array.isArray(value)) throw new CommandError(`${option}: ${path} is no list`, [form]);
  const usernames = new Set<string>();
  return value.map((entry: unknown, index) => {
    const refuse = (problem: string) =>
      new CommandError(`${option}: ${path}: entry ${index + 1} ${problem}`, [form]);
    if (typeof entry !== 'object' || entry === null) throw refuse('is no object');
    const { username, password, apiKey, ...others } = entry as Record<string, unknown>;
    if (Object.keys(others).length > 0) throw refuse('holds more than username, password, apiKey');
    if (!isText(username)) throw refuse('needs a username');
    if (!isText(password)) throw refuse('needs a password');
    if (usernames.has(username)) throw refuse('has the username of one before it');
    usernames.add(username);
    if (apiKey === undefined && hasOwnKey) return { username, password };
    if (!isText(apiKey)) throw refuse('needs an apiKey, as there is no --key-from-env');
    if (!/^[\x21-\x7e]{1,1024}$/.test(apiKey)) throw refuse('has an apiKey that cannot be one');
    return { username, password, apiKey };
  });
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
