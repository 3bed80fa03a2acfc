import { fixedAccount } from '@egoi-client/conformance/cases';
import { EgoiUnsupportedError, type Transport, type WireValue } from '@egoi-client/core';
import { errorContext } from '@egoi-client/core/wire';

/** The account's report: every kind of value that a wire carries, and texts that break careless writers. */
export const report: WireValue = {
  text: 'Olá & <b>"quotes"</b> \'n\' €',
  empty: '',
  spaces: '  two  ',
  lines: 'line 1\nline 2',
  zeros: '00351',
  whole: 7,
  negative: -3,
  fraction: 1.5,
  big: 2_147_483_648,
  yes: true,
  no: false,
  nothing: null,
  list: ['a', 'b'],
  one: ['only'],
  none: [],
  mixed: ['a', 1, true],
  rows: [
    { id: 1, name: 'um' },
    { id: 2, name: 'dois' },
  ],
  deep: { a: { b: { c: ['d'] } } },
  sparse: { 3: 'three', 7: 'seven' },
};

/** A method that the account refuses; clients with a WSDL ask for it in place of one that is not there. */
export const refusedMethod = 'detachTag';

/** Why it does. */
export const refusalReason = 'no tags are detached here: delete the tag';

const refusals: ReadonlyMap<string, string> = new Map([
  ['noSuchMethod', 'not a method'],
  [refusedMethod, refusalReason],
]);

/**
 * The account that foreign clients call: the same references and moment each time, a report of every
 * kind of value at getCredits, and methods that it refuses.
 */
export function interopAccount(): Transport {
  const account = fixedAccount();
  return {
    id: account.id,
    async call(request) {
      const reason = refusals.get(request.method);
      if (reason !== undefined) {
        throw new EgoiUnsupportedError(reason, errorContext(request, account.id));
      }
      if (request.method !== 'getCredits') return account.call(request);
      return { value: report, transport: account.id, durationMs: 0 };
    },
    close: () => account.close(),
  };
}
