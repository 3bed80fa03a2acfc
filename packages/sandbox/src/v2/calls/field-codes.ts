import type { EgoiErrorCode } from '@egoi-client/core';
import type { WireCode } from './refusal.ts';
import type { CompareField, CurrentField, PersonalField } from '../../account/store/contacts.ts';
import type { ContactPolicy, FormerContactField } from '../../account/contacts/contact-policy.ts';

/** The fields that accounts no longer have, with the code for each (reference, 14.9). */
export const removedFields: ReadonlyMap<FormerContactField, EgoiErrorCode> = new Map([
  ['tax_id', 'TAX_ID_FIELD_REMOVED'],
  ['address', 'ADDRESS_FIELD_REMOVED'],
  ['zip_code', 'ZIP_CODE_FIELD_REMOVED'],
  ['city', 'CITY_FIELD_REMOVED'],
  ['district', 'DISCRICT_FIELD_REMOVED'],
  ['state', 'STATE_FIELD_REMOVED'],
  ['country', 'COUNTRY_FIELD_REMOVED'],
  ['age', 'AGE_FIELD_REMOVED'],
  ['gender', 'GENDER_FIELD_REMOVED'],
  ['id_card', 'ID_CARD_FIELD_REMOVED'],
  ['company', 'COMPANY_FIELD_REMOVED'],
]);

/** The spellings are the service's. */
const existsCodes: Readonly<Record<PersonalField, EgoiErrorCode>> = {
  email: 'EMAIL_ALREADY_EXISTS',
  cellphone: 'CELLPHONE_ALREADY_EXISTS',
  telephone: 'TELEPHONE_ALREADY_EXISTS',
  fax: 'FAX_ALREADY_EXISTS',
  first_name: 'FIST_NAME_ALREADY_EXISTS',
  last_name: 'LAST_NAME_ALREADY_EXISTS',
  birth_date: 'BIRTH_DATE_ALREADY_EXISTS',
  tax_id: 'TAX_ID_NUMBER_ALREADY_EXISTS',
  address: 'ADDRESS_ALREADY_EXISTS',
  zip_code: 'ZIP_CODE_ALREADY_EXISTS',
  city: 'CITY_ALREADY_EXISTS',
  district: 'DISCRICT_ALREADY_EXISTS',
  state: 'STATE_ALREADY_EXISTS',
  country: 'COUNTRY_ALREADY_EXISTS',
  age: 'AGE_ALREADY_EXISTS',
  gender: 'GENDER_ALREADY_EXISTS',
  id_card: 'ID_CARD_NUMBER_ALREADY_EXISTS',
  company: 'COMPANY_ALREADY_EXISTS',
};

/** The field to compare by has no value. No such code is known for an extra or a former field. */
export const requiredCodes: Readonly<Record<CurrentField, EgoiErrorCode>> = {
  email: 'EMAIL_REQUIRED',
  cellphone: 'CELLPHONE_REQUIRED',
  telephone: 'TELEPHONE_REQUIRED',
  fax: 'FAX_REQUIRED',
  first_name: 'FIRST_NAME_REQUIRED',
  last_name: 'LAST_NAME_REQUIRED',
  birth_date: 'BIRTH_DATE_REQUIRED',
};

/** Another contact of the list has the value already. The table of 2011 spells the first name rightly. */
export function existsCode(field: CompareField, { hasFormerFields }: ContactPolicy): WireCode {
  if (typeof field === 'number') return `EXTRA_FIELD_${field}_ALREADY_EXISTS`;
  if (field === 'first_name' && hasFormerFields) return 'FIRST_NAME_ALREADY_EXISTS';
  return existsCodes[field];
}
