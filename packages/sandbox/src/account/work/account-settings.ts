import type { ContactField, FormerContactField } from '../contact-fields.ts';

/** Rules for the contacts of every list. In the service they are settings that no method reaches. */
export interface SandboxContactRules {
  /** Fields that every contact must have a value in. */
  readonly required?: readonly ContactField[];
  /** Fields of which no two contacts of a list may share a value, beside those that its channels make unique; `'extra'` is every extra field. Former fields need `formerFields`. */
  readonly unique?: readonly (ContactField | FormerContactField | 'extra')[];
  /** The account is one of about 2011: contacts still have the eleven fields that were removed since, and codes are spelt as they were then. @default false */
  readonly formerFields?: boolean;
}

/** A form that lists get when they are created. */
export interface SandboxForm {
  readonly title: string;
  /** Only the list with this number. @default every list */
  readonly list?: number;
}

/** An automation that a new account has. */
export interface SandboxAutobot {
  readonly name: string;
  /** The number of the list that it belongs to; calls may create the list later. @default contacts of every list may start it */
  readonly list?: number;
  /** Only an active one can be started. @default 'active' */
  readonly status?: 'active' | 'paused';
}

/** What an account allows. */
export interface AccountSettings {
  readonly maxLists: number;
  /** Contacts of all lists that are not removed. */
  readonly maxContacts: number;
  /** In characters. */
  readonly maxSmsLength: number;
  /** Of one file. */
  readonly maxFileBytes: number;
  readonly contactRules: SandboxContactRules;
  readonly forms: readonly SandboxForm[];
  /** What queued work waits before its turn, in milliseconds. */
  readonly queueDelayMs: number;
}
