import type { EgoiClient, WireObject } from '@egoi-client/core';
import type { BatchCallOptions, BatchParameters } from './send-batch.ts';

/** What the account tells about a batch. */
export type BatchPresence = 'found' | 'missing' | 'unverifiable';

/** How a batch is looked up. */
export interface LookupOptions extends BatchCallOptions {
  /** How many contacts are looked up, 1 to 1,000; each costs a call. @default 3 */
  readonly probes?: number;
  /** When the batch was sent, in milliseconds since 1970. */
  readonly sentAt: number;
  /** Told before each call. */
  readonly onCall?: () => void;
}

/** Looks contacts of a batch up in the account. */
export async function batchIsInAccount(
  _client: EgoiClient,
  _contacts: readonly WireObject[],
  _parameters: BatchParameters,
  _options: LookupOptions,
): Promise<BatchPresence> {
  return Promise.reject(new Error('being built'));
}
