import { EgoiApiError, EgoiClient, EgoiError, type Transport } from '@egoi-client/core';
import { sandboxApiKey } from '@egoi-client/sandbox';
import type { CaseAccount, ConformanceCase } from './case.ts';

/** What a case came to: a value, or an error without what names the transport. */
export type CaseOutcome =
  | { readonly value: unknown }
  | { readonly error: Readonly<Record<string, unknown>> };

/** Runs a case through a transport and gives its outcome in a form that can be compared. */
export function runCase(
  conformanceCase: ConformanceCase,
  transport: Transport,
): Promise<CaseOutcome> {
  const client = new EgoiClient({ apiKey: sandboxApiKey, transport });
  const clientWith = (credentials: Parameters<CaseAccount['clientWith']>[0]) =>
    new EgoiClient({ ...credentials, transport });
  return outcomeOf(() => conformanceCase.run({ client, clientWith }));
}

/** What a run came to. Rejects with what is no error of a client. */
export async function outcomeOf(run: () => Promise<unknown>): Promise<CaseOutcome> {
  try {
    return { value: await run() };
  } catch (error) {
    if (!(error instanceof EgoiError)) throw error;
    const { kind, method, delivery, retryable, attempts } = error;
    const { code, fieldId, wireCode } = error instanceof EgoiApiError ? error : {};
    return { error: { kind, method, delivery, retryable, attempts, code, fieldId, wireCode } };
  }
}

/** Tells whether a case came to what it says of itself: a value, or its error code. */
export function isExpectedOutcome({ fails }: ConformanceCase, outcome: CaseOutcome): boolean {
  return 'error' in outcome ? outcome.error['wireCode'] === fails : fails === undefined;
}
