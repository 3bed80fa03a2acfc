import type { EgoiErrorCode, MethodName } from '@egoi-client/core';
import type { Reason } from '../../account/broken-rule.ts';

/** A code as it goes on the wire: the two numbered ones carry the number of the field. */
export type WireCode =
  | EgoiErrorCode
  | `EXTRA_FIELD_${number | string}_DOES_NOT_EXIST`
  | `EXTRA_FIELD_${number}_ALREADY_EXISTS`;

/** A reason with what it concerns; of a field that recognises contacts, one of their own. */
type ReasonKey<R> = R extends { readonly field: infer Field }
  ? `${(R & Reason)['reason']} ${Field & string}`
  : R extends { readonly what: infer What }
    ? `${(R & Reason)['reason']} ${What & string}`
    : never;

type Key = ReasonKey<Reason>;

/** What the API says for each reason. The spellings are the service's. Source: reference, 14.9 and 15. */
const codes: Readonly<Record<Key, EgoiErrorCode>> = {
  'duplicate email': 'EMAIL_ALREADY_EXISTS',
  'duplicate cellphone': 'CELLPHONE_ALREADY_EXISTS',
  'duplicate telephone': 'TELEPHONE_ALREADY_EXISTS',
  'duplicate fax': 'FAX_ALREADY_EXISTS',
  'duplicate first_name': 'FIST_NAME_ALREADY_EXISTS',
  'duplicate last_name': 'LAST_NAME_ALREADY_EXISTS',
  'duplicate birth_date': 'BIRTH_DATE_ALREADY_EXISTS',
  'duplicate tax_id': 'TAX_ID_NUMBER_ALREADY_EXISTS',
  'duplicate address': 'ADDRESS_ALREADY_EXISTS',
  'duplicate zip_code': 'ZIP_CODE_ALREADY_EXISTS',
  'duplicate city': 'CITY_ALREADY_EXISTS',
  'duplicate district': 'DISCRICT_ALREADY_EXISTS',
  'duplicate state': 'STATE_ALREADY_EXISTS',
  'duplicate country': 'COUNTRY_ALREADY_EXISTS',
  'duplicate age': 'AGE_ALREADY_EXISTS',
  'duplicate gender': 'GENDER_ALREADY_EXISTS',
  'duplicate id_card': 'ID_CARD_NUMBER_ALREADY_EXISTS',
  'duplicate company': 'COMPANY_ALREADY_EXISTS',
  'required email': 'EMAIL_REQUIRED',
  'required cellphone': 'CELLPHONE_REQUIRED',
  'required telephone': 'TELEPHONE_REQUIRED',
  'required fax': 'FAX_REQUIRED',
  'required first_name': 'FIRST_NAME_REQUIRED',
  'required last_name': 'LAST_NAME_REQUIRED',
  'required birth_date': 'BIRTH_DATE_REQUIRED',
  'formerField tax_id': 'TAX_ID_FIELD_REMOVED',
  'formerField address': 'ADDRESS_FIELD_REMOVED',
  'formerField zip_code': 'ZIP_CODE_FIELD_REMOVED',
  'formerField city': 'CITY_FIELD_REMOVED',
  'formerField district': 'DISCRICT_FIELD_REMOVED',
  'formerField state': 'STATE_FIELD_REMOVED',
  'formerField country': 'COUNTRY_FIELD_REMOVED',
  'formerField age': 'AGE_FIELD_REMOVED',
  'formerField gender': 'GENDER_FIELD_REMOVED',
  'formerField id_card': 'ID_CARD_FIELD_REMOVED',
  'formerField company': 'COMPANY_FIELD_REMOVED',
  'invalid email': 'EMAIL_ADDRESS_INVALID',
  'invalid phone': 'SUBSCRIBER_FORMAT_ERROR',
  'invalid birthDate': 'SUBSCRIBER_FORMAT_ERROR',
  'invalid status': 'SUBSCRIBER_FORMAT_ERROR',
  'invalid language': 'SUBSCRIBER_FORMAT_ERROR',
  'invalid extraValue': 'INVALID_EXTRA_FIELD',
  'invalid sender': 'SENDER_MISSING',
  'invalid recipient': 'SUBSCRIBER_FORMAT_ERROR',
  'invalid segment': 'NO_SEARCH_FIELDS',
  'invalid file': 'INVALID_FILE',
  'nonexistent domain': 'EMAIL_ADDRESS_INVALID_MX_ERROR',
  'nonexistent mailbox': 'EMAIL_ADDRESS_INVALID_DOESNT_EXIST',
  'notFound list': 'LIST_NOT_FOUND',
  'notFound contact': 'SUBSCRIBER_NOT_FOUND',
  'notFound extraField': 'FIELD_NOT_FOUND',
  'notFound tag': 'TAG_NOT_FOUND',
  'notFound segment': 'SEGMENT_NOT_FOUND',
  'notFound automation': 'AUTOBOT_NOT_FOUND',
  'notFound sender': 'SENDER_NOT_EXISTS',
  'notFound campaign': 'CAMPAIGN_NOT_FOUND',
  // No source knows the codes of editCampaignGroup; this is the one of the campaigns.
  'notFound campaignGroup': 'CAMPAIGN_NOT_FOUND',
  // The next ones only another face of the account comes upon.
  'notFound option': 'FIELD_NOT_FOUND',
  'notFound action': 'AUTOBOT_NOT_FOUND',
  'notFound webhook': 'INVALID_URL',
  'notFound reportModel': 'TEMPLATE_NOT_FOUND',
  'taken option': 'INVALID_EXTRA_FIELD',
  'taken cname': 'CNAME_MISSING',
  'taken campaignGroup': 'NAME_MISSING',
  'inactive sender': 'INVALID_FROM',
  'empty option': 'INVALID_EXTRA_FIELD',
  'inUse extraField': 'IN_USE',
  'inUse segment': 'IN_USE',
  'inUse sender': 'IN_USE',
  'inUse campaignGroup': 'IN_USE',
  'derived segment': 'SEGMENT_NOT_FOUND',
  'shared values': 'IN_USE',
  'notUnique field': 'NO_COMPARE_FIELD',
  'sentLately campaign': 'CANNOT_BE_DELETED',
  'sentAlready campaign': 'CAMPAIGN_NOT_VALID',
  'taken contact': 'DATA_CANNOT_BE_EDITED',
  'taken tag': 'TAG_ALREADY_EXISTS',
  'taken sender': 'SENDER_EXISTS',
  'empty contact': 'NO_DATA_TO_INSERT',
  'full lists': 'NO_MORE_LISTS_ALLOWED',
  'full contacts': 'CANNOT_ADD_MORE_SUBSCRIBERS',
  'tooMany contacts': 'MAX_SUBSCRIBERS_LIMIT_EXCEEDED',
  'tooLarge file': 'FILE_TOO_LARGE',
  'tooLarge message': 'MESSAGE_TOO_LONG',
  'inUse list': 'IN_USE',
  'removed contact': 'SUBSCRIBER_ALREADY_REMOVED',
  'inactive contact': 'SUBSCRIBER_NOT_ACTIVE',
  'deleted campaign': 'ALREADY_DELETED',
  'triggered campaign': 'CANNOT_BE_DELETED',
  'notEditable campaign': 'CANNOT_EDIT_CAMPAIGN',
  'notSendable campaign': 'CAMPAIGN_NOT_VALID',
  // Says that the results are not ready (reference, getReport).
  'notSent campaign': 'NO_DATA',
  'noAddress email': 'SUBSCRIBER_NOT_FOUND',
  'noAddress cellphone': 'NO_CELLPHONE',
  'noAddress phone': 'NO_CELLPHONE_OR_TELEPHONE',
  'noAddress fax': 'SUBSCRIBER_FORMAT_ERROR',
  'none recipients': 'NO_SUBSCRIBERS',
};

