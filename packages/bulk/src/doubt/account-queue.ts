import type { EgoiClient } from '@egoi-client/core';
import type { BatchCallOptions } from '../batches/send-batch.ts';
import { textOf } from './contact-keys.ts';

/** How API v2 and API v3 name an import in the account's queue. */
const importWords: readonly string[] = ['addSubscriberBulk', 'import_contacts'];

const shortestRestMs = 2000;
const longestRestMs = 60_000;

/**
 * The imports that wait in the account's queue or are being worked off, by their numbers. Nothing tells
 * one's own from others.
 *
 * @throws EgoiError what the call rejects with
 */
export async function queuedImports(
  client: EgoiClient,
  options: BatchCallOptions,
): Promise<readonly string[]> {
  const queue = await client.getOperationsQueue({}, options);
  return queue
    .filter(({ OPERATION }) => importWords.includes(textOf(OPERATION)))
    .map(({ ID }) => textOf(ID));
}

/** How long to leave the account at its work before another look, in milliseconds. */
export function restBetweenLooks(looks: number): number {
  return Math.min(shortestRestMs * 2 ** Math.min(looks, 16), longestRestMs);
}
