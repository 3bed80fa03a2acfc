import type { WireObject, WireValue } from '@egoi-client/core';
import type { BatchParameters } from '../batches/send-batch.ts';
import { textOf } from './contact-keys.ts';
import { holdsValues } from './holds-values.ts';

/**
 * How a contact of a batch stands in the account.
 *
 * - `-` it is not in the list, as far as was looked
 * - `=` it is as the batch makes it
 * - `o` the same, but it was in the list before the batch was sent
 * - `r` it had left the list before the batch was sent
 * - `~` it has other values
 * - `x` it has left the list, perhaps since the batch was sent
 */
export type Sight = (typeof sights)[number];

/** In the order in which one outdoes another, where several records may be the contact. */
export const sights = ['-', '=', 'o', 'r', '~', 'x'] as const;

const hourMs = 3_600_000;

/** Accounts write moments in a time zone that no answer names; the western end of the world is 12 hours behind. */
const zoneMs = 12 * hourMs;

/** How far the clocks of machines may be apart. */
const skewMs = 600_000;

const removed = '2';
const inactive = '4';

/**
 * Holds a record of the account against what a batch makes of the contact.
 *
 * @param sentAt when the batch was sent, in milliseconds since 1970
 */
export function sightOf(
  record: WireObject,
  values: WireObject,
  { operation }: BatchParameters,
  sentAt: number,
): Sight {
  if (hasLeft(record, values)) {
    return isBefore(record['REMOVE_DATE'] ?? record['MODIFICATION_DATE'], sentAt) ? 'r' : 'x';
  }
  // Without updates a contact that is there is left as it is.
  if (operation === 2 && !holdsValues(record, values)) return '~';
  return isBefore(record['ADD_DATE'], sentAt) ? 'o' : '=';
}

/** Inactive contacts have not left; only a row that names a status would bring them back. */
function hasLeft(record: WireObject, values: WireObject): boolean {
  const status = textOf(record['STATUS']).trim();
  const asked = textOf(values['status']).trim();
  if (status === asked) return false;
  return status === removed || (status === inactive && asked !== '');
}

/** Tells whether a moment of the account was surely before another, wherever the account keeps its time. */
function isBefore(written: WireValue | undefined, moment: number): boolean {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}:\d{2}))?/.exec(textOf(written));
  if (parts === null) return false;
  const [, day, time] = parts;
  const latest = Date.parse(`${day}T${time ?? '23:59:59'}Z`) + zoneMs;
  return latest < moment - skewMs;
}
