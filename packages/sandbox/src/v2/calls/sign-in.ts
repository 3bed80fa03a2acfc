import { createHash, timingSafeEqual } from 'node:crypto';
import type { MethodSpec, WireObject } from '@egoi-client/core';
import type { Credentials } from '@egoi-client/core/wire';
import { readValue, scalarText } from '@egoi-client/core/wire';
import { bareRefusal } from './refusal.ts';

/** What opens the account. */
export interface SignInOptions {
  readonly apiKey: string;
  readonly readOnlyApiKey?: string | undefined;
  readonly username: string;
  readonly password: string;
}

/** Who calls. */
export interface Caller {
  /** The key that getUserData tells: the caller's own, or the account's after a login. */
  readonly apiKey: string;
  readonly username: string;
  /** Whether a login was given, and no key. */
  readonly hasLoggedIn: boolean;
}

/** The methods that take a login among their parameters, in place of the key. */
const loginMethods: ReadonlySet<string> = new Set(['checklogin', 'getUserData']);

/** The methods for those who have no account yet. */
const openMethods: ReadonlySet<string> = new Set(['checkUser', 'createAccount']);

/**
 * Finds out who calls and whether they may. Operations that carry no credentials (reference, 14.7) and
 * those for callers without an account answer everyone, as the account's user. A login among the parameters of checklogin and
 * getUserData decides alone.
 *
 * @throws Refusal as a bare word. Seen: `INVALID` and `NO_ACCESS` for a wrong key,
 *   `NO_USERNAME_AND_PASSWORD_AND_APIKEY` for none (reference, 2 and 15)
 */
export function signIn(
  spec: MethodSpec,
  credentials: Credentials,
  params: WireObject,
  options: SignInOptions,
): Caller {
  if (spec.parts !== undefined || openMethods.has(spec.name)) {
    return { apiKey: options.apiKey, username: options.username, hasLoggedIn: false };
  }
  const login = loginMethods.has(spec.name) ? loginIn(params) : undefined;
  if (login !== undefined) return signInWithLogin(spec, login.username, login.password, options);
  if ('apiKey' in credentials) return signInWithKey(spec, credentials.apiKey.reveal(), options);
  if ('username' in credentials) {
    return signInWithLogin(spec, credentials.username, credentials.password.reveal(), options);
  }
  throw bareRefusal('NO_USERNAME_AND_PASSWORD_AND_APIKEY');
}

function loginIn(params: WireObject): { username: string; password: string } | undefined {
  const username = scalarText(readValue(params, 'username'));
  const password = scalarText(readValue(params, 'password'));
  if (username === undefined && password === undefined) return undefined;
  return { username: username ?? '', password: password ?? '' };
}

function signInWithKey(spec: MethodSpec, key: string, options: SignInOptions): Caller {
  const { apiKey, readOnlyApiKey, username } = options;
  if (key === '') throw bareRefusal(emptyKeyCode(spec));
  // Both are compared whatever the first says, so that the time tells nothing.
  const isFull = equalInConstantTime(key, apiKey);
  const isReadOnly = equalInConstantTime(key, readOnlyApiKey ?? apiKey) && !isFull;
  if (!isFull && !isReadOnly) {
    throw bareRefusal(spec.name === 'getUserData' ? 'NO_ACCESS' : 'INVALID');
  }
  if (isReadOnly && spec.effect !== 'read') throw bareRefusal('NO_ACCESS');
  return { apiKey: key, username, hasLoggedIn: false };
}

/** An empty key is a missing one: getLists was seen to say it in the general word. */
function emptyKeyCode(spec: MethodSpec) {
  return spec.errors.includes('NO_APIKEY') ? 'NO_APIKEY' : 'NO_USERNAME_AND_PASSWORD_AND_APIKEY';
}

function signInWithLogin(
  spec: MethodSpec,
  username: string,
  password: string,
  options: SignInOptions,
): Caller {
  if (username === '' || password === '')
    throw bareRefusal(missingLoginCode(spec, username, password));
  const isUser = equalInConstantTime(username, options.username);
  const isPassword = equalInConstantTime(password, options.password);
  if (!isUser || !isPassword) throw bareRefusal('NO_ACCESS');
  return { apiKey: options.apiKey, username, hasLoggedIn: true };
}

function missingLoginCode(spec: MethodSpec, username: string, password: string) {
  if (!loginMethods.has(spec.name)) return 'NO_USERNAME_AND_PASSWORD_AND_APIKEY';
  if (username !== '') return 'NO_PASSWORD';
  if (password !== '') return 'NO_USERNAME';
  return spec.errors.includes('NO_USERNAME_AND_PASSWORD')
    ? 'NO_USERNAME_AND_PASSWORD'
    : 'NO_USERNAME_AND_PASSWORD_AND_APIKEY';
}

function equalInConstantTime(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

/** Digests have one length, which the comparison needs and which hides the length of the secret. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
