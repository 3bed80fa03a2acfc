import type { CompareField, ContactField, FormerContactField } from './contact-fields.ts';

/** Why the account does not do what it is asked for. A face says each in its own words. */
export type Reason =
  /** Another contact of the list has the value. */
  | {
      readonly reason: 'duplicate';
      readonly field: CompareField;
      /** References of the contacts that have it. */
      readonly holders: readonly string[];
    }
  /** A contact must have a value in the field. */
  | { readonly reason: 'required'; readonly field: ContactField }
  /** Contacts no longer have the field. */
  | { readonly reason: 'formerField'; readonly field: FormerContactField }
  | {
      readonly reason: 'invalid';
      readonly what:
        | 'email'
        | 'phone'
        | 'birthDate'
        | 'status'
        | 'language'
        | 'extraValue'
        | 'sender'
        | 'recipient'
        | 'segment'
        | 'file';
    }
  /** An e-mail address that could be one, at a domain or for a person that does not exist. */
  | { readonly reason: 'nonexistent'; readonly what: 'domain' | 'mailbox' }
  | {
      readonly reason: 'notFound';
      readonly what:
        | 'list'
        | 'contact'
        | 'extraField'
        | 'tag'
        | 'segment'
        | 'automation'
        | 'sender'
        | 'campaign'
        | 'campaignGroup'
        | 'option'
        | 'action'
        | 'webhook'
        | 'reportModel';
    }
  /** A contact that is asked for by its reference, or a name, is there already. */
  | {
      readonly reason: 'taken';
      readonly what: 'contact' | 'tag' | 'sender' | 'option' | 'cname' | 'campaignGroup';
    }
  /** Nothing is said that makes a contact or an option, or that changes one. */
  | { readonly reason: 'empty'; readonly what: 'contact' | 'option' }
  | { readonly reason: 'full'; readonly what: 'lists' | 'contacts' }
  /** There is room for contacts, but not for so many. */
  | { readonly reason: 'tooMany'; readonly what: 'contacts' }
  | { readonly reason: 'tooLarge'; readonly what: 'file' | 'message' }
  /** Something depends on a thing that is to be deleted. */
  | {
      readonly reason: 'inUse';
      readonly what: 'list';
      readonly by: 'operations' | 'automations' | 'campaigns';
    }
  | {
      readonly reason: 'inUse';
      readonly what: 'extraField';
      /** Numbers of the segments that look at it. */
      readonly segments: readonly number[];
    }
  | { readonly reason: 'inUse'; readonly what: 'segment' | 'sender' | 'campaignGroup' }
  /** It follows from something else, so that nobody deletes it. */
  | { readonly reason: 'derived'; readonly what: 'segment' }
  /** Contacts have one value, which is to be unique. */
  | { readonly reason: 'shared'; readonly what: 'values' }
  /** Contacts are to be recognised by a field in which they may share values. */
  | { readonly reason: 'notUnique'; readonly what: 'field' }
  | { readonly reason: 'removed'; readonly what: 'contact' }
  | { readonly reason: 'inactive'; readonly what: 'contact' | 'sender' }
  | { readonly reason: 'deleted'; readonly what: 'campaign' }
  /** It went out already, or is about to, and goes to its list or to segments but once. */
  | { readonly reason: 'sentAlready'; readonly what: 'campaign' }
  /** It was sent in the last 30 days. */
  | { readonly reason: 'sentLately'; readonly what: 'campaign' }
  /** An event sends the campaign, so that nobody deletes it. */
  | { readonly reason: 'triggered'; readonly what: 'campaign' }
  | { readonly reason: 'notEditable'; readonly what: 'campaign' }
  | { readonly reason: 'notSendable'; readonly what: 'campaign' }
  | { readonly reason: 'notSent'; readonly what: 'campaign' }
  /** A contact that is to get a message has no address for it; `phone` is a mobile or any other telephone. */
  | { readonly reason: 'noAddress'; readonly what: 'email' | 'cellphone' | 'phone' | 'fax' }
  /** A send reaches nobody. */
  | { readonly reason: 'none'; readonly what: 'recipients' };

/** Ends work on the account: whatever it wrote so far is undone. */
export class BrokenRule extends Error {
  override readonly name = 'BrokenRule';
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(`${reason.reason} ${'field' in reason ? reason.field : reason.what}`);
    this.reason = reason;
  }
}
