import type { OperationName } from '@egoi-client/v3-api';
import type { JudgedCall } from '../calls/judged-call.ts';
import { differenceOf } from '../difference.ts';
import type { Exchange } from '../served/run-calls.ts';
import { type Tally, tallyOf } from '../tally.ts';

/**
 * Holds what another client was answered against what the client half was, call by call.
 *
 * @param isMade whether the other client made a call itself
 */
export function compareClient(
  title: string,
  expected: readonly Exchange[],
  actual: readonly Exchange[],
  served: ReadonlySet<OperationName>,
  isMade: (call: JudgedCall) => boolean,
): Tally {
  const compared = actual.flatMap(({ call, answer }, index) => {
    const other = expected[index]?.answer;
    if (!served.has(call.name) || !isMade(call) || other === undefined) return [];
    const what = `${call.name} ${JSON.stringify(call.input)}`;
    return [{ what, complaints: differenceOf(other, answer) }];
  });
  return tallyOf(title, compared);
}
