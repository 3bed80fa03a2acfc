import { inspect } from 'node:util';
import {
  EgoiClient,
  EgoiError,
  type EgoiErrorKind,
  EgoiFaultError,
  type Transport,
  type WireValue,
} from '@egoi-client/core';
import { method } from './dialects.ts';

/** The key that no hostile server may ever learn from another's requests, nor a log from an error. */
export const apiKey = 'k3y&"<attacked>\'0123456789abcdef+/=';

/** How a call ended for its caller. */
export type Outcome = { readonly value: WireValue } | { readonly error: unknown };

/** What must hold of an outcome. @returns what does not */
export type Holds = (outcome: Outcome) => string | undefined;

/** Calls through a client, as a user does. */
export async function callThrough(
  transport: Transport,
  called: string = method,
  params: { readonly [name: string]: unknown } = { campaign: 1 },
): Promise<Outcome> {
  const client = new EgoiClient({ apiKey, transport });
  try {
    return { value: await client.call(called, params) };
  } catch (error) {
    return { error };
  }
}

/** The call must end in an error of one of these kinds. */
export function refusedAs(...kinds: readonly EgoiErrorKind[]): Holds {
  return (outcome) => {
    if (!('error' in outcome)) return `was taken as ${inspect(outcome.value).slice(0, 200)}`;
    const { error } = outcome;
    if (error instanceof EgoiError && kinds.includes(error.kind)) return undefined;
    return `ended in ${error instanceof EgoiError ? error.kind : inspect(error)}`;
  };
}

/** The call must end in a value of which something holds. */
export function takenAsData(isRight: (value: WireValue) => boolean): Holds {
  return (outcome) => {
    if (!('value' in outcome)) return `was refused: ${inspect(outcome.error).slice(0, 300)}`;
    return isRight(outcome.value) ? undefined : `came as ${inspect(outcome.value).slice(0, 200)}`;
  };
}

/** The call must end in a fault of which something holds. */
export function faultOf(isRight: (faultString: string) => boolean): Holds {
  return (outcome) => {
    const error = 'error' in outcome ? outcome.error : undefined;
    if (!(error instanceof EgoiFaultError)) return `is no fault: ${inspect(outcome).slice(0, 300)}`;
    return isRight(error.faultString) ? undefined : `says ${inspect(error.faultString)}`;
  };
}

/** What must hold of every outcome, whatever was sent. */
export function wrongInOutcome(outcome: Outcome, secrets: readonly string[]): string | undefined {
  const shown = 'error' in outcome ? showError(outcome.error) : JSON.stringify(outcome.value);
  const leaked = secrets.find((secret) => shown.includes(secret));
  if (leaked !== undefined) return `holds ${leaked}`;
  if ('value' in outcome) return undefined;
  const { error } = outcome;
  if (!(error instanceof EgoiError)) return `is no EgoiError: ${inspect(error)}`;
  if (error.message.includes('in a way that it must not')) return `is a defect: ${inspect(error)}`;
  return /[\p{Cc}\u2028\u2029\u202a-\u202e]/u.test(error.message)
    ? 'has a control character in its message'
    : undefined;
}

function showError(error: unknown): string {
  return [
    inspect(error, { depth: 12, showHidden: true }),
    JSON.stringify(error),
    String(error),
    error instanceof Error ? error.stack : '',
  ].join('\n');
}
