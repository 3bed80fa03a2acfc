import { timingSafeEqual } from 'node:crypto';
import { isWireObject, type WireObject, type WireValue } from '@egoi-client/core';
import { readValue, scalarText, type Secret, setMember } from '@egoi-client/core/wire';
import { type AdmissionLists, admissionLists, passwordDigest } from './admission-lists.ts';
import type {
  AdmissionOptions,
  AdmittedCall,
  ArrivingCall,
  ListedAdmission,
  RefusedCall,
} from './contract.ts';
import { FailedLogins } from './failed-logins.ts';
import { keyDigest } from './key-digest.ts';

/**
 * Decides by lists who may call, and with which key calls go on. Who is not let in gets the API's own
 * words: `NO_ACCESS`, or `NO_USERNAME_AND_PASSWORD_AND_APIKEY` where nothing came to tell who calls.
 *
 * Passwords are compared in constant time, and whether a username is known makes no difference to it.
 * After ten wrong passwords of a user from one address no more are looked at until the minute is over.
 *
 * @throws EgoiConfigError for wrong or unknown options; it holds no key and no password
 *
 * @example
 * const admission = listedAdmission({ logins: [{ username: 'shop', password, apiKey }] });
 * const gateway = createGateway(v3Transport(), { admission });
 */
export function listedAdmission(options: AdmissionOptions): ListedAdmission {
  return new AdmissionByLists(options);
}

interface Login {
  readonly username: string;
  readonly password: string;
}

const notAdmitted: RefusedCall = { refusal: 'NO_ACCESS' };
const unknownCaller: RefusedCall = { refusal: 'NO_USERNAME_AND_PASSWORD_AND_APIKEY' };

/** The methods that take a login among their parameters, which then decides alone. */
const loginMethods: ReadonlySet<string> = new Set(['checklogin', 'getUserData']);

/** Compared with where a username is unknown, so that it takes as long. */
const nobodysPassword = passwordDigest('');

class AdmissionByLists implements ListedAdmission {
  #lists: AdmissionLists;
  readonly #failedLogins = new FailedLogins(() => performance.now());

  constructor(options: AdmissionOptions) {
    this.#lists = admissionLists(options);
  }

  renew(options: AdmissionOptions): void {
    this.#lists = admissionLists(options);
  }

  admit(call: ArrivingCall): AdmittedCall | RefusedCall {
    const { isClosed, keyDigests, ownKey, logins } = this.#lists;
    const login = loginOf(call);
    if (login !== undefined) {
      if (logins !== undefined) return this.#admitLogin(login, call);
      return isClosed ? notAdmitted : goOn(call, ownKey);
    }
    const { credentials } = call;
    if (!isClosed) return goOn(call, ownKey);
    if (!('apiKey' in credentials)) return unknownCaller;
    const isListed = keyDigests.has(keyDigest(credentials.apiKey.reveal()));
    return isListed ? goOn(call, ownKey) : notAdmitted;
  }

  #admitLogin({ username, password }: Login, call: ArrivingCall): AdmittedCall | RefusedCall {
    const { logins, ownKey } = this.#lists;
    const { caller = '' } = call;
    const known = logins?.get(keyDigest(username));
    const isRight = timingSafeEqual(
      passwordDigest(password),
      known?.passwordDigest ?? nobodysPassword,
    );
    if (known === undefined || !this.#failedLogins.mayTry(username, caller)) return notAdmitted;
    if (!isRight) {
      this.#failedLogins.failed(username, caller);
      return notAdmitted;
    }
    this.#failedLogins.succeeded(username, caller);
    const { apiKey } = known;
    const params = withoutLogin(call.params);
    if (ownKey !== undefined) return goOn({ ...call, params }, apiKey);
    const tellsKey = call.spec?.name === 'checklogin';
    return { credentials: { apiKey }, params, ...(tellsKey ? { answer: withKey(apiKey) } : {}) };
  }
}

function loginOf({ spec, params, credentials }: ArrivingCall): Login | undefined {
  if ('username' in credentials) {
    return { username: credentials.username, password: credentials.password.reveal() };
  }
  if (spec === undefined || !loginMethods.has(spec.name)) return undefined;
  const [username, password] = ['username', 'password'].map((name) =>
    scalarText(readValue(params, name)),
  );
  return username === undefined || password === undefined ? undefined : { username, password };
}

/** @param key the gateway's own; without, calls go on as they came */
function goOn(call: ArrivingCall, key: Secret | undefined): AdmittedCall {
  const { credentials, spec } = call;
  if (key === undefined) return { credentials };
  const params = loginMethods.has(spec?.name ?? '') ? withoutLogin(call.params) : call.params;
  const shown = 'apiKey' in credentials ? credentials.apiKey.reveal() : '';
  return { credentials: { apiKey: key }, params, answer: (value) => replaced(value, key, shown) };
}

function withoutLogin(given: ArrivingCall['params']): ArrivingCall['params'] {
  const params = { ...given };
  delete params['username'];
  delete params['password'];
  return params;
}

/** What API v2 tells after a login. Source: reference, checklogin. */
function withKey(apiKey: Secret): (value: WireValue) => WireValue {
  return (value) => {
    const isDone = isWireObject(value) && value['RESULT'] === 'OK';
    return isDone ? { ...value, apikey: apiKey.reveal() } : value;
  };
}

/** The value itself, where the key is not in it. */
function replaced(value: WireValue, key: Secret, shown: string): WireValue {
  const secret = key.reveal();
  const replacedIn = (inner: WireValue): WireValue => {
    if (inner === secret) return shown;
    if (typeof inner !== 'object' || inner === null) return inner;
    if (Array.isArray(inner)) {
      const items = inner.map(replacedIn);
      return items.every((item, index) => item === inner[index]) ? inner : items;
    }
    const members = Object.entries(inner).map(
      ([name, member]) => [name, member, replacedIn(member)] as const,
    );
    if (members.every(([, before, after]) => before === after)) return inner;
    const copy: WireObject = {};
    for (const [name, , member] of members) setMember(copy, name, member);
    return copy;
  };
  return replacedIn(value);
}
