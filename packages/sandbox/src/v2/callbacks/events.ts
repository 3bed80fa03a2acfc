/** The form field that a callback comes in. Source: reference, 14.10. */
export type CallbackField = 'addSubscriber' | 'editSubscriber' | 'removeSubscriber';

/**
 * The events of editApiCallback by their numbers, each with the field that tells it. What number 11
 * is no source knows, so it never happens here; the numbers were seen, which field tells each is the
 * obvious reading of them. Source: reference, editApiCallback.
 */
const fields = {
  1: 'addSubscriber',
  2: 'removeSubscriber',
  3: 'addSubscriber',
  4: 'removeSubscriber',
  5: 'removeSubscriber',
  6: 'addSubscriber',
  7: 'addSubscriber',
  8: 'removeSubscriber',
  9: 'addSubscriber',
  10: 'removeSubscriber',
  12: 'editSubscriber',
  13: 'editSubscriber',
  14: 'editSubscriber',
  15: 'addSubscriber',
  16: 'editSubscriber',
} as const satisfies Readonly<Record<number, CallbackField>>;

export type EventNumber = keyof typeof fields;

/** The numbers of all switches. */
export const allEvents: readonly number[] = Array.from({ length: 16 }, (_none, index) => index + 1);

export function fieldOf(event: EventNumber): CallbackField {
  return fields[event];
}
