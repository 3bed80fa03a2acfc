import type { Moment } from '../clock.ts';
import type { References } from '../references.ts';
import type { Statements } from '../store/statements.ts';
import type { AccountSettings } from './account-settings.ts';
import type { Contact } from '../store/contacts.ts';

/** Work on the account, in a transaction of its own. A `BrokenRule` undoes it. */
export interface AccountWork {
  /** The store, inside the transaction. */
  readonly sql: Statements;
  readonly moment: Moment;
  readonly references: References;
  readonly settings: AccountSettings;
  /** Tells whoever wants to know what happened to contacts of a list, once the work is committed. */
  readonly announce: (list: number, happenings: readonly Happening[]) => Promise<void>;
}

/** The ways in which a contact is added, removed, changed or confirmed. `…ByCall` is what a program asked for. */
export type HappeningKind =
  | 'addedByCall'
  | 'removedByCall'
  | 'changedByCall'
  | 'optInForm'
  | 'unsubscriptionForm'
  | 'addedByHand'
  | 'removedByHand'
  | 'removedByBounces'
  | 'referral'
  | 'doubleOptInForm'
  | 'unsubscribeLink'
  | 'changedByHand'
  | 'editForm'
  | 'subscriptionConfirmed'
  | 'changeConfirmed';

/** Contacts of one list to whom the same happened. */
export interface Happening {
  readonly kind: HappeningKind;
  readonly contacts: readonly Contact[];
}