/** Calls and faxes have one code for whatever is wrong with the campaign, and few others. */
const callOrFax = {
  'notFound campaign': 'CAMPAIGN_NOT_VALID',
  'notFound list': 'INVALID_OPTION',
  'notFound segment': 'INVALID_OPTION',
  'none recipients': 'SUBSCRIBER_NOT_FOUND',
} as const;

/** The methods that say some of it in another way. */
const codesOfMethod: Readonly<
  Partial<Record<MethodName, Readonly<Partial<Record<Key, EgoiErrorCode>>>>>
> = {
  attachTag: { 'notFound list': 'INVALID_LIST', 'notFound contact': 'NO_TARGET_ELEMENTS' },
  // It has no code for a file that is too large: such a one is not valid.
  createCampaignVoice: { 'tooLarge file': 'INVALID_FILE' },
  deleteList: { 'notFound list': 'LIST_NOT_EXISTS' },
  detachTag: { 'notFound list': 'INVALID_LIST', 'notFound contact': 'NO_TARGET_ELEMENTS' },
  editSubscriber: { 'removed contact': 'SUBSCRIBER_DATA_CANNOT_BE_EDITED' },
  generateAdvancedReport: {
    // It has no code for an unknown list, so that no report can be made of one.
    'notFound list': 'CANT_GENERATE_ADVANCED_REPORT',
    'notFound campaign': 'INVALID_CAMPAIGN_ID_PROVIDED_IN_ARRAY',
  },
  // It has no code for a list that does not exist: it has no form either.
  getFormsSubmissions: { 'notFound list': 'FORMS_NOT_FOUND' },
  sendCall: callOrFax,
  sendFAX: callOrFax,
  sendSMS: { 'notFound campaign': 'CAMPAIGN_NOT_VALID' },
  // It has no code for a list that does not exist: no contact is in it.
  startAutobot: {
    'notFound list': 'SUBSCRIBER_NOT_FOUND',
    'removed contact': 'SUBSCRIBER_NOT_FOUND',
  },
  // No code is known for a segment that the list does not have; it has nobody in it.
  subscriberData: { 'notFound segment': 'SUBSCRIBER_NOT_FOUND' },
};

/** What else decides on the code of a reason. */
export interface CodeContext {
  readonly method?: MethodName;
  /** The account is one of about 2011, whose table spells the first name rightly. */
  readonly hasFormerFields: boolean;
}

/** The code that the API has for a reason. */
export function codeOf(reason: Reason, { method, hasFormerFields }: CodeContext): WireCode {
  if ('field' in reason && typeof reason.field === 'number') {
    return `EXTRA_FIELD_${reason.field}_ALREADY_EXISTS`;
  }
  const key = `${reason.reason} ${'field' in reason ? reason.field : reason.what}` as Key;
  if (key === 'duplicate first_name' && hasFormerFields) return 'FIRST_NAME_ALREADY_EXISTS';
  return (method === undefined ? undefined : codesOfMethod[method]?.[key]) ?? codes[key];
}
