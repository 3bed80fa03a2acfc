import { findMethod, type WireObject, type WireValue } from '@egoi-client/core';
import { splitFunctionOptions } from '@egoi-client/core/wire';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { interopAccount } from './account.ts';

/** What a legacy script prints: what came, by the name of the step; a fault as `{ fault, code? }`. */
export type ScriptOutcome = Readonly<Record<string, WireValue>>;

/** The options of each step after createList, which tells the list. */
function steps(listID: WireValue): readonly (readonly [string, string, WireObject])[] {
  return [
    ['field', 'addExtraField', { listID, name: 'Cidade', type: 'texto' }],
    [
      'contact',
      'addSubscriber',
      {
        listID,
        email: 'ana@example.com',
        first_name: 'Ana "Zoé"',
        extra_1: 'Évora & <Beja> 50% €',
        status: 1,
      },
    ],
    [
      'bulk',
      'addSubscriberBulk',
      {
        listID,
        compareField: 'email',
        operation: 2,
        subscribers: [
          { email: 'rui@example.com', first_name: 'Rui' },
          { email: 'eva@example.com', first_name: 'Eva', extra_1: 'Faro' },
          { email: 'ivo@example.com', first_name: 'Ivo', status: 0 },
        ],
      },
    ],
    ['one', 'subscriberData', { listID, subscriber: 'ana@example.com' }],
    ['all', 'subscriberData', { listID, subscriber: 'all_subscribers' }],
    ['lists', 'getLists', {}],
    ['noLists', 'getLists', { start: 5 }],
    ['report', 'getCredits', {}],
    ['nobody', 'subscriberData', { listID, subscriber: 'nobody@example.com' }],
    ['stranger', 'getClientData', { apikey: 'wrong' }],
  ];
}

/** What the steps of every script call, in their order, but for the last: a method that is not there. */
export const scriptMethods: readonly (readonly [step: string, method: string])[] = [
  ['account', 'getClientData'],
  ['list', 'createList'],
  ...steps(null).map(([step, method]) => [step, method] as const),
];

/**
 * What the legacy script must get: the same steps on the account itself, without a wire. The unknown
 * method is left out; each protocol has its own fault for it.
 */
export async function expectedOutcome(): Promise<ScriptOutcome> {
  const account = interopAccount();
  const call = async (method: string, options: WireObject = {}) => {
    const { value } = await account.call({
      method,
      spec: findMethod(method),
      ...splitFunctionOptions({ apikey: sandboxApiKey, ...options }),
      signal: AbortSignal.timeout(30_000),
      callId: method,
      attempt: 1,
    });
    return value;
  };
  try {
    const outcome: Record<string, WireValue> = { account: await call('getClientData') };
    const list = await call('createList', { nome: 'Boletim & <notícias>', canal_email: 1 });
    outcome['list'] = list;
    const listID = (list as WireObject)['LIST_ID'] ?? null;
    for (const [name, method, options] of steps(listID))
      outcome[name] = await call(method, options);
    return outcome;
  } finally {
    await account.close?.();
  }
}
