import {
  type CompareField,
  type CurrentField,
  currentFields,
  formerFields,
  type PersonalField,
  personalFields,
} from '../store/contacts.ts';
import type { List } from '../store/lists.ts';

/** A field of a contact, under the name of its parameter. */
export type ContactField = CurrentField;

/** A field that accounts had until about 2011, under the name of its parameter. */
export type FormerContactField = (typeof formerFields)[number];

/** Rules for the contacts of every list. In the service they are settings that no method reaches. */
export interface SandboxContactRules {
  /** Fields that every contact must have a value in: `…_REQUIRED`. */
  readonly required?: readonly ContactField[];
  /** Fields of which no two contacts of a list may share a value, beside those that its channels make unique; `'extra'` is every extra field: `…_ALREADY_EXISTS`. Former fields need `formerFields`. */
  readonly unique?: readonly (ContactField | FormerContactField | 'extra')[];
  /** The account is one of about 2011: contacts still have the eleven fields that were removed since, and codes are spelt as they were then. @default false */
  readonly formerFields?: boolean;
}

/** The rules as they hold for one list. */
export interface ContactPolicy {
  /** The fields that contacts have. */
  readonly fields: readonly PersonalField[];
  readonly required: readonly ContactField[];
  readonly unique: readonly CompareField[];
  readonly hasFormerFields: boolean;
}

/**
 * Makes the rules those of a list. The e-mail address is unique in a list for e-mail, the mobile number
 * in one for SMS or voice; others by choice. Source: reference, addSubscriber.
 *
 * @param extraFields the numbers of its extra fields
 */
export function contactPolicy(
  rules: SandboxContactRules,
  list: List,
  extraFields: readonly number[],
): ContactPolicy {
  const { required = [], unique = [], formerFields: hasFormerFields = false } = rules;
  const byChannel: CompareField[] = [];
  if (list.channel_email === 1) byChannel.push('email');
  if (list.channel_sms === 1 || list.channel_voice === 1) byChannel.push('cellphone');
  const byChoice = unique.flatMap((field): readonly CompareField[] =>
    field === 'extra' ? extraFields : [field],
  );
  return {
    fields: hasFormerFields ? personalFields : currentFields,
    required,
    unique: [...new Set([...byChannel, ...byChoice])],
    hasFormerFields,
  };
}

/** Tells whether an option holds such rules, with known fields only. */
export function isContactRules(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const {
    required = [],
    unique = [],
    formerFields: isOld = false,
    ...others
  }: Readonly<Record<string, unknown>> = { ...value };
  if (typeof isOld !== 'boolean' || Object.keys(others).length > 0) return false;
  const takesUnique = [...currentFields, ...(isOld ? formerFields : []), 'extra'];
  return isListOf(required, currentFields) && isListOf(unique, takesUnique);
}

function isListOf(value: unknown, known: readonly string[]): boolean {
  return Array.isArray(value) && value.every((item) => known.includes(item as string));
}
