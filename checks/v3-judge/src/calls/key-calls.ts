import { operations } from '@egoi-client/v3-api';
import { type JudgedCall, refusedKey, type RightCall } from './judged-call.ts';

/** A second key of the account, which may only read. */
export const readOnlyKey = 'b'.repeat(40);
const noKey = 'c'.repeat(40);

/** The first right call of each operation with a key that is none, and of each that writes with one that may only read. */
export function keyCalls(calls: readonly JudgedCall[]): JudgedCall[] {
  const firsts = new Map<string, RightCall>();
  for (const call of calls) {
    if (call.kind === 'right' && !firsts.has(call.name)) firsts.set(call.name, call);
  }
  return [...firsts.values()].flatMap((call) => {
    const { needsKey, effect } = operations[call.name];
    return [
      ...(needsKey ? [refusedKey(call, noKey, 401)] : []),
      ...(needsKey && effect !== 'read' ? [refusedKey(call, readOnlyKey, 403)] : []),
    ];
  });
}
