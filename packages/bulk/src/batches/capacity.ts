import type { RequestSize } from '@egoi-client/core/wire';
import type { PackOptions } from '../batch-contract.ts';

/** What the contacts of one batch may take up. */
export interface Capacity {
  readonly bytes: number;
  readonly fields: number;
  readonly contacts: number;
}

/** For which the limits of transports keep room, beside the envelope: the parameters that imports usually have. */
const usual: RequestSize = { bytes: 32 * 1024, fields: 8 };

/** The room for contacts in one call: a transport's limits, less what long parameters such as many tags take. */
export function capacityOf(options: PackOptions): Capacity {
  const { limits, parameters, maxBatchBytes = limits.maxBytes } = options;
  const most = [options.maxBatchContacts, limits.maxItems];
  const own = limits.sizeOf(parameters);
  return {
    bytes: Math.min(limits.maxBytes, maxBatchBytes) - Math.max(0, own.bytes - usual.bytes),
    fields: limits.maxFields - Math.max(0, own.fields - usual.fields),
    contacts: Math.min(...most.map((count = Number.POSITIVE_INFINITY) => count)),
  };
}

/** Why a contact alone is too much for a call; `undefined` when it is not. */
export function overCapacity(size: RequestSize, capacity: Capacity): string | undefined {
  if (size.bytes > capacity.bytes) {
    return `takes up ${size.bytes} bytes, more than the ${capacity.bytes} of one call`;
  }
  if (size.fields > capacity.fields) {
    return `takes up ${size.fields} form fields, more than the ${capacity.fields} of one call`;
  }
  return undefined;
}
