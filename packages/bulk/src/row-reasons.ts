import type { BatchOutcome } from './batch-state.ts';

const reasons = {
  absent: 'the service answered the call and did not take this contact: it is not in the list',
  unchanged: 'the service answered the call and left the contact as it was',
  left: 'the service did not bring this contact back, who has left the list',
  gone: 'is unknown: the contact left the list after a call that may have arrived, and is not sent again',
  skipped: 'is unknown: nobody knows whether its call arrived, and it was not sent again',
} as const;

/**
 * Why rows are not in the list, or may not be.
 *
 * @param rows of the source, those of the contacts of the batch
 * @returns a reason for each row that needs a look
 */
export function rowReasons(
  { state, left, passedOver }: BatchOutcome,
  rows: readonly number[],
): ReadonlyMap<number, string> {
  const why = new Map<number, string>();
  for (const reason of ['absent', 'unchanged', 'left'] as const) {
    for (const row of passedOver?.[reason] ?? []) why.set(row, reasons[reason]);
  }
  if (state === 'skipped') for (const row of rows) why.set(row, reasons.skipped);
  for (const row of left) why.set(row, reasons.gone);
  return why;
}
