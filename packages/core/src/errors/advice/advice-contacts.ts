import type { EgoiErrorCode } from '../error-table.ts';

type Advice = Partial<Record<EgoiErrorCode, string>>;

const obsolete =
  'The service no longer has this field. Leave the parameter out, and keep the value in an extra field (addExtraField).';
const other =
  'Another contact of the list has the value. Look that contact up with subscriberData, or compare by another field.';
const former =
  'Another contact of the list has the value, in a field that the service removed since. Leave the parameter out, and keep the value in an extra field (addExtraField).';
const required = 'The call compares by this field, so give it a value, or compare by another one.';

/** What is wrong with the contact that a call describes. */
export const contactValueAdvice = {
  NO_DATA_TO_INSERT: 'The call says nothing about the contact. Give at least one value.',
  EMAIL_ADDRESS_INVALID: 'Correct the address, or leave `email` out.',
  EMAIL_ADDRESS_INVALID_MX_ERROR:
    'Its domain takes no mail. Ask the person for the address again; `validate_email: 0` checks the syntax alone.',
  EMAIL_ADDRESS_INVALID_DOESNT_EXIST:
    'The domain knows no such address. Ask the person for it again; `validate_email: 0` checks the syntax alone.',
  SUBSCRIBER_FORMAT_ERROR:
    'Write numbers as prefix-number, `351-912345678`. The sandbox says the same of a wrong birth date, status or language.',
  INVALID_EXTRA_FIELD:
    'Name extra fields `extra_` and their number, and give a value of their kind (getExtraFields).',
  EXTRA_FIELD_X_DOES_NOT_EXIST:
    "The error's `fieldId` is the number. Ask getExtraFields for the numbers of this list; each list has its own.",
  EMAIL_REQUIRED: required,
  CELLPHONE_REQUIRED: required,
  TELEPHONE_REQUIRED: required,
  FAX_REQUIRED: required,
  FIRST_NAME_REQUIRED: required,
  LAST_NAME_REQUIRED: required,
  BIRTH_DATE_REQUIRED: required,
  TAX_ID_FIELD_REMOVED: obsolete,
  ADDRESS_FIELD_REMOVED: obsolete,
  ZIP_CODE_FIELD_REMOVED: obsolete,
  CITY_FIELD_REMOVED: obsolete,
  DISCRICT_FIELD_REMOVED: `${obsolete} The spelling is the service's.`,
  STATE_FIELD_REMOVED: obsolete,
  COUNTRY_FIELD_REMOVED: obsolete,
  AGE_FIELD_REMOVED: obsolete,
  GENDER_FIELD_REMOVED: obsolete,
  ID_CARD_FIELD_REMOVED: obsolete,
  COMPANY_FIELD_REMOVED: obsolete,
} as const satisfies Advice;

/** Who the contact is, and what state it is in. */
export const contactStateAdvice = {
  SUBSCRIBER_MISSING: 'Say which contact: its UID or e-mail address.',
  SUBSCRIBER_NOT_FOUND:
    'The list has no such contact. Check the list; add the contact with addSubscriber if it should be there.',
  SUBSCRIBER_NOT_ACTIVE:
    'Only active contacts get messages. Look at its `STATUS` in subscriberData.',
  SUBSCRIBER_ALREADY_REMOVED:
    'Nothing to do: the contact is removed. This may be taken as success.',
  SUBSCRIBER_DATA_CANNOT_BE_EDITED:
    'The contact is removed. Bring it back with addSubscriber, if the person agreed to that.',
  DATA_CANNOT_BE_EDITED: 'The contact is there already. Change it with editSubscriber.',
  EMAIL_ALREADY_EXISTS:
    'The contact is there already: this may be taken as success. Change it with editSubscriber.',
  CELLPHONE_ALREADY_EXISTS: other,
  TELEPHONE_ALREADY_EXISTS: other,
  FAX_ALREADY_EXISTS: other,
  FIST_NAME_ALREADY_EXISTS: `${other} The spelling is the service's.`,
  LAST_NAME_ALREADY_EXISTS: other,
  BIRTH_DATE_ALREADY_EXISTS: other,
  FIRST_NAME_ALREADY_EXISTS: `${other} An older spelling of \`FIST_NAME_ALREADY_EXISTS\`.`,
  TAX_ID_NUMBER_ALREADY_EXISTS: former,
  ADDRESS_ALREADY_EXISTS: former,
  ZIP_CODE_ALREADY_EXISTS: former,
  CITY_ALREADY_EXISTS: former,
  DISCRICT_ALREADY_EXISTS: `${former} The spelling is the service's.`,
  STATE_ALREADY_EXISTS: former,
  COUNTRY_ALREADY_EXISTS: former,
  AGE_ALREADY_EXISTS: former,
  GENDER_ALREADY_EXISTS: former,
  ID_CARD_NUMBER_ALREADY_EXISTS: former,
  COMPANY_ALREADY_EXISTS: former,
  EXTRA_FIELD_XX_ALREADY_EXISTS: `${other} The error's \`fieldId\` is the number of the field.`,
} as const satisfies Advice;

/** Imports, and how much an account takes. */
export const importAdvice = {
  NO_COMPARE_FIELD: 'Give `compareField`: the field that tells who is there already.',
  NO_SUBSCRIBERS: 'There is nobody: give contacts to an import, or recipients to a send.',
  MAX_SUBSCRIBERS_LIMIT_EXCEEDED:
    "The import is larger than the account's plan. Nothing was taken in.",
  MAX_SUBSCRIBERS_FILE_LIMIT_EXCEEDED: 'Split the import into calls of less than 50 MB.',
  CANNOT_ADD_MORE_SUBSCRIBERS: "The account's plan is full. Remove contacts, or get a larger plan.",
} as const satisfies Advice;
