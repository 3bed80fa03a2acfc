import { type OperationName, operations, readAnswer } from '@egoi-client/v3-api';
import { differenceOf } from './difference.ts';
import { KnownExceptions } from './official/exceptions.ts';
import { searchMember } from './official/missing-members.ts';
import type { OfficialDescription } from './official/official-description.ts';
import { prismComplaints } from './official/prism-proxy.ts';
import { requiredMembers } from './official/required-members.ts';
import type { Exchange } from './served/run-calls.ts';
import { type Tally, tallyOf } from './tally.ts';

/**
 * Holds the answers of the served operations against the official description, against the members that
 * clients rely on, and against the reader of the client half.
 *
 * @param byPrism the same calls through Prism, where it judges too
 */
export function judgeAnswers(
  exchanges: readonly Exchange[],
  served: ReadonlySet<OperationName>,
  description: OfficialDescription,
  byPrism?: readonly Exchange[],
): Tally {
  const known = new KnownExceptions();
  const found = new Map<string, number>();
  const judged = exchanges.flatMap((exchange, index) => {
    const { call, answer } = exchange;
    if (!served.has(call.name)) return [];
    const throughPrism = byPrism?.[index];
    const complaints = [
      ...statusComplaints(exchange),
      ...memberComplaints(exchange, found),
      // Another method than the operation has is no operation, and its answer described nowhere.
      ...(call.kind === 'wrong' && call.method !== undefined
        ? []
        : known.without(call.name, 'answer', [
            ...description.complaintsOfAnswer(call.name, answer),
            ...(throughPrism === undefined
              ? []
              : prismComplaints(throughPrism.answer.headers).ofAnswer),
          ])),
      ...(throughPrism === undefined ? [] : differenceOf(answer, throughPrism.answer)),
    ];
    const what = `${call.kind} ${call.name} ${JSON.stringify(call.input)} answered ${answer.status}`;
    return [{ what, complaints }];
  });
  return tallyOf('answers', judged, [
    ...neverFound(served, found),
    ...known.outdated('answer', served),
  ]);
}

/** The status that was expected, in a form that the client half reads. */
function statusComplaints({ call, answer }: Exchange): string[] {
  const { name } = call;
  const expected = call.kind === 'right' ? operations[name].answer.status : call.status;
  const detail = JSON.stringify(answer.body)?.slice(0, 300);
  if (answer.status !== expected) return [`not ${expected}: ${detail}`];
  const read = readAnswer(name, {
    status: answer.status,
    body: answer.body === undefined ? '' : JSON.stringify(answer.body),
  });
  const kind = call.kind === 'right' ? 'answer' : 'problem';
  if (read.kind === kind) return [];
  return [`the client half reads it as ${read.kind}, not ${kind}: ${detail}`];
}

function memberComplaints({ call, answer }: Exchange, found: Map<string, number>): string[] {
  if (call.kind !== 'right' || answer.status >= 300) return [];
  return requiredMembers[call.name].flatMap((place) => {
    const search = searchMember(answer.body, place);
    const key = `${call.name} ${place}`;
    found.set(key, (found.get(key) ?? 0) + search.found);
    return search.missing.map((missing) => `${missing} is missing`);
  });
}

/** Members of items, of which no answer had any: nothing was seen of them. */
function neverFound(
  served: ReadonlySet<OperationName>,
  found: ReadonlyMap<string, number>,
): string[] {
  return [...served].flatMap((name) =>
    requiredMembers[name]
      .filter((place) => (found.get(`${name} ${place}`) ?? 0) === 0)
      .map((place) => `no answer of ${name} has ${place}: add a call that brings one`),
  );
}
