import type { EgoiClient, WireObject } from '@egoi-client/core';
import type { ImportTarget } from '../contract.ts';

/** What every call of an import carries beside its contacts. */
export type BatchParameters = WireObject & {
  readonly listID: string;
  readonly compareField: string;
  readonly operation: 1 | 2;
};

/** How a call is made. */
export interface BatchCallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Time limit of the call with its waits, in milliseconds. @default the client's */
  readonly timeoutMs?: number | undefined;
}

/** The parameters of a target with their defaults. @throws EgoiConfigError */
export function batchParameters(_target: ImportTarget): BatchParameters {
  throw new Error('being built');
}

/** Sends one batch; resolves with the service's own count, and rejects with an EgoiError. */
export async function sendBatch(
  _client: EgoiClient,
  _contacts: readonly WireObject[],
  _parameters: BatchParameters,
  _options: BatchCallOptions = {},
): Promise<number | undefined> {
  return Promise.reject(new Error('being built'));
}

/** Tells whether the service may have taken a batch although its call failed. */
export function isOutcomeUnknown(_error: unknown): boolean {
  throw new Error('being built');
}
