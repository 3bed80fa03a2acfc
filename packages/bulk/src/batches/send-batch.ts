import {
  type EgoiClient,
  EgoiApiError,
  EgoiError,
  isWireObject,
  type WireObject,
} from '@egoi-client/core';
import { option, resolveOptions } from '@egoi-client/core/wire';
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

const own = ['listID', 'compareField', 'operation', 'subscribers', 'apikey'];

/** The options of a target. */
export const targetShape = {
  listID: option
    .custom<number | string>(
      (value) => /^\d{1,15}$/.test(String(value)),
      'must be the number of a list',
    )
    .transform(String),
  compareField: option.text().default('email'),
  operation: option
    .custom<1 | 2>((value) => value === 1 || value === 2, 'must be 1 or 2')
    .default(2),
  parameters: option
    .custom<WireObject>(
      isFurtherParameters,
      `must be an object of further parameters, without ${own.join(', ')}`,
    )
    .default({}),
};

function isFurtherParameters(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return own.every((name) => !Object.hasOwn(value, name));
}

/**
 * The parameters that all calls of an import share, with their defaults.
 *
 * @throws EgoiConfigError for wrong or unknown options
 */
export function batchParameters(target: ImportTarget): BatchParameters {
  const { listID, compareField, operation, parameters } = resolveOptions(
    'the import',
    targetShape,
    target,
  );
  return { ...parameters, listID, compareField, operation };
}

/**
 * Sends one batch with addSubscriberBulk.
 *
 * @returns the service's own count of the contacts that it took; `undefined` when it tells none
 * @throws EgoiError; see `isOutcomeUnknown`
 */
export async function sendBatch(
  client: EgoiClient,
  contacts: WireObject[],
  parameters: BatchParameters,
  options: BatchCallOptions = {},
): Promise<number | undefined> {
  const receipt = await client.call(
    'addSubscriberBulk',
    { ...parameters, subscribers: contacts },
    options,
  );
  const count = isWireObject(receipt) ? receipt['count'] : undefined;
  return typeof count === 'number' ? count : undefined;
}

/**
 * Tells whether the service may have taken a batch although its call failed. It has not when the call
 * was never sent, or when the API itself said no; a proxy's page, a fault, an answer that cannot be
 * read and a broken connection say nothing about it.
 */
export function isOutcomeUnknown(error: unknown): boolean {
  return (
    !(error instanceof EgoiError) ||
    (error.delivery !== 'not_sent' && !(error instanceof EgoiApiError))
  );
}
