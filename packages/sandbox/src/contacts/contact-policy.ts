import { type CompareField, personalFields, type PersonalField } from '../store/contacts.ts';

/** A field of a contact, under the name of its parameter. */
export type ContactField = PersonalField;

/** Rules for the contacts of every list. In the service they are settings that no method reaches. */
export interface SandboxContactRules {
  /** Fields that every contact must have a value in: `…_REQUIRED`. */
  readonly required?: readonly ContactField[];
  /** Fields of which no two contacts of a list may share a value, beside e-mail and numbers; `'extra'` is every extra field: `…_ALREADY_EXISTS`. */
  readonly unique?: readonly (ContactField | 'extra')[];
}

/** The rules as they hold for one list. */
export interface ContactPolicy {
  readonly required: readonly ContactField[];
  readonly unique: readonly CompareField[];
}

/** Makes the rules those of a list. @param extraFields the numbers of its extra fields */
export function contactPolicy(
  rules: SandboxContactRules,
  extraFields: readonly number[],
): ContactPolicy {
  const { required = [], unique = [] } = rules;
  return {
    required,
    unique: unique.flatMap((field): readonly CompareField[] =>
      field === 'extra' ? extraFields : [field],
    ),
  };
}

/** Tells whether an option holds such rules, with known fields only. */
export function isContactRules(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const known = new Set<unknown>(personalFields);
  return Object.entries(value).every(([name, fields]: [string, unknown]) => {
    if (fields === undefined) return name === 'required' || name === 'unique';
    if (!Array.isArray(fields)) return false;
    if (name === 'required') return fields.every((field) => known.has(field));
    return name === 'unique' && fields.every((field) => field === 'extra' || known.has(field));
  });
}
