import { isDeepStrictEqual } from 'node:util';
import { findMethod, type MethodName } from '@egoi-client/core';
import { translationOf, type V3TransportOptions } from '@egoi-client/transport-v3';
import type { SandboxTransport } from '@egoi-client/sandbox';
import type { CaseAccount, ConformanceCase } from '../case.ts';
import { fixedAccount } from '../fixed-account.ts';
import { compareRuns } from './compare-runs.ts';
import { withoutParameter } from './reduced-values.ts';
import { declaredLoss, isWithoutEffect, withoutEffect } from './showings.ts';
import { type TracedRun, traceCase } from './traced-run.ts';
import { prepareFor, type V3Connection, type V3Front } from './v3-front.ts';

/** One way to use a method on a fresh account over API v3. */
export interface V3Case {
  /** Whose calls go over API v3. */
  readonly method: string;
  readonly name: string;
  /** @param sandbox the account itself, for what no call makes */
  run(account: CaseAccount, sandbox: SandboxTransport): Promise<unknown>;
}

/** How a case over API v3 compares with the same over API v2. */
export interface V3CaseResult {
  readonly verdict: 'equal' | 'with losses' | 'refused' | 'wrong';
  /** What no declared loss explains. */
  readonly problems: readonly string[];
  /** Each way in which a loss showed, as `method.loss: showing`. */
  readonly showings: ReadonlySet<string>;
  /** The answered calls of the method. */
  readonly answered: readonly AnsweredCall[];
}

/** What an answered call over API v3 took. */
export interface AnsweredCall {
  /** How many parameters it had. */
  readonly parameters: number;
  /** HTTP requests that arrived at the server. */
  readonly requests: number;
}

/**
 * Runs a case over both APIs, each with a fresh account, and compares them.
 *
 * The calls of the method that the case belongs to go over API v3. What else it calls, to set the account
 * up and to look at it afterwards, goes over API v2 to the same account: so it can set up what API v3
 * cannot make, differs in the losses of its own method alone, and sees what the calls over API v3 have
 * left in the account as API v2 tells it.
 */
export async function runV3Case(v3Case: V3Case, front: V3Front): Promise<V3CaseResult> {
  const method = (findMethod(v3Case.method)?.name ?? v3Case.method) as MethodName;
  const bare = await runBare(v3Case, method);
  const { run: overV3, leftWork, answered, problems } = await runOverV3(v3Case, method, front);
  const lost = withoutEffectIn(overV3, method);
  const overV2 = lost.length === 0 ? bare : await runBare(v3Case, method, lost);
  const found = compareRuns({ method, overV2, overV3, leftWork });
  const showings = new Set(found.showings);
  for (const one of found.problems.length > 0 ? [] : lost) {
    // Where its effect is expected the runs differ: so it is not there.
    const expecting = await runBare(
      v3Case,
      method,
      lost.filter((other) => other !== one),
    );
    const { problems: missed } = compareRuns({ method, overV2: expecting, overV3, leftWork });
    if (missed.length > 0) showings.add(`${method}.${one.name}: ${withoutEffect(one.name)}`);
  }
  const goingOn = await withoutLeave(v3Case, method, front, overV3);
  const all = [...problems, ...found.problems, ...goingOn];
  return { verdict: verdictOf(), problems: all, showings, answered };

  function verdictOf(): V3CaseResult['verdict'] {
    if (all.length > 0) return 'wrong';
    if (found.isRefused) return 'refused';
    return isDeepStrictEqual(outcomesOf(overV3), outcomesOf(bare)) ? 'equal' : 'with losses';
  }
}

/** A parameter without effect over API v3, and the call that has it, by its place in the case. */
interface LostParameter {
  readonly name: string;
  readonly place: number;
}

function withoutEffectIn({ calls }: TracedRun, method: string): LostParameter[] {
  return calls.flatMap((call, place) =>
    call.method !== method
      ? []
      : call.losses
          .map((loss) => declaredLoss(method, loss))
          .filter((loss) => loss !== undefined && isWithoutEffect(loss))
          .map((loss) => ({ name: loss?.name ?? '', place })),
  );
}

async function runBare(
  v3Case: V3Case,
  method: MethodName,
  lost: readonly LostParameter[] = [],
): Promise<TracedRun> {
  const account = fixedAccount();
  try {
    await prepareFor(method, account);
    return await traceCase(onAccount(v3Case, account), {
      transportOf: () => account,
      paramsOf: (params, place) =>
        lost
          .filter((one) => one.place === place)
          .reduce((left, { name }) => withoutParameter(left, name), params),
    });
  } finally {
    await account.close();
  }
}

/** What is wrong where nothing is allowed: a call with a loss that needs leave is refused, and changes nothing. */
async function withoutLeave(
  v3Case: V3Case,
  method: MethodName,
  front: V3Front,
  allowed: TracedRun,
): Promise<string[]> {
  const place = allowed.calls.findIndex(
    (call) =>
      call.method === method &&
      call.losses.some((loss) => declaredLoss(method, loss)?.needsLeave === true),
  );
  if (place < 0) return [];
  const { run, writes } = await runOverV3(v3Case, method, front, { allowLosses: [] });
  const outcome = run.calls[place]?.outcome;
  const isRefused =
    outcome !== undefined && 'error' in outcome && outcome.error['kind'] === 'unsupported';
  if (!isRefused) return [`${method} is not refused without leave`];
  return writes === 0 ? [] : [`${method} is refused without leave, and made ${writes} writes`];
}

async function runOverV3(
  v3Case: V3Case,
  method: MethodName,
  front: V3Front,
  user: V3TransportOptions = {},
) {
  const account = fixedAccount();
  const connection = front.connect(account, user);
  const leftWork = new Set<number>();
  const answered: AnsweredCall[] = [];
  const problems: string[] = [];
  let place = -1;
  try {
    await prepareFor(method, account);
    const run = await traceCase(onAccount(v3Case, account), {
      transportOf: (called) => (called === method ? connection.transport : account),
      async onCall(call) {
        place += 1;
        if (call.method !== method) return;
        const counted = connection.requestsOfCall();
        if (call.requests === undefined) problems.push(...requestsOfRefused(method, connection));
        else if ('value' in call.outcome) {
          answered.push({ parameters: Object.keys(call.params).length, requests: counted });
        }
        if (call.requests !== undefined && call.requests !== counted) {
          problems.push(`${method} tells of ${call.requests} requests, and made ${counted}`);
        }
        if (!call.losses.some(({ kind }) => kind === 'later')) return;
        const before = await account.snapshot();
        await account.workOff();
        if (!isDeepStrictEqual(await account.snapshot(), before)) leftWork.add(place);
      },
    });
    return { run, leftWork, answered, problems, writes: connection.writesOfCall() };
  } finally {
    await connection.close();
    await account.close();
  }
}

function onAccount(v3Case: V3Case, sandbox: SandboxTransport): ConformanceCase {
  return { name: v3Case.name, run: (account) => v3Case.run(account, sandbox) };
}

/** A method that is refused is refused before anything is sent. */
function requestsOfRefused(method: MethodName, connection: V3Connection): string[] {
  const made = connection.requestsOfCall();
  if (translationOf(method).verdict !== 'refused' || made === 0) return [];
  return [`${method} is refused, and made ${made} requests`];
}

/** What is compared of a run: not what its replies told. */
function outcomesOf({ outcome, calls }: TracedRun): unknown {
  return { outcome, calls: calls.map(({ method, outcome: one }) => ({ method, one })) };
}
