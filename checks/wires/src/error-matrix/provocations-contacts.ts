import type { EgoiErrorCode, WireObject } from '@egoi-client/core';
import type { ContactField, FormerContactField } from '@egoi-client/sandbox';
import { ana, byInput, inList, type Provocation } from './provocation.ts';

/** A parameter that the service once took. */
const removedField = (name: string): Provocation =>
  inList(({ client }, listID) => client.call('addSubscriber', { listID, email: ana, [name]: 'x' }));

/** A value that a contact of the list has already, in a field that the list's channels make unique. */
const takenValue = (channel: 'canal_email' | 'canal_sms', params: WireObject): Provocation =>
  byInput(async ({ client }) => {
    const { LIST_ID: listID } = await client.createList({ nome: 'Newsletter', [channel]: 1 });
    await client.call('addSubscriber', { listID, ...params });
    return client.call('addSubscriber', { listID, ...params });
  });

/** A value that another contact has in a field that the list's rules make unique. */
const sharedValue = (field: ContactField | FormerContactField, value: string): Provocation =>
  inList(
    async ({ client }, listID) => {
      await client.call('addSubscriber', { listID, email: ana, [field]: value });
      return client.call('addSubscriber', { listID, email: 'rui@example.com', [field]: value });
    },
    { options: { contactRules: { unique: [field] } } },
  );

/** The same in an account of about 2011, which has the former fields and spells as it did then. */
const formerValue = (field: FormerContactField | 'first_name', value: string): Provocation => ({
  ...sharedValue(field, value),
  options: { contactRules: { formerFields: true, unique: [field] } },
});

/** A contact without a value that the list's rules ask for. */
const missingValue = (field: ContactField): Provocation => {
  const others = field === 'email' ? { first_name: 'Ana' } : { email: ana };
  return inList(({ client }, listID) => client.call('addSubscriber', { listID, ...others }), {
    options: { contactRules: { required: [field] } },
  });
};

const bulk = { compareField: 'email', subscribers: [{ email: ana }, { email: 'rui@example.com' }] };

