import type { ProblemCodes, V2Code } from '../calls/refusal.ts';
import type { GivenContact } from './read-contact.ts';

const taken: Readonly<Record<string, V2Code>> = {
  email: 'EMAIL_ALREADY_EXISTS',
  cellphone: 'CELLPHONE_ALREADY_EXISTS',
  phone: 'TELEPHONE_ALREADY_EXISTS',
  // The table's own spelling.
  first_name: 'FIST_NAME_ALREADY_EXISTS',
  last_name: 'LAST_NAME_ALREADY_EXISTS',
  birth_date: 'BIRTH_DATE_ALREADY_EXISTS',
};

/** How problems with what a contact is written with are told. */
export const contactCodes: ProblemCodes = {
  notFound: 'SUBSCRIBER_NOT_FOUND',
  conflict: (errors) => {
    const id = errors['field_id'];
    const field = typeof id === 'number' ? String(id) : typeof id === 'string' ? id : '';
    if (/^\d{1,15}$/.test(field)) return `EXTRA_FIELD_${Number(field)}_ALREADY_EXISTS`;
    if (Object.hasOwn(errors, 'contact_limit_reached')) return 'CANNOT_ADD_MORE_SUBSCRIBERS';
    return Object.hasOwn(taken, field) ? taken[field] : undefined;
  },
  invalid: {
    email: 'EMAIL_ADDRESS_INVALID',
    extra: 'INVALID_EXTRA_FIELD',
    cellphone: 'SUBSCRIBER_FORMAT_ERROR',
    phone: 'SUBSCRIBER_FORMAT_ERROR',
    birth_date: 'SUBSCRIBER_FORMAT_ERROR',
    birthDate: 'SUBSCRIBER_FORMAT_ERROR',
    language: 'SUBSCRIBER_FORMAT_ERROR',
    status: 'SUBSCRIBER_FORMAT_ERROR',
    first_name: 'SUBSCRIBER_FORMAT_ERROR',
    last_name: 'SUBSCRIBER_FORMAT_ERROR',
    contact: 'NO_DATA_TO_INSERT',
    contacts: 'NO_DATA_TO_INSERT',
    body: 'NO_DATA_TO_INSERT',
  },
};

/** Codes for what a list wants of every contact. API v3 keeps no fax numbers, and an account may want one. */
const required: Readonly<Record<string, V2Code>> = {
  email: 'EMAIL_REQUIRED',
  cellphone: 'CELLPHONE_REQUIRED',
  phone: 'TELEPHONE_REQUIRED',
  fax: 'FAX_REQUIRED',
  first_name: 'FIRST_NAME_REQUIRED',
  last_name: 'LAST_NAME_REQUIRED',
  birth_date: 'BIRTH_DATE_REQUIRED',
};

/** The same for a new contact: what is wrong with a value that was not sent is that it is missing. */
export function codesOfNew({ base }: GivenContact): ProblemCodes {
  const values: Readonly<Record<string, unknown>> = base;
  const missing = Object.entries(required).filter(([name]) => (values[name] ?? '') === '');
  return { ...contactCodes, invalid: { ...contactCodes.invalid, ...Object.fromEntries(missing) } };
}

/** The contacts that hold a value which was to be unique. */
export function holdersIn(errors: Readonly<Record<string, unknown>> | undefined): string[] {
  const contacts = errors?.['contacts'];
  return Array.isArray(contacts)
    ? contacts.filter((contact): contact is string => typeof contact === 'string')
    : [];
}
