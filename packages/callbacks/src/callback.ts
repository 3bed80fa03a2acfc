/** The form fields that a callback of API v2 comes in: what happened to the contact. Source: reference, 14.10. */
export type CallbackEvent = 'addSubscriber' | 'editSubscriber' | 'removeSubscriber';

/** An element that no source knows, with what it holds: text, or elements by their names. */
export type UnknownElement = string | { readonly [element: string]: UnknownElement };

/**
 * The contact of a callback: the elements of the service's own sample, by their names and in their
 * order. Texts are `''` where the element is empty or not there. Source: reference, 14.10.
 */
export interface CallbackContact {
  /** The contact, by its ten hexadecimal digits. */
  readonly UID: string;
  /** Number of the list. */
  readonly LIST: number | undefined;
  /** First name. */
  readonly FIRST_NAME: string;
  /** Last name. */
  readonly LAST_NAME: string;
  /** E-mail address. */
  readonly EMAIL: string;
  /** Mobile, as prefix-number. */
  readonly CELLPHONE: string;
  /** Telephone, as prefix-number. */
  readonly TELEPHONE: string;
  /** Fax number. */
  readonly FAX: string;
  /** Language, by two letters. */
  readonly LANGUAGE: string;
  /** Day of birth, `YYYY-MM-DD`. */
  readonly BIRTH_DATE: string;
  /** When the contact came, `YYYY-MM-DD HH:MM:SS`. */
  readonly DATE_ADD: string;
  /** 0 unconfirmed, 1 active, 2 removed, 3 invited, 4 inactive. The service's sample has it empty. */
  readonly STATUS: number | undefined;
  /** Values of extra fields, by the numbers of the fields: those of `EXTRA_FIELD_<number>`. */
  readonly extraFields: Readonly<Record<number, string>>;
  /** When the contact left, `YYYY-MM-DD HH:MM:SS`. */
  readonly REMOVE_DATE: string;
  /** How the contact left: a word such as `API`, `form` or `link`. */
  readonly REMOVE_METHOD: string;
  /** Why the contact left: 1 not interested, 2 lack of time, 3 another address, 4 spam, 5 something else. */
  readonly REMOVE_OPTION: number | undefined;
  /** What the contact said when leaving. */
  readonly REMOVE_OBS: string;
  /** How many e-mails were sent to the contact. */
  readonly STATS_EMAIL_SENT: number | undefined;
  /**
   * What else the document says, by the names of elements: those that no source knows, those that are no
   * number where one is due, and attributes, as `EMAIL@name`. Has no prototype.
   */
  readonly others: Readonly<Record<string, UnknownElement>>;
}

interface CallbackAbout {
  readonly contact: CallbackContact;
  /** Further fields of the form, by their names. Has no prototype. */
  readonly form: Readonly<Record<string, string>>;
}

/** A contact came to the list, or came back, or confirmed that it did. */
export interface AddSubscriberCallback extends CallbackAbout {
  readonly event: 'addSubscriber';
}

/** Data of a contact changed. */
export interface EditSubscriberCallback extends CallbackAbout {
  readonly event: 'editSubscriber';
}

/** A contact left the list. */
export interface RemoveSubscriberCallback extends CallbackAbout {
  readonly event: 'removeSubscriber';
}

/** A document in a form field of a name that no source knows. */
export interface OtherCallback extends CallbackAbout {
  readonly event: 'other';
  /** The name of the form field. */
  readonly field: string;
}

/** What API v2 posts to the address that editApiCallback names. */
export type Callback =
  | AddSubscriberCallback
  | EditSubscriberCallback
  | RemoveSubscriberCallback
  | OtherCallback;

type TextElement = {
  [Name in keyof CallbackContact]: CallbackContact[Name] extends string ? Name : never;
}[keyof CallbackContact];

type NumberElement = Exclude<keyof CallbackContact, TextElement | 'extraFields' | 'others'>;

/** The elements in the order of the service's own sample; the extra fields stand where `extraFields` does. */
export const elementOrder = [
  'UID',
  'LIST',
  'FIRST_NAME',
  'LAST_NAME',
  'EMAIL',
  'CELLPHONE',
  'TELEPHONE',
  'FAX',
  'LANGUAGE',
  'BIRTH_DATE',
  'DATE_ADD',
  'STATUS',
  'extraFields',
  'REMOVE_DATE',
  'REMOVE_METHOD',
  'REMOVE_OPTION',
  'REMOVE_OBS',
  'STATS_EMAIL_SENT',
] as const satisfies readonly (keyof CallbackContact)[];

const numberElements: ReadonlySet<string> = new Set<NumberElement>([
  'LIST',
  'STATUS',
  'REMOVE_OPTION',
  'STATS_EMAIL_SENT',
]);

export function isNumberElement(name: string): name is NumberElement {
  return numberElements.has(name);
}

const elements: ReadonlySet<string> = new Set(elementOrder);

export function isTextElement(name: string): name is TextElement {
  return elements.has(name) && name !== 'extraFields' && !isNumberElement(name);
}

/** The number of the extra field that an element is of. */
export function extraFieldOf(name: string): number | undefined {
  const [, digits] = /^EXTRA_FIELD_([1-9]\d{0,8})$/.exec(name) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

const events: ReadonlySet<string> = new Set<CallbackEvent>([
  'addSubscriber',
  'editSubscriber',
  'removeSubscriber',
]);

export function isCallbackEvent(name: string): name is CallbackEvent {
  return events.has(name);
}
