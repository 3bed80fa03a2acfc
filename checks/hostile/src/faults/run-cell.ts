import { getEventListeners } from 'node:events';
import { EgoiClient } from '@egoi-client/core';
import { apiKey, type Expectation, type Fault } from './fault.ts';
import type { FaultWire } from '@egoi-client/conformance/support/fault-wires';
import { loopTurns } from './loop-turns.ts';
import { type MisbehavingServer, startServer } from './misbehaving-server.ts';
import { type OpenPlace, openPlace } from './open-place.ts';
import { type Outcome, outcomeOf, problemsOf } from './outcome.ts';

/** One fault on one wire. */
export interface Cell {
  readonly wire: string;
  readonly outcome: Outcome;
  /** What is wrong, in words; nothing if all is well. */
  readonly problems: readonly string[];
}

/** What a call may take beyond its limit: so much that only what hangs takes longer, in milliseconds. */
const graceMs = 20_000;

/** The limit of a row whose subject is none, in milliseconds: beyond the grace of one that has one. */
const longLimitMs = 30_000;

/** The limits of a row whose subject is one, in milliseconds, the first that will do. */
const shortLimitsMs = [250, 500, 1_000, 2_000, 4_000];

/** Makes one call meet one fault, and looks at all that it leaves behind. */
export async function runCell(fault: Fault, wire: FaultWire): Promise<Cell> {
  let last: Cell | undefined;
  for (const limitMs of fault.limit === undefined ? [longLimitMs] : shortLimitsMs) {
    const { cell, metFault } = await tryCell(fault, wire, limitMs);
    // On a busy machine a short limit may pass before the server has anything to misbehave at.
    if (metFault) return cell;
    last = cell;
  }
  if (last === undefined) throw new Error('there is no limit to try');
  return { ...last, problems: [...last.problems, 'the server received nothing'] };
}

async function tryCell(
  fault: Fault,
  wire: FaultWire,
  limitMs: number,
): Promise<{ readonly cell: Cell; readonly metFault: boolean }> {
  const controller = new AbortController();
  const elsewhere = await startServer(() => undefined);
  const scene = {
    wire,
    abort: () => controller.abort(),
    elsewhere: `http://localhost:${elsewhere.port}/v2/rest.php`,
  };
  const place = await openPlace(fault.place ?? { at: 'server' }, (visit) =>
    fault.serve?.(visit, scene),
  );
  const { server } = place;
  try {
    const { outcome, problems } = await meet(fault, wire, place, controller, limitMs);
    if (elsewhere.connections > 0) problems.push('the call went on to another host');
    const metFault = fault.limit === undefined || server === undefined || receivedBytes(server) > 0;
    return { cell: { wire: wire.name, outcome, problems }, metFault };
  } finally {
    await place.close();
    await elsewhere.stop();
  }
}

async function meet(
  fault: Fault,
  wire: FaultWire,
  place: OpenPlace,
  controller: AbortController,
  limitMs: number,
): Promise<{ readonly outcome: Outcome; readonly problems: string[] }> {
  const expected = fault.except?.[wire.name] ?? fault.expected;
  const { base, options, server } = place;
  const { signal } = controller;
  const transport = await wire.makeTransport(base, {
    timeoutMs: fault.limit === 'of the call' ? longLimitMs : limitMs,
    ...options,
    ...fault.options,
  });
  const timeoutMs = fault.limit === 'of the call' ? limitMs : 2 * longLimitMs;
  const client = new EgoiClient({ apiKey, transport, timeoutMs });
  if (fault.abort === 'before the call') controller.abort();
  const call = callOf(fault, client, signal);
  if (fault.abort === 'while connecting') void loopTurns().then(() => controller.abort());
  const outcome = await outcomeOf(call, limitMs + graceMs);
  const method = fault.call === 'getLists' ? 'getLists' : 'addTag';
  const problems = problemsOf(outcome, expected, { method, transport: transport.id });

  if (getEventListeners(signal, 'abort').length > 0) {
    problems.push('a listener is left on the caller’s signal');
  }
  if (server !== undefined) {
    problems.push(...(await soon(server.closed('not reusable'), 'a broken connection stays open')));
    if (fault.abort === 'before the call' && server.connections > 0) {
      problems.push('a connection was made');
    }
    if (isUnsent(expected) && receivedBytes(server) > 0) problems.push('something was sent');
  }
  await client.close();
  if (server !== undefined) {
    problems.push(...(await soon(server.closed('all'), 'close() leaves a connection open')));
  }
  return { outcome, problems };
}

function callOf(fault: Fault, client: EgoiClient, signal: AbortSignal): Promise<unknown> {
  const addTag = () => client.addTag({ name: 'vip' }, { signal });
  switch (fault.call) {
    case 'addTag, a megabyte':
      return client.addTag({ name: 'vip'.repeat(350_000) }, { signal });
    case 'addTag, twice':
      // In between the server does what it does after its first answer.
      return addTag().then(loopTurns).then(addTag);
    case 'getLists':
      return client.getLists({}, { signal });
    default:
      return addTag();
  }
}

/** A call that was refused for the service's quota, or by what stands in front of it, was sent, but nothing of it was done. */
function isUnsent(expected: Expectation): boolean {
  if (typeof expected === 'string' || ['quota', 'http'].includes(expected.kind)) return false;
  return expected.delivery === 'not_sent';
}

function receivedBytes(server: MisbehavingServer): number {
  return server.visits.reduce((sum, visit) => sum + visit.receivedBytes, 0);
}

/** The problem, if something does not happen. */
async function soon(event: Promise<void>, problem: string): Promise<string[]> {
  const outcome = await outcomeOf(event, graceMs);
  return outcome === 'never settled' ? [problem] : [];
}