/** Codes of contacts. */
export const contactProvocations = {
  SUBSCRIBER_MISSING: inList(({ client }, listID) =>
    client.editSubscriber({ listID, subscriber: '', first_name: 'Ana' }),
  ),
  SUBSCRIBER_FORMAT_ERROR: inList(({ client }, listID) =>
    client.addSubscriber({ listID, cellphone: '912345678' }),
  ),
  SUBSCRIBER_NOT_FOUND: inList(({ client }, listID) =>
    client.removeSubscriber({ listID, subscriber: ana }),
  ),
  SUBSCRIBER_ALREADY_REMOVED: inList(async ({ client }, listID) => {
    const { UID: subscriber } = await client.addSubscriber({ listID, email: ana });
    await client.removeSubscriber({ listID, subscriber });
    return client.removeSubscriber({ listID, subscriber });
  }),
  SUBSCRIBER_DATA_CANNOT_BE_EDITED: inList(async ({ client }, listID) => {
    const { UID: subscriber } = await client.addSubscriber({ listID, email: ana });
    await client.removeSubscriber({ listID, subscriber });
    return client.editSubscriber({ listID, subscriber, first_name: 'Ana' });
  }),
  DATA_CANNOT_BE_EDITED: inList(async ({ client }, listID) => {
    const { UID: subscriber } = await client.addSubscriber({ listID, email: ana });
    return client.addSubscriber({ listID, subscriber, first_name: 'Ana' });
  }),
  NO_DATA_TO_INSERT: inList(({ client }, listID) => client.addSubscriber({ listID })),
  CANNOT_ADD_MORE_SUBSCRIBERS: inList(
    async ({ client }, listID) => {
      await client.addSubscriber({ listID, email: ana });
      return client.addSubscriber({ listID, email: 'rui@example.com' });
    },
    { options: { maxSubscribers: 1 } },
  ),
  NO_COMPARE_FIELD: inList(({ client }, listID) =>
    client.addSubscriberBulk({ ...bulk, listID, compareField: 'colour' }),
  ),
  MAX_SUBSCRIBERS_LIMIT_EXCEEDED: inList(
    ({ client }, listID) => client.addSubscriberBulk({ ...bulk, listID }),
    { options: { maxSubscribers: 1 } },
  ),
  MAX_SUBSCRIBERS_FILE_LIMIT_EXCEEDED: inList(
    ({ client }, listID) =>
      client.addSubscriberBulk({
        ...bulk,
        listID,
        subscribers: [{ email: ana, first_name: 'a'.repeat(1025) }],
      }),
    { options: { maxImportBytes: 1024 } },
  ),
  INVALID_EXTRA_FIELD: inList(async ({ client }, listID) => {
    const { NEW_ID } = await client.addExtraField({ listID, name: 'Shoe size', type: 'numero' });
    return client.addSubscriber({ listID, email: ana, [`extra_${NEW_ID}`]: 'large' });
  }),
  EXTRA_FIELD_X_DOES_NOT_EXIST: inList(
    ({ client }, listID) => client.addSubscriber({ listID, email: ana, extra_41: 'x' }),
    { fieldId: 41 },
  ),
  EXTRA_FIELD_XX_ALREADY_EXISTS: inList(
    async ({ client }, listID) => {
      await client.addExtraField({ listID, name: 'Shoe size' });
      await client.addExtraField({ listID, name: 'Card' });
      await client.addSubscriber({ listID, email: ana, extra_2: 'A1' });
      return client.addSubscriber({ listID, email: 'rui@example.com', extra_2: 'A1' });
    },
    { fieldId: 2, options: { contactRules: { unique: ['extra'] } } },
  ),
  EMAIL_ALREADY_EXISTS: takenValue('canal_email', { email: ana }),
  CELLPHONE_ALREADY_EXISTS: takenValue('canal_sms', { cellphone: '351-911111111' }),
  TELEPHONE_ALREADY_EXISTS: sharedValue('telephone', '351-222222222'),
  FAX_ALREADY_EXISTS: sharedValue('fax', '351-233333333'),
  FIST_NAME_ALREADY_EXISTS: sharedValue('first_name', 'Ana'),
  LAST_NAME_ALREADY_EXISTS: sharedValue('last_name', 'Silva'),
  BIRTH_DATE_ALREADY_EXISTS: sharedValue('birth_date', '1990-01-31'),
  FIRST_NAME_ALREADY_EXISTS: formerValue('first_name', 'Ana'),
  TAX_ID_NUMBER_ALREADY_EXISTS: formerValue('tax_id', '123456789'),
  ADDRESS_ALREADY_EXISTS: formerValue('address', 'Rua do Exemplo, 1'),
  ZIP_CODE_ALREADY_EXISTS: formerValue('zip_code', '4450-190'),
  CITY_ALREADY_EXISTS: formerValue('city', 'Porto'),
  DISCRICT_ALREADY_EXISTS: formerValue('district', 'Porto'),
  STATE_ALREADY_EXISTS: formerValue('state', 'SP'),
  COUNTRY_ALREADY_EXISTS: formerValue('country', 'Portugal'),
  AGE_ALREADY_EXISTS: formerValue('age', '42'),
  GENDER_ALREADY_EXISTS: formerValue('gender', 'F'),
  ID_CARD_NUMBER_ALREADY_EXISTS: formerValue('id_card', '12345678'),
  COMPANY_ALREADY_EXISTS: formerValue('company', 'Example Lda'),
  EMAIL_REQUIRED: missingValue('email'),
  CELLPHONE_REQUIRED: missingValue('cellphone'),
  TELEPHONE_REQUIRED: missingValue('telephone'),
  FAX_REQUIRED: missingValue('fax'),
  FIRST_NAME_REQUIRED: missingValue('first_name'),
  LAST_NAME_REQUIRED: missingValue('last_name'),
  BIRTH_DATE_REQUIRED: missingValue('birth_date'),
  TAX_ID_FIELD_REMOVED: removedField('tax_id'),
  ADDRESS_FIELD_REMOVED: removedField('address'),
  ZIP_CODE_FIELD_REMOVED: removedField('zip_code'),
  CITY_FIELD_REMOVED: removedField('city'),
  DISCRICT_FIELD_REMOVED: removedField('district'),
  STATE_FIELD_REMOVED: removedField('state'),
  COUNTRY_FIELD_REMOVED: removedField('country'),
  AGE_FIELD_REMOVED: removedField('age'),
  GENDER_FIELD_REMOVED: removedField('gender'),
  ID_CARD_FIELD_REMOVED: removedField('id_card'),
  COMPANY_FIELD_REMOVED: removedField('company'),
  EMAIL_ADDRESS_INVALID: inList(({ client }, listID) =>
    client.addSubscriber({ listID, email: 'ana at example' }),
  ),
  EMAIL_ADDRESS_INVALID_MX_ERROR: inList(({ client }, listID) =>
    client.addSubscriber({ listID, email: 'ana@example.invalid', validate_email: 1 }),
  ),
  EMAIL_ADDRESS_INVALID_DOESNT_EXIST: inList(({ client }, listID) =>
    client.addSubscriber({ listID, email: 'nobody@example.com', validate_email: 2 }),
  ),
} as const satisfies Partial<Record<EgoiErrorCode, Provocation>>;
