import { EgoiConfigError } from '@egoi-client/core';
import { option, resolveOptions, Secret } from '@egoi-client/core/wire';
import type { AdmissionOptions, AdmittedLogin } from './contract.ts';
import { keyDigest } from './key-digest.ts';

/** A login as it is looked up: nothing of it is compared as text. */
interface KnownLogin {
  readonly passwordDigest: Buffer;
  readonly apiKey: Secret;
}

/** The options of an admission, ready to be looked up. */
export interface AdmissionLists {
  /** Whether those who are not listed are refused. */
  readonly isClosed: boolean;
  readonly keyDigests: ReadonlySet<string>;
  /** By the digests of their usernames; `undefined` where logins go on as they come. */
  readonly logins: ReadonlyMap<string, KnownLogin> | undefined;
  readonly ownKey: Secret | undefined;
}

const shape = {
  allowedKeys: option
    .custom<readonly string[]>(
      (value) => Array.isArray(value) && value.every(isKeyDigest),
      'must be a list of SHA-256 digests in 64 hexadecimal digits, as keyDigest makes them',
    )
    .optional(),
  logins: option
    .custom<readonly AdmittedLogin[]>(
      (value) => Array.isArray(value) && value.every(isLogin),
      'must be a list of { username, password, apiKey? }, all of them texts',
    )
    .optional(),
  apiKey: option.custom<string>(isKey, 'must be a key: text without blanks').optional(),
};

/** @throws EgoiConfigError for wrong or unknown options; it holds no key and no password */
export function admissionLists(options: AdmissionOptions): AdmissionLists {
  const { allowedKeys, logins, apiKey } = resolveOptions('listedAdmission', shape, options);
  const known = logins && loginsByName(logins, apiKey);
  const digests = (allowedKeys ?? []).map((digest) => digest.toLowerCase());
  for (const login of logins ?? []) {
    // What checklogin answered to a program is what it calls with from then on.
    if (login.apiKey !== undefined) digests.push(keyDigest(login.apiKey));
  }
  return {
    isClosed: allowedKeys !== undefined || (apiKey !== undefined && logins !== undefined),
    keyDigests: new Set(digests),
    logins: known,
    ownKey: apiKey === undefined ? undefined : new Secret(apiKey),
  };
}

function loginsByName(
  logins: readonly AdmittedLogin[],
  ownKey: string | undefined,
): ReadonlyMap<string, KnownLogin> {
  const known = new Map<string, KnownLogin>();
  for (const [index, { username, password, apiKey = ownKey }] of logins.entries()) {
    const where = `listedAdmission: logins[${index}]`;
    if (apiKey === undefined) {
      throw new EgoiConfigError(`${where} needs an apiKey, as there is none of the gateway's own`);
    }
    const name = keyDigest(username);
    if (known.has(name)) throw new EgoiConfigError(`${where} has the username of one before it`);
    known.set(name, { passwordDigest: passwordDigest(password), apiKey: new Secret(apiKey) });
  }
  return known;
}

/** Digests have one length, which a comparison in constant time needs. */
export function passwordDigest(password: string): Buffer {
  return Buffer.from(keyDigest(password), 'hex');
}

function isKeyDigest(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{64}$/i.test(value);
}

function isKey(value: unknown): boolean {
  return typeof value === 'string' && /^[\x21-\x7e]{1,1024}$/.test(value);
}

function isLogin(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { username, password, apiKey, ...others } = value as Record<string, unknown>;
  const texts = [username, password].every((text) => typeof text === 'string' && text !== '');
  return texts && (apiKey === undefined || isKey(apiKey)) && Object.keys(others).length === 0;
}
