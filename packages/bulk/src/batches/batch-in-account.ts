import { type EgoiClient, EgoiApiError, isWireObject, type WireObject } from '@egoi-client/core';
import { holdsValues } from './holds-values.ts';
import type { BatchCallOptions, BatchParameters } from './send-batch.ts';

/** What the account tells about a batch. `unverifiable`: none of its contacts has an e-mail address. */
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

/** Accounts write their days in a time zone that no answer names, so a day before the sending may still be it. */
const marginMs = 2 * 86_400_000;

/**
 * Looks for a batch in the account when nobody knows whether its call arrived: asks subscriberData for
 * the first, the last and evenly spread contacts by their e-mail addresses, until one is not there.
 *
 * A contact shows that the batch arrived when it is in the list, was added or changed since shortly
 * before the sending, and, where existing contacts are updated (operation 2), has the values that were
 * sent. Contacts that the list got in some other way at that time tell nothing: with as many probes as
 * contacts, every one is looked up.
 *
 * @param contacts of one batch
 * @throws EgoiError what the lookups reject with
 */
export async function batchIsInAccount(
  client: EgoiClient,
  contacts: readonly WireObject[],
  parameters: BatchParameters,
  options: LookupOptions,
): Promise<BatchPresence> {
  const { probes = 3, sentAt, onCall, signal, timeoutMs } = options;
  const reachable = contacts.filter((contact) => emailOf(contact) !== undefined);
  if (reachable.length === 0) return 'unverifiable';
  for (const contact of spread(reachable, probes)) {
    onCall?.();
    const record = await recordOf(client, parameters.listID, emailOf(contact) ?? '', {
      signal,
      timeoutMs,
    });
    if (record === undefined || isOlder(record, sentAt)) return 'missing';
    if (parameters.operation === 2 && !holdsValues(record, contact)) return 'missing';
  }
  return 'found';
}

async function recordOf(
  client: EgoiClient,
  listID: string,
  subscriber: string,
  options: BatchCallOptions,
): Promise<WireObject | undefined> {
  try {
    const answer = await client.call('subscriberData', { listID, subscriber }, options);
    const record = isWireObject(answer) ? answer['subscriber'] : undefined;
    return isWireObject(record) ? record : undefined;
  } catch (error) {
    if (error instanceof EgoiApiError && error.code === 'SUBSCRIBER_NOT_FOUND') return undefined;
    throw error;
  }
}

function emailOf(contact: WireObject): string | undefined {
  const email = contact['email'];
  return typeof email === 'string' && email.trim() !== '' ? email : undefined;
}

/** The first, the last, and others evenly between them. */
function spread<T>(items: readonly T[], count: number): T[] {
  if (count >= items.length) return [...items];
  const last = items.length - 1;
  const indexes = Array.from({ length: count }, (_, step) =>
    Math.round((step * last) / Math.max(1, count - 1)),
  );
  return indexes.flatMap((index) => items.slice(index, index + 1));
}

/** Tells whether a contact was last touched well before the sending. */
function isOlder(record: WireObject, sentAt: number): boolean {
  const touched = [record['ADD_DATE'], record['MODIFICATION_DATE'], record['REMOVE_DATE']]
    .filter((value) => typeof value === 'string')
    .map((value) => Date.parse(`${value.slice(0, 10)}T00:00:00Z`))
    .filter((time) => !Number.isNaN(time));
  return touched.length > 0 && Math.max(...touched) < sentAt - marginMs;
}
