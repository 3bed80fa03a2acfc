/** Where a code was found: the API's documentation, its 2025 edition, the maker's wrappers, or other clients. */
export type ErrorCodeSource = 'documentation' | 'documentation-2025' | 'wrapper' | 'client';

export interface ErrorCodeEntry {
  /** The documentation's own words, oddities included. */
  readonly description: string;
  readonly source: ErrorCodeSource;
}

/**
 * Every error code that the API is known to answer, in the order and spelling of its documentation;
 * codes that only other sources name come last. Source: reference, errors (15).
 */
export const errorTable = {
  NO_USERNAME_AND_PASSWORD_AND_APIKEY: {
    description: 'Missing username and password and API key',
    source: 'documentation',
  },
  NO_USERNAME: { description: 'Missing username', source: 'documentation' },
  NO_PASSWORD: { description: 'Missing password', source: 'documentation' },
  NO_APIKEY: { description: 'Missing API key', source: 'documentation' },
  NO_ACCESS: {
    description: 'Missing API key or no permission to perform this action',
    source: 'documentation',
  },
  NO_TEMPLATE_PROVIDED: { description: 'Missing template id', source: 'documentation' },
  NO_LISTS_OR_CAMPAIGNS_PROVIDED: {
    description: 'Missing lists or campaigns',
    source: 'documentation',
  },
  TEMPLATE_NOT_FOUND: { description: 'Template not found', source: 'documentation' },
  NO_LISTS_PROVIDED_AS_ARRAY: {
    description: 'Lists provided is not an array',
    source: 'documentation',
  },
  INVALID_CAMPAIGN_ID_PROVIDED_IN_ARRAY: {
    description: 'The array contains an invalid id',
    source: 'documentation',
  },
  NO_CAMPAIGNS_PROVIDED: { description: 'Template Missing campaigns', source: 'documentation' },
  NO_CAMPAIGNS_PROVIDED_AS_ARRAY: {
    description: 'Campaigns provided is not an array',
    source: 'documentation',
  },
  CANT_GENERATE_ADVANCED_REPORT: {
    description: "Can't generate advanced report",
    source: 'documentation',
  },
  NO_DATA: { description: 'Missing lists or campaigns', source: 'documentation' },
  NAME_MISSING: { description: 'Missing name', source: 'documentation' },
  LIST_MISSING: { description: 'Missing mailing list', source: 'documentation' },
  FORMS_NOT_FOUND: { description: 'Forms not found', source: 'documentation' },
  NO_TAGS_FOUND: { description: 'No tags found', source: 'documentation' },
  TAG_ALREADY_EXISTS: { description: 'Tag already exists', source: 'documentation' },
  TAG_NOT_FOUND: { description: 'Tag not found', source: 'documentation' },
  NO_TAG_ID: { description: 'Missing tag ID', source: 'documentation' },
  NO_TARGET_ELEMENTS: { description: 'No target elements', source: 'documentation' },
  INTERNAL_ERROR: { description: 'An internal server problem occurred', source: 'documentation' },
  INVALID_TYPE: { description: 'The item type is not valid', source: 'documentation' },
  INVALID_LIST: { description: 'Missing mailing list', source: 'documentation' },
  LIST_NOT_FOUND: { description: 'The mailing list was not found', source: 'documentation' },
  FIELD_NOT_FOUND: { description: 'The extra field was not found', source: 'documentation' },
  FIELD_NAME_MISSING: { description: 'Missing extra field name', source: 'documentation' },
  INVALID: { description: 'No client found', source: 'documentation' },
  CHANNEL_MISSING: { description: 'Missing channel of sender', source: 'documentation' },
  SENDER_EXISTS: { description: 'Sender already exists', source: 'documentation' },
  SENDER_MISSING: { description: 'Sender already exists', source: 'documentation' },
  FILE_SENDER_MISSING: { description: 'Sender already exists', source: 'documentation' },
  SENDER_NOT_EXISTS: { description: 'Sender not exists', source: 'documentation' },
  FILE_TOO_LARGE: {
    description: 'The approval file size has exceeded the 8 MB limit',
    source: 'documentation',
  },
  INVALID_FILE: { description: 'The approval file is not an pdf', source: 'documentation' },
  CNAME_MISSING: { description: 'Missing Cname name', source: 'documentation' },
  SUBSCRIBER_MISSING: {
    description: 'Missing subscriber e-mail or reference number',
    source: 'documentation',
  },
  SUBSCRIBER_FORMAT_ERROR: {
    description: 'The format of the mobile, telephone or fax number is not valid',
    source: 'documentation',
  },
  NO_CELLPHONE: { description: 'Missing mobile', source: 'documentation' },
  SUBSCRIBER_NOT_FOUND: { description: 'Subscriber not found', source: 'documentation' },
  CAMPAIGN_NOT_VALID: {
    description: 'The campaign or campaign template is not valid',
    source: 'documentation',
  },
  NO_MESSAGE: { description: 'Missing campaign message contents', source: 'documentation' },
  NO_SUBJECT: { description: 'Missing campaign title or E-mail subject', source: 'documentation' },
  NO_SUBSCRIBERS: { description: 'No subscribers found to send SMS', source: 'documentation' },
  INVALID_OPTION: { description: 'Invalid option', source: 'documentation' },
  NO_CELLPHONE_OR_TELEPHONE: {
    description: 'Missing mobile or phone number',
    source: 'documentation',
  },
  SUBSCRIBER_NOT_ACTIVE: { description: 'Subscriber not active', source: 'documentation' },
  NO_MORE_LISTS_ALLOWED: {
    description: 'The maximum number of mailing lists in your account has been reached',
    source: 'documentation',
  },
  NO_AUDIO_FILE: { description: 'Missing audio file', source: 'documentation' },
  NO_FAX_FILE: { description: 'Missing fax file', source: 'documentation' },
  INVALID_URL: {
    description: 'Could not load the contents of the external webpage URL',
    source: 'documentation',
  },
  INVALID_FROM: {
    description: "Missing/incorrect sender code or the sender hasn't been validated yet in E-goi",
    source: 'documentation',
  },
  INVALID_REPLY: {
    description:
      "Missing/incorrect reply-to code or the reply-to hasn't been validated yet in E-goi",
    source: 'documentation',
  },
  NO_CAMPAIGN: { description: 'Missing campaign hash', source: 'documentation' },
  CANNOT_BE_DELETED: {
    description: 'The campaign is periodic or event-triggered and cannot be deleted using the API',
    source: 'documentation',
  },
  ALREADY_DELETED: {
    description: 'The campaign has already been deleted',
    source: 'documentation',
  },
  CAMPAIGN_NOT_FOUND: { description: 'The campaign was not found', source: 'documentation' },
  CANNOT_EDIT_CAMPAIGN: {
    description:
      'The campaign is being sent out (or is in a non-editable status) and cannot be currently edited',
    source: 'documentation',
  },
  NO_COMPARE_FIELD: { description: 'Missing fields to compare by', source: 'documentation' },
  MAX_SUBSCRIBERS_LIMIT_EXCEEDED: {
    description: "The amount of subscribers you're adding exceeds your account's subscriber limit",
    source: 'documentation',
  },
  MAX_SUBSCRIBERS_FILE_LIMIT_EXCEEDED: {
    description: "The amount of subscribers you're adding exceeds 50 MB in size",
    source: 'documentation',
  },
  INVALID_EXTRA_FIELD: {
    description: 'An extra field has an invalid name or contains invalid data',
    source: 'documentation',
  },
  CANNOT_ADD_MORE_SUBSCRIBERS: {
    description:
      "No more subscribers can be added (your account's subscriber limit has been exceeded)",
    source: 'documentation',
  },
  EXTRA_FIELD_X_DOES_NOT_EXIST: {
    description: 'Extra field XX does not exist',
    source: 'documentation',
  },
  NO_DATA_TO_INSERT: {
    description: 'No new data has been entered for this subscriber',
    source: 'documentation',
  },
  EMAIL_ALREADY_EXISTS: {
    description: 'The email already exists in the mailing list',
    source: 'documentation',
  },
  CELLPHONE_ALREADY_EXISTS: {
    description: 'The cellphone already exists in the mailing list',
    source: 'documentation',
  },
  FAX_ALREADY_EXISTS: {
    description: 'The fax already exists in the mailing list',
    source: 'documentation',
  },
  TELEPHONE_ALREADY_EXISTS: {
    description: 'The telephone already exists in the mailing list',
    source: 'documentation',
  },
  FIST_NAME_ALREADY_EXISTS: {
    description: 'The first name already exists in the mailing list',
    source: 'documentation',
  },
  LAST_NAME_ALREADY_EXISTS: {
    description: 'The last name already exists in the mailing list',
    source: 'documentation',
  },
  TAX_ID_FIELD_REMOVED: { description: 'Tax ID field was removed', source: 'documentation' },
  ADDRESS_FIELD_REMOVED: { description: 'Address field was removed', source: 'documentation' },
  ZIP_CODE_FIELD_REMOVED: { description: 'Zip code field was removed', source: 'documentation' },
  CITY_FIELD_REMOVED: { description: 'City field was removed', source: 'documentation' },
  DISCRICT_FIELD_REMOVED: { description: 'District field was removed', source: 'documentation' },
  STATE_FIELD_REMOVED: { description: 'State field was removed', source: 'documentation' },
  COUNTRY_FIELD_REMOVED: { description: 'Country field was removed', source: 'documentation' },
  AGE_FIELD_REMOVED: { description: 'Age field was removed', source: 'documentation' },
  GENDER_FIELD_REMOVED: { description: 'Gender field was removed', source: 'documentation' },
  ID_CARD_FIELD_REMOVED: { description: 'ID card field was removed', source: 'documentation' },
  COMPANY_FIELD_REMOVED: { description: 'Company field was removed', source: 'documentation' },
  BIRTH_DATE_ALREADY_EXISTS: {
    description: 'The birthday date already exists in the mailing list',
    source: 'documentation',
  },
  EXTRA_FIELD_XX_ALREADY_EXISTS: {
    description: 'The extra field XX already exists in the mailing list',
    source: 'documentation',
  },
  SUBSCRIBER_ALREADY_REMOVED: {
    description: 'The subscriber has already been removed',
    source: 'documentation',
  },
  EMAIL_ADDRESS_INVALID: {
    description: 'The e-mail address is invalid (syntax error)',
    source: 'documentation',
  },
  SEGMENT_NOT_FOUND: {
    description: 'The segment has not been found in the mailing list',
    source: 'documentation',
  },
  SEGMENT_NAME_MISSING: { description: 'Missing segment name', source: 'documentation' },
  NO_SEARCH_FIELDS: { description: 'Missing fields to run the search on', source: 'documentation' },
  NO_SEGMENT_FOUND: { description: 'No segment found', source: 'documentation' },
  AUTOBOT_NOT_FOUND: { description: 'Autobot not found', source: 'documentation' },
  NO_LISTS_PROVIDED: { description: 'Missing lists', source: 'documentation-2025' },
  LISTID_MISSING: { description: 'Missing List', source: 'documentation-2025' },
  LIST_NOT_EXISTS: { description: "List's not found", source: 'documentation-2025' },
  IN_USE: { description: "List's in use", source: 'documentation-2025' },
  FORM_MISSING: { description: 'Missing form id', source: 'documentation-2025' },
  MESSAGE_TOO_LONG: {
    description: 'The message exceeds 160 characters in length',
    source: 'wrapper',
  },
  MESSAGE_TO_LONG: {
    description: 'The message exceeds 160 characters in length',
    source: 'wrapper',
  },
  BIRTH_DATE_REQUIRED: { description: 'Missing birth date', source: 'wrapper' },
  NO_ZIP_FILE: { description: 'Missing ZIP file with the e-mail content', source: 'wrapper' },
  FAX_REQUIRED: { description: 'Missing fax number', source: 'wrapper' },
  FIRST_NAME_REQUIRED: { description: 'Missing first name', source: 'wrapper' },
  LAST_NAME_REQUIRED: { description: 'Missing last name', source: 'wrapper' },
  TELEPHONE_REQUIRED: { description: 'Missing phone number', source: 'wrapper' },
  EMAIL_REQUIRED: { description: 'Missing e-mail address', source: 'wrapper' },
  CELLPHONE_REQUIRED: { description: 'The mobile number is mandatory', source: 'client' },
  NO_USERNAME_AND_PASSWORD: { description: 'Missing username and password', source: 'wrapper' },
  SUBSCRIBER_DATA_CANNOT_BE_EDITED: {
    description: 'The contact could not be edited because it has been removed',
    source: 'wrapper',
  },
  NO_SEGMENTS_FOUND: { description: 'No segment found', source: 'wrapper' },
  EMAIL_ADDRESS_INVALID_DOESNT_EXIST: {
    description: 'The e-mail address does not exist',
    source: 'wrapper',
  },
  EMAIL_ADDRESS_INVALID_MX_ERROR: {
    description: 'The e-mail address is invalid (MX record error)',
    source: 'wrapper',
  },
  DATA_CANNOT_BE_EDITED: {
    description: 'The contact exists already but its data cannot be edited',
    source: 'client',
  },
  FIRST_NAME_ALREADY_EXISTS: {
    description: 'Another contact of the list has the same first name',
    source: 'client',
  },
  TAX_ID_NUMBER_ALREADY_EXISTS: {
    description: 'Another contact of the list has the same tax number',
    source: 'client',
  },
  ADDRESS_ALREADY_EXISTS: {
    description: 'Another contact of the list has the same address',
    source: 'client',
  },
  ZIP_CODE_ALREADY_EXISTS: {
    description: 'Another contact of the list has the same postal code',
    source: 'client',
  },
  CITY_ALREADY_EXISTS: {
    description: 'Another contact of the list has the same city',
    source: 'client',
  },
  DISCRICT_ALREADY_EXISTS: {
    description: 'Another contact of the list has the same district',
    source: 'client',
  },
  STATE_ALREADY_EXISTS: {
    description: 'Another contact of the list has the same state',
    source: 'client',
  },
  COUNTRY_ALREADY_EXISTS: {
    description: 'Another contact of the list has the same country',
    source: 'client',
  },
  AGE_ALREADY_EXISTS: {
    description: 'Another contact of the list has the same age',
    source: 'client',
  },
  GENDER_ALREADY_EXISTS: {
    description: 'Another contact of the list has the same gender',
    source: 'client',
  },
  ID_CARD_NUMBER_ALREADY_EXISTS: {
    description: 'Another contact of the list has the same identity card number',
    source: 'client',
  },
  COMPANY_ALREADY_EXISTS: {
    description: 'Another contact of the list has the same company',
    source: 'client',
  },
} as const satisfies Record<string, ErrorCodeEntry>;

/** A code of the table. */
export type EgoiErrorCode = keyof typeof errorTable;

/** Tells whether the table has a code. */
export function isErrorCode(code: string): code is EgoiErrorCode {
  return Object.hasOwn(errorTable, code);
}
