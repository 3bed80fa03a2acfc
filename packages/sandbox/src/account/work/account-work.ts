import type { Moment } from '../clock.ts';
import type { ContactSetting } from '../contact-fields.ts';
import type { References } from '../references.ts';
import type { Statements } from '../store/statements.ts';
import type { AccountSettings } from './account-settings.ts';
import type { Campaign } from '../store/campaigns.ts';
import type { Contact } from '../store/contacts.ts';
import type { Action } from '../store/reports.ts';

/** Work on the account, in a transaction of its own. A `BrokenRule` undoes it. */
export interface AccountWork {
  /** The store, inside the transaction. */
  readonly sql: Statements;
  readonly moment: Moment;
  readonly references: References;
  readonly settings: AccountSettings;
  /** Tells whoever wants to know what happened to contacts of a list, once the work is committed. */
  readonly announce: (list: number, happenings: readonly Happening[]) => Promise<void>;
  /** Tells whoever wants to know what came of a campaign, once the work is committed. */
  readonly announceCampaign: (list: number, happening: CampaignHappening) => Promise<void>;
  /** Tells the address that a caller named what came of queued work, once that is committed. */
  readonly tell: (url: string, outcome: WorkOutcome) => void;
  /** Tells when the turn of queued work comes, in milliseconds since 1970. */
  readonly queued: (dueMs: number) => void;
}

/** What came of queued work: of an import its counts, of an export or a report the address of its file. */
export type WorkOutcome =
  | {
      readonly counts: {
        readonly imported: number;
        readonly updated: number;
        readonly ignored: number;
        readonly invalid: number;
      };
    }
  | { readonly file: string };

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
  | 'changeConfirmed'
  | 'forgotten';

/** Contacts of one list to whom the same happened. */
export interface Happening {
  readonly kind: HappeningKind;
  readonly contacts: readonly Contact[];
  /** Those of them who were in the list before. */
  readonly returned?: ReadonlySet<Contact>;
  /** Which of their settings are others than before. */
  readonly changedSettings?: ReadonlyMap<Contact, readonly ContactSetting[]>;
}

/** Contacts of one list to whom a campaign was sent, or who did something with it. */
export interface CampaignHappening {
  readonly action: Exclude<Action, 'removed'>;
  readonly campaign: Campaign;
  /** Reads them, the first of them where there are more than a limit. */
  readonly contacts: (limit: number) => Promise<readonly Contact[]>;
  /** Address of the link that was clicked on. */
  readonly url?: string | undefined;
}
