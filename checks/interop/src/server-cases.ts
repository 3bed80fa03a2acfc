import {
  type EgoiClient,
  EgoiApiError,
  EgoiFaultError,
  EgoiHttpError,
  type WireValue,
} from '@egoi-client/core';
import { report } from './account.ts';
import { firstDifference, lose, type Losses } from './losses.ts';

/** The text of the fault that every server makes. */
const faultText = 'kaput <&> "quoted"';

/** What `answerWith` answers to each word. */
const answers: Readonly<Record<string, WireValue>> = {
  null: null,
  true: true,
  false: false,
  integer: 42,
  list: ['a', 'b'],
  'list of one': ['only'],
  'empty list': [],
  structs: [
    { id: 1, name: 'um' },
    { id: 2, name: 'dois' },
  ],
};

/** The codes that the client must throw for each word. */
const refusals = { 'error in a struct': 'LIST_NOT_FOUND', 'bare word': 'NO_ACCESS' } as const;

/**
 * Calls everything that a foreign server offers: an echo of every kind of value, an answer of each
 * kind, the refusals, a fault, a method that it does not have, and an import.
 *
 * @returns what was wrong
 */
export async function tryServer(client: EgoiClient, losses: Losses): Promise<string[]> {
  const problems: string[] = [];
  const compare = (name: string, expected: WireValue, got: WireValue) => {
    const difference = firstDifference(lose(expected, losses), lose(got, losses), name);
    if (difference !== undefined) problems.push(difference);
  };
  const ask = (what: string, more: { readonly value?: WireValue } = {}) =>
    client.call('answerWith', { what, ...more });

  compare('echo', report, await ask('echo', { value: report }));
  for (const [what, value] of Object.entries(answers)) compare(what, value, await ask(what));
  for (const [what, code] of Object.entries(refusals)) {
    const error = await errorOf(ask(what));
    if (!(error instanceof EgoiApiError) || error.code !== code) {
      problems.push(`${what}: no EgoiApiError ${code} but ${describe(error)}`);
    }
  }
  const fault = await errorOf(ask('fault'));
  if (!(fault instanceof EgoiFaultError) || !fault.faultString.includes(faultText)) {
    problems.push(`fault: no EgoiFaultError with its text but ${describe(fault)}`);
  }
  // The xmlrpc package's server has HTTP's word for it only.
  const unknown = await errorOf(client.call('getTemplates'));
  const isRefused =
    unknown instanceof EgoiFaultError ||
    (unknown instanceof EgoiHttpError && unknown.status === 404);
  if (!isRefused) problems.push(`unknown method: no refusal but ${describe(unknown)}`);

  problems.push(...(await tryImport(client, 3)));
  return problems;
}

/** Imports contacts of two values each. @returns what was wrong */
export async function tryImport(client: EgoiClient, rows: number): Promise<string[]> {
  const { id, result, count } = await client.addSubscriberBulk(importOf(rows));
  const got: WireValue = { id: id ?? null, result: result ?? null, count: count ?? null };
  const difference = firstDifference(
    { id: 1, result: `contact${rows}@example.com`, count: rows },
    got,
    `import of ${rows}`,
  );
  return difference === undefined ? [] : [difference];
}

/** The parameters of an import whose last row can be told. */
export function importOf(rows: number) {
  const subscribers = Array.from({ length: rows }, (_, index) => ({
    email: `contact${index + 1}@example.com`,
    first_name: `Conceição & ${index + 1}`,
  }));
  return { listID: 1, compareField: 'email', operation: 2 as const, subscribers };
}

/** What a call rejects with; `undefined` where it does not. */
export async function errorOf(call: Promise<WireValue>): Promise<unknown> {
  try {
    await call;
    return undefined;
  } catch (error) {
    return error;
  }
}

/** An error as a report names it. */
export function describe(error: unknown): string {
  if (error instanceof Error) return `${error.name}: ${error.message}`;
  return error === undefined ? 'a result' : typeof error;
}
