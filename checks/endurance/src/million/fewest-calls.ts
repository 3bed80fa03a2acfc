import type { RequestLimits } from '@egoi-client/core/wire';
import { contactOf } from './contacts.ts';

/**
 * A number of calls below which the contacts 0 to `count - 1` cannot be sent, in whatever order and by
 * whatever packing: no call holds more bytes, fields or items than its limit, nor more contacts than fit when
 * all were as small as the smallest.
 */
export function fewestCalls(limits: RequestLimits, count: number): number {
  const { maxBytes, maxFields, maxItems = Number.POSITIVE_INFINITY } = limits;
  const all = { bytes: 0, fields: 0 };
  const smallest = { bytes: Number.POSITIVE_INFINITY, fields: Number.POSITIVE_INFINITY };
  for (let index = 0; index < count; index += 1) {
    const { bytes, fields } = limits.sizeOf(contactOf(index));
    all.bytes += bytes;
    all.fields += fields;
    smallest.bytes = Math.min(smallest.bytes, bytes);
    smallest.fields = Math.min(smallest.fields, fields);
  }
  return Math.max(
    Math.ceil(all.bytes / maxBytes),
    Math.ceil(count / maxItems),
    Math.ceil(count / Math.floor(maxBytes / smallest.bytes)),
    Math.ceil(all.fields / maxFields),
    Number.isFinite(maxFields) && smallest.fields > 0
      ? Math.ceil(count / Math.floor(maxFields / smallest.fields))
      : 0,
  );
}
