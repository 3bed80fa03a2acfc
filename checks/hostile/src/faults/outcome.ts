import { inspect, isDeepStrictEqual } from 'node:util';
import {
  EgoiAbortError,
  EgoiApiError,
  EgoiConnectionError,
  EgoiError,
  EgoiFaultError,
  EgoiHttpError,
  EgoiProtocolError,
  EgoiQuotaError,
  EgoiTimeoutError,
} from '@egoi-client/core';
import { apiKey, type Expectation, type ExpectedError, goodTag } from './fault.ts';

/** What came of a call. */
export type Outcome = { readonly value: unknown } | { readonly error: unknown } | 'never settled';

/** Waits for a call, and not forever. */
export async function outcomeOf(call: Promise<unknown>, deadlineMs: number): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve('never settled'), deadlineMs);
  });
  const settled = call.then(
    (value): Outcome => ({ value }),
    (error: unknown): Outcome => ({ error }),
  );
  const outcome = await Promise.race([settled, deadline]);
  clearTimeout(timer);
  return outcome;
}

/** What is wrong with an outcome, in words; nothing if it is as it must be. */
export function problemsOf(outcome: Outcome, expected: Expectation, what: CalledThing): string[] {
  if (outcome === 'never settled') return ['the call never settled'];
  if ('value' in outcome) {
    if (typeof expected !== 'string') return [`it gave ${inspect(outcome.value)}`];
    return isDeepStrictEqual(outcome.value, goodTag) ? [] : [`it gave ${inspect(outcome.value)}`];
  }
  const { error } = outcome;
  if (!(error instanceof EgoiError)) return [`it threw ${inspect(error)}`];
  const leak = shownForms(error).some((shown) => shown.includes(apiKey))
    ? ['the error shows the key']
    : [];
  if (typeof expected === 'string') return [`it threw ${error.name}: ${error.message}`, ...leak];
  return [...differences(error, expected, what), ...leak];
}

/** What an error must say about the call itself. */
export interface CalledThing {
  readonly method: string;
  readonly transport: string;
}

const classes = {
  api: EgoiApiError,
  connection: EgoiConnectionError,
  timeout: EgoiTimeoutError,
  aborted: EgoiAbortError,
  protocol: EgoiProtocolError,
  http: EgoiHttpError,
  fault: EgoiFaultError,
  quota: EgoiQuotaError,
};

function differences(error: EgoiError, expected: ExpectedError, what: CalledThing): string[] {
  const { retryAfterMs, status, ...plain } = expected;
  const wanted = { status, ...plain, ...what, attempts: 1 };
  const got = { status: error instanceof EgoiHttpError ? error.status : undefined };
  const problems = Object.entries(wanted)
    .map(([name, value]) => ({
      name,
      value,
      actual: name in got ? got.status : (Reflect.get(error, name) as unknown),
    }))
    .filter(({ value, actual }) => value !== actual)
    .map(({ name, value, actual }) => `${name} is ${inspect(actual)}, not ${inspect(value)}`);
  const errorClass = Object.entries(classes).find(([kind]) => kind === expected.kind)?.[1];
  if (errorClass === undefined || !(error instanceof errorClass)) {
    problems.push(`it is of the class ${error.name}`);
  }
  if (!isWithin(error.retryAfterMs, retryAfterMs)) {
    problems.push(`retryAfterMs is ${error.retryAfterMs}`);
  }
  return problems;
}

function isWithin(actual: number | undefined, bounds: ExpectedError['retryAfterMs']): boolean {
  if (actual === undefined || bounds === undefined) return actual === bounds;
  return actual >= bounds.least && actual <= bounds.most;
}

/** Every way in which an error gets into a log. */
function shownForms(error: EgoiError): string[] {
  return [
    inspect(error, { depth: 12, showHidden: true }),
    String(error.stack),
    String(error),
    JSON.stringify(error),
  ];
}
