import { findMethod, type MethodName } from '@egoi-client/core';
import { translationOf } from '@egoi-client/transport-v3';
import type { Finding } from '../scan/scan-sources.ts';
import { changesFor, foreseenLosses, type ReportedLoss, toldLosses } from './reported-losses.ts';
import type { Place, UsedCall } from './used-call.ts';

/** What becomes of the calls of one method. */
export interface MethodReport {
  readonly method: string;
  /** `unknown`: API v2 has no such method. */
  readonly verdict: 'exact' | 'with losses' | 'refused' | 'unknown';
  /** Calls, or places that call. */
  readonly count: number;
  readonly wires: readonly string[];
  readonly parameters: readonly string[];
  readonly losses: readonly ReportedLoss[];
  /** Why API v3 cannot answer it, and what to do instead; of a method that is refused. */
  readonly refusal?: { readonly reason: string; readonly wayOut: string };
  /** Calls that were refused when they ran, by why. */
  readonly refusedCalls: readonly { readonly kind: string; readonly calls: number }[];
  /** Requests of API v3 for a call: in its plainest form, in words what takes more, and as measured. */
  readonly cost?: {
    readonly requests: number;
    readonly further?: string;
    readonly measured?: number;
  };
  readonly operations: readonly string[];
  /** What to change in the program. */
  readonly changes: readonly string[];
  readonly places: readonly Place[];
}

/** What becomes of a program over API v3. */
export interface MigrationReport {
  /** `record`: of what was called. `sources`: of what is written. */
  readonly of: 'record' | 'sources';
  /** `told`: what the transport said of these very calls. `foreseen`: what their parameters may bring. */
  readonly basis: 'told' | 'foreseen';
  readonly counts: {
    readonly methods: number;
    readonly calls: number;
    readonly exact: number;
    readonly withLosses: number;
    readonly refused: number;
    readonly unknown: number;
  };
  /** Those refused first, then the unknown, those with losses that need leave, with others, and the exact. */
  readonly methods: readonly MethodReport[];
}

/** The report of a record's calls. Losses are those that were told, or foreseen where the record was not made over API v3. */
export function reportOfRecord(calls: readonly UsedCall[]): MigrationReport {
  const wasOverV3 = calls.some(
    ({ seen }) => (seen?.losses.length ?? 0) > 0 || seen?.refused === 'unsupported',
  );
  return reportOf('record', wasOverV3 ? 'told' : 'foreseen', calls);
}

/** The report of what was found in sources. */
export function reportOfFindings(findings: readonly Finding[]): MigrationReport {
  const calls = findings.map(
    ({ method, wire, parameters, file, line, confidence }): UsedCall => ({
      method,
      ...(wire === undefined ? {} : { wire }),
      parameters,
      count: 1,
      places: [{ file, line, confidence }],
    }),
  );
  return reportOf('sources', 'foreseen', calls);
}

function reportOf(
  of: MigrationReport['of'],
  basis: MigrationReport['basis'],
  calls: readonly UsedCall[],
): MigrationReport {
  const byMethod = new Map<string, UsedCall[]>();
  for (const call of calls) {
    const method = findMethod(call.method)?.name ?? call.method;
    byMethod.set(method, [...(byMethod.get(method) ?? []), call]);
  }
  const methods = [...byMethod]
    .map(([method, used]) => methodReport(method, used, basis))
    .toSorted(
      (a, b) => rankOf(a) - rankOf(b) || b.count - a.count || (a.method < b.method ? -1 : 1),
    );
  const withVerdict = (verdict: MethodReport['verdict']) =>
    methods.filter((one) => one.verdict === verdict).length;
  return {
    of,
    basis,
    counts: {
      methods: methods.length,
      calls: methods.reduce((sum, { count }) => sum + count, 0),
      exact: withVerdict('exact'),
      withLosses: withVerdict('with losses'),
      refused: withVerdict('refused'),
      unknown: withVerdict('unknown'),
    },
    methods,
  };
}

function rankOf({ verdict, losses }: MethodReport): number {
  if (verdict === 'refused') return 0;
  if (verdict === 'unknown') return 1;
  if (losses.some(({ needsLeave }) => needsLeave)) return 2;
  return verdict === 'with losses' ? 3 : 4;
}

function methodReport(
  method: string,
  calls: readonly UsedCall[],
  basis: MigrationReport['basis'],
): MethodReport {
  const common = {
    method,
    count: calls.reduce((sum, { count }) => sum + count, 0),
    wires: distinct(calls.flatMap(({ wire }) => wire ?? [])),
    parameters: distinct(calls.flatMap(({ parameters }) => parameters)),
    refusedCalls: refusedCallsOf(calls),
    places: calls.flatMap(({ places }) => places ?? []),
  };
  if (findMethod(method) === undefined) return unknownReport(method, common);
  const translation = translationOf(method as MethodName);
  if (translation.verdict === 'refused') {
    const { reason, wayOut } = translation;
    const changes = [`Take the call out: ${wayOut}.`];
    return {
      ...common,
      verdict: 'refused',
      losses: [],
      refusal: { reason, wayOut },
      operations: [],
      changes,
    };
  }
  const losses =
    basis === 'told' ? toldLosses(method, calls) : foreseenLosses(method, common.parameters);
  const { cost, operations } = translation;
  return {
    ...common,
    // What these calls lose, and not what others of the method would.
    verdict: losses.length === 0 ? 'exact' : 'with losses',
    losses,
    cost: { ...cost, ...measuredCost(calls) },
    operations,
    changes: changesFor(losses),
  };
}

type Common = Pick<
  MethodReport,
  'method' | 'count' | 'wires' | 'parameters' | 'refusedCalls' | 'places'
>;

function unknownReport(method: string, common: Common): MethodReport {
  const isUnread = method === '(unread)' || method === '(other)';
  const change = isUnread
    ? 'Look into the log of the gateway: these calls named no method that could be read.'
    : 'API v2 has no such method: the call fails with v2 as well. Correct its name, or take it out.';
  return { ...common, verdict: 'unknown', losses: [], operations: [], changes: [change] };
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].toSorted();
}

function refusedCallsOf(calls: readonly UsedCall[]): MethodReport['refusedCalls'] {
  const kinds = new Map<string, number>();
  for (const { seen, count } of calls) {
    if (seen?.refused !== undefined)
      kinds.set(seen.refused, (kinds.get(seen.refused) ?? 0) + count);
  }
  return [...kinds].map(([kind, number]) => ({ kind, calls: number }));
}

/** Requests of the calls that were made, on the average. */
function measuredCost(calls: readonly UsedCall[]): { readonly measured?: number } {
  const made = calls.filter(({ seen }) => seen !== undefined && seen.refused === undefined);
  const count = made.reduce((sum, call) => sum + call.count, 0);
  if (count === 0) return {};
  const requests = made.reduce((sum, { seen }) => sum + (seen?.requests ?? 0), 0);
  return { measured: Math.round((requests / count) * 100) / 100 };
}
