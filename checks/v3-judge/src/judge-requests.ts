import { type OperationName, operationNames, readRequest, writeRequest } from '@egoi-client/v3-api';
import { hasOtherKey, type JudgedCall } from './calls/judged-call.ts';
import { type SentRequest, writeUnchecked } from './calls/write-unchecked.ts';
import { KnownExceptions } from './official/exceptions.ts';
import type { OfficialDescription } from './official/official-description.ts';
import { prismComplaints } from './official/prism-proxy.ts';
import type { Exchange } from './served/run-calls.ts';
import { type Tally, tallyOf } from './tally.ts';

/**
 * Holds the request of every call against the official description: the right ones are to be written by
 * the client half and taken by every judge, the wrong ones to be refused by all of them.
 *
 * @param byPrism the same calls through Prism, where it judges too
 */
export function judgeRequests(
  calls: readonly JudgedCall[],
  description: OfficialDescription,
  byPrism?: readonly Exchange[],
): Tally {
  const known = new KnownExceptions();
  const judged = calls.flatMap((call, index) => {
    // The same request was judged with the right key.
    if (hasOtherKey(call)) return [];
    const ofPrism = byPrism?.[index]?.answer.headers;
    const finding = {
      what: `${call.kind} ${call.name} ${JSON.stringify(call.input)}`,
      complaints:
        call.kind === 'wrong'
          ? takersOf(call, writeUnchecked(call), description, ofPrism)
          : complaintsOf(call, description, ofPrism, known),
    };
    return [finding];
  });
  return tallyOf('requests', judged, [
    ...operationsWithout(calls, 'right'),
    ...operationsWithout(calls, 'wrong'),
    ...known.outdated('request', new Set(operationNames)),
  ]);
}

type Headers = Readonly<Record<string, string>> | undefined;

function complaintsOf(
  { name, input }: JudgedCall,
  description: OfficialDescription,
  ofPrism: Headers,
  known: KnownExceptions,
): string[] {
  const written = writeRequest(name, input as never);
  if (written.kind === 'refused') {
    return written.problems.map(({ path, problem }) => `the client half: ${path} ${problem}`);
  }
  const official = [
    ...description.complaintsOfRequest(written),
    ...(ofPrism === undefined ? [] : prismComplaints(ofPrism).ofRequest),
  ];
  return [...ownComplaints(name, written), ...known.without(name, 'request', official)];
}

function ownComplaints(name: OperationName, { method, path, body = '' }: SentRequest): string[] {
  const read = readRequest({ method, path, body });
  if (read.kind === 'problem') return [`the server half: ${read.problem.detail}`];
  return read.name === name ? [] : [`the server half reads ${read.name}`];
}

/** Who takes a wrong request all the same. */
function takersOf(
  { name, input, method }: JudgedCall & { readonly kind: 'wrong' },
  request: SentRequest,
  description: OfficialDescription,
  ofPrism: Headers,
): string[] {
  const { body = '' } = request;
  const isWritten = method === undefined && writeRequest(name, input as never).kind === 'request';
  const isTakenBy = {
    'the client half': isWritten,
    'the server half': readRequest({ ...request, body }).kind === 'call',
    'the official description': description.complaintsOfRequest(request).length === 0,
    Prism:
      ofPrism !== undefined &&
      method === undefined &&
      prismComplaints(ofPrism).ofRequest.length === 0,
  };
  return Object.entries(isTakenBy)
    .filter(([, isTaken]) => isTaken)
    .map(([judge]) => `${judge} takes it`);
}

function operationsWithout(calls: readonly JudgedCall[], kind: 'right' | 'wrong'): string[] {
  const having = new Set(calls.filter((call) => call.kind === kind).map(({ name }) => name));
  return operationNames
    .filter((name) => !having.has(name))
    .map((name) => `${name} has no ${kind} call: add one in src/calls/`);
}
