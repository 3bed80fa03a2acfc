import { EgoiAbortError } from '@egoi-client/core';
import type { ContactBatch, PackOptions } from '../batch-contract.ts';
import type { ContactSource } from '../contract.ts';
import { capacityOf, overCapacity } from './capacity.ts';
import { ownSpelling } from '../option-spelling.ts';
import { changedSource, OpenBatch } from './open-batch.ts';
import { readRow } from './read-row.ts';

const nothing = { bytes: 0, fields: 0 };

/**
 * Packs the contacts of a source into the fewest calls that the limits allow for contacts taken in
 * their order: each batch takes what fits before the next one begins. Holds one batch and one row.
 *
 * Values are cleaned of what is plainly no part of them, such as blanks around an address, and packed
 * as they are then. Rows that cannot be sent are told to `onReject` and belong to the batch in which they stand.
 *
 * @throws EgoiInputError when the source gives other contacts than the batches of `packed` had,
 *   EgoiAbortError when the signal fires, and what the source throws
 */
export async function* packContacts(
  source: ContactSource,
  options: PackOptions,
): AsyncGenerator<ContactBatch, void> {
  const {
    limits,
    packed = [],
    unknownFields = 'reject',
    onReject,
    onClean,
    onRow,
    signal,
  } = options;
  const { compareField } = options.parameters;
  const unknown = { unknownFields, spelling: options.spelling ?? ownSpelling };
  const capacity = capacityOf(options);
  let row = 0;
  let open = new OpenBatch(0, 0, packed[0]);
  for await (const item of source) {
    if (signal?.aborted === true) throw new EgoiAbortError('the reading of contacts was aborted');
    if (open.endsBefore(row)) {
      yield* handOut(open, row);
      open = new OpenBatch(open.index + 1, row, packed[open.index + 1]);
    }
    const checked = readRow(item, compareField, unknown);
    const { contact, line } = checked;
    const origin = line === undefined ? { row } : { row, line };
    const size = checked.problems.length === 0 ? limits.sizeOf(contact) : nothing;
    const tooLarge = overCapacity(size, capacity);
    const problems =
      tooLarge === undefined ? checked.problems : [{ path: 'contact', problem: tooLarge }];
    if (problems.length > 0) {
      open.rejected += 1;
      await onReject?.({ ...origin, problems, contact: checked.raw });
    } else {
      if (!open.takes(size, capacity)) {
        yield* handOut(open, row);
        open = new OpenBatch(open.index + 1, row, packed[open.index + 1]);
      }
      open.add(contact, size, origin);
      if (checked.noise.size > 0) onClean?.([...checked.noise]);
    }
    row += 1;
    onRow?.(row);
  }
  if (open.contacts.length > 0 || packed[open.index] !== undefined) yield* handOut(open, row);
  const missing = packed[open.index + 1];
  if (missing !== undefined) throw changedSource(missing);
}

function* handOut(open: OpenBatch, row: number): Generator<ContactBatch, void> {
  const batch = open.close(row);
  yield batch;
  // Whoever loops over batches still holds this one while the next is packed.
  batch.contacts.length = 0;
  batch.origins.length = 0;
}
