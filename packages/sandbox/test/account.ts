import { findMethod, type WireObject, type WireValue } from '@egoi-client/core';
import { type Credentials, Secret } from '@egoi-client/core/wire';
import {
  sandboxApiKey,
  type SandboxOptions,
  type SandboxTransport,
  sandboxTransport,
} from '@egoi-client/sandbox';

export const fullKey: Credentials = { apiKey: new Secret(sandboxApiKey) };

/** The day on which every test happens. */
export const someDay = () => new Date('2025-03-04T05:06:07Z');

/** Calls a transport as a server would, with parameters that no client checked. */
export async function ask(
  sandbox: SandboxTransport,
  method: string,
  params: WireObject = {},
  credentials: Credentials = fullKey,
  signal: AbortSignal = new AbortController().signal,
): Promise<WireValue> {
  const spec = findMethod(method);
  const request = { method, spec, params, credentials, signal, callId: 'test', attempt: 1 };
  return (await sandbox.call(request)).value;
}

export interface TestAccount {
  readonly sandbox: SandboxTransport;
  readonly ask: (
    method: string,
    params?: WireObject,
    credentials?: Credentials,
  ) => Promise<WireValue>;
  /** For an answer that is a struct. */
  readonly struct: (method: string, params?: WireObject) => Promise<WireObject>;
}

export function openAccount(options: SandboxOptions = {}): TestAccount {
  const sandbox = sandboxTransport({ now: someDay, ...options });
  return {
    sandbox,
    ask: (method, params, credentials) => ask(sandbox, method, params, credentials),
    struct: async (method, params) => (await ask(sandbox, method, params)) as WireObject,
  };
}

/**
 * An account with one form and segment 'Anas' in list 1, automations 1 (active) and 2 (paused), list 1 (fields 1 numero, 2 lista of S, M, L), list 2 without anything, tags 1 and 2, and in
 * list 1 the contacts ana (active, tag 1), rui (active, with phones) and eva (removed).
 */
export async function openFilledAccount(options: SandboxOptions = {}): Promise<TestAccount> {
  const account = openAccount({ forms, autobots, ...options });
  for (const [method, params] of history) await account.ask(method, params);
  return account;
}

export const ana = 'ana@example.com';
export const rui = 'rui@example.com';
export const eva = 'eva@example.com';

const forms = [{ title: 'Sign up', list: 1 }];
const autobots = [{ name: 'Welcome' }, { name: 'Old', status: 'paused' as const }];

const history: readonly (readonly [string, WireObject])[] = [
  ['createList', { nome: 'Newsletter', idioma_lista: 'pt' }],
  ['createList', { nome: 'Empty' }],
  ['addExtraField', { listID: 1, name: 'Shoe size', type: 'numero' }],
  ['addExtraField', { listID: 1, name: 'Shirt', type: 'lista', opcoes: 'S, M, L' }],
  ['addTag', { name: 'vip', color: '#ff0000' }],
  ['addTag', { name: 'new' }],
  [
    'addSubscriber',
    { listID: 1, email: ana, first_name: 'Ana', birth_date: '1990-01-31', extra_1: 38, tags: [1] },
  ],
  [
    'addSubscriber',
    {
      listID: 1,
      email: rui,
      last_name: 'Costa',
      cellphone: '351-911111111',
      telephone: '351-222222222',
      fax: '351-233333333',
    },
  ],
  ['addSubscriber', { listID: 1, email: eva }],
  ['createSegment', { listID: 1, name: 'Anas', fields: { first_name: 'Ana' } }],
  ['removeSubscriber', { listID: 1, subscriber: eva }],
];

/** A member of a struct that is text. */
export function textOf(struct: WireObject, name: string): string {
  const value = struct[name];
  if (typeof value !== 'string') throw new Error(`${name} is no text`);
  return value;
}
