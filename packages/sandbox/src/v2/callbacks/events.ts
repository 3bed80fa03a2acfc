import type { CallbackEvent } from '@egoi-client/callbacks';
import type { HappeningKind } from '../../account/work/account-work.ts';

/** An event of editApiCallback. */
interface NumberedEvent {
  /** The number of its switch. */
  readonly number: number;
  readonly field: CallbackEvent;
}

/**
 * The events by what happens. What number 11 is no source knows, so it never happens here; the numbers
 * were seen, which field tells each is the obvious reading of them. Source: reference, editApiCallback.
 */
export const callbackEvents: Readonly<Record<HappeningKind, NumberedEvent>> = {
  optInForm: { number: 1, field: 'addSubscriber' },
  unsubscriptionForm: { number: 2, field: 'removeSubscriber' },
  addedByHand: { number: 3, field: 'addSubscriber' },
  removedByHand: { number: 4, field: 'removeSubscriber' },
  removedByBounces: { number: 5, field: 'removeSubscriber' },
  referral: { number: 6, field: 'addSubscriber' },
  doubleOptInForm: { number: 7, field: 'addSubscriber' },
  unsubscribeLink: { number: 8, field: 'removeSubscriber' },
  addedByCall: { number: 9, field: 'addSubscriber' },
  removedByCall: { number: 10, field: 'removeSubscriber' },
  changedByHand: { number: 12, field: 'editSubscriber' },
  editForm: { number: 13, field: 'editSubscriber' },
  changedByCall: { number: 14, field: 'editSubscriber' },
  subscriptionConfirmed: { number: 15, field: 'addSubscriber' },
  changeConfirmed: { number: 16, field: 'editSubscriber' },
  // Another face of the account has it; to a receiver of this API the contact leaves the list.
  forgotten: { number: 10, field: 'removeSubscriber' },
};

/** The numbers of all switches. */
export const allEvents: readonly number[] = Array.from({ length: 16 }, (_none, index) => index + 1);
