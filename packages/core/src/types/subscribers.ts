// Written by `pnpm core:types` from the catalogue: change it there.

import type { CallOptions, GeneralForm } from '../options/call-options.ts';
import type { Contact, ContactEvent, ImportedContact } from './structs.ts';

/** Parameters of addSubscriber. */
export interface AddSubscriberParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID: number | string;
  /** Reference of the contact (UID or e-mail), or the caller's own; clients send `0` for none. */
  readonly subscriber?: string | number | null | undefined;
  /** Sent by known clients; documented for addSubscriberBulk only. */
  readonly operation?: 1 | 2 | '1' | '2' | null | undefined;
  /** Sent by known clients; documented for addSubscriberBulk only. */
  readonly compareField?: string | null | undefined;
  /** 0 unconfirmed (starts the double opt-in), 1 active, 2 removed, 3 invited, 4 inactive. */
  readonly status?: 0 | 1 | 2 | 3 | 4 | '0' | '1' | '2' | '3' | '4' | null | undefined;
  /**
   * Code of the sender of the confirmation and welcome mails; its address in calls of about 2011.
   */
  readonly from?: string | null | undefined;
  /** Language of the contact; `hu` is in one client's table, `''` leaves it as it is. */
  readonly lang?: 'pt' | 'br' | 'en' | 'es' | 'fr' | 'de' | 'hu' | '' | null | undefined;
  /** E-mail address. */
  readonly email?: string | null | undefined;
  /** 0 checks the syntax, 1 also the domain, 2 also the address. */
  readonly validate_email?: 0 | 1 | 2 | '0' | '1' | '2' | null | undefined;
  /** Whether the phone numbers are checked. */
  readonly validate_phone?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Mobile, as prefix-number: `351-912345678`. */
  readonly cellphone?: string | null | undefined;
  /** Telephone, as prefix-number. */
  readonly telephone?: string | null | undefined;
  /** Fax, as prefix-number. */
  readonly fax?: string | null | undefined;
  /** First name. */
  readonly first_name?: string | null | undefined;
  /** Last name. */
  readonly last_name?: string | null | undefined;
  /** Day of birth, `YYYY-MM-DD` or `DD-MM-YYYY`; `''` is none. */
  readonly birth_date?: string | null | undefined;
  /** Numbers of tags to attach. */
  readonly tags?:
    | readonly (string | number)[]
    | { readonly id: string | number }
    | null
    | undefined;
  /** Form whose style the confirmation and welcome mails use. */
  readonly formID?: number | string | null | undefined;
  /** Tax number; the service removed the field and has a code that says so. */
  readonly tax_id?: string | null | undefined;
  /** Address; the service removed the field and has a code that says so. */
  readonly address?: string | null | undefined;
  /** Postal code; the service removed the field and has a code that says so. */
  readonly zip_code?: string | null | undefined;
  /** City; the service removed the field and has a code that says so. */
  readonly city?: string | null | undefined;
  /** District; the service removed the field and has a code that says so. */
  readonly district?: string | null | undefined;
  /** State; the service removed the field and has a code that says so. */
  readonly state?: string | null | undefined;
  /** Country; the service removed the field and has a code that says so. */
  readonly country?: string | null | undefined;
  /** Age; the service removed the field and has a code that says so. */
  readonly age?: string | null | undefined;
  /** `F` or `M`; the service removed the field and has a code that says so. */
  readonly gender?: string | null | undefined;
  /** Number of the identity card; the service removed the field and has a code that says so. */
  readonly id_card?: string | null | undefined;
  /** Company; the service removed the field and has a code that says so. */
  readonly company?: string | null | undefined;
  /** Value of the extra field with that number: text, or a number. */
  readonly [extra: `extra_${number}`]: unknown;
}

/** Parameters of addSubscriberBulk. */
export interface AddSubscriberBulkParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID: number | string;
  /**
   * Field that recognises existing contacts: email, cellphone, telephone, fax, first_name,
   * last_name, birth_date, extra_N.
   */
  readonly compareField: string;
  /** The contacts, each with the parameters of addSubscriber. */
  readonly subscribers: readonly ImportedContact[] | { [name: string]: ImportedContact };
  /** 1 adds new ones only, 2 also updates. */
  readonly operation?: 1 | 2 | '1' | '2' | null | undefined;
  /** Status of the imported contacts; 1 if left out. */
  readonly defaultStatus?: 0 | 1 | 2 | 4 | '0' | '1' | '2' | '4' | null | undefined;
  /** Prefix of numbers without one, with `+`; `+351` if left out. */
  readonly defaultCountryCode?: string | null | undefined;
  /** Numbers of tags to attach. */
  readonly tags?:
    | readonly (string | number)[]
    | { readonly id: string | number }
    | null
    | undefined;
  /** Whether automatic replies are sent. */
  readonly autoresponder?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Whether notifications are sent. */
  readonly notification?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** 0 unconfirmed (starts the double opt-in), 1 active, 2 removed, 3 invited, 4 inactive. */
  readonly status?: 0 | 1 | 2 | 3 | 4 | '0' | '1' | '2' | '3' | '4' | null | undefined;
}

/** The receipt. */
export interface AddSubscriberBulkResult {
  /** Number of the operation. */
  id?: number | null | undefined;
  /** What becomes of it, in words. */
  result?: string | undefined;
  /** Contacts taken in. */
  count?: number | null | undefined;
}

/** Parameters of editSubscriber. */
export interface EditSubscriberParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID: number | string;
  /** UID or e-mail address of the contact. */
  readonly subscriber: string;
  /** 0 unconfirmed (starts the double opt-in), 1 active, 2 removed, 3 invited, 4 inactive. */
  readonly status?: 0 | 1 | 2 | 3 | 4 | '0' | '1' | '2' | '3' | '4' | null | undefined;
  /**
   * Code of the sender of the confirmation and welcome mails; its address in calls of about 2011.
   */
  readonly from?: string | null | undefined;
  /** Language of the contact; `hu` is in one client's table, `''` leaves it as it is. */
  readonly lang?: 'pt' | 'br' | 'en' | 'es' | 'fr' | 'de' | 'hu' | '' | null | undefined;
  /** E-mail address. */
  readonly email?: string | null | undefined;
  /** 0 checks the syntax, 1 also the domain, 2 also the address. */
  readonly validate_email?: 0 | 1 | 2 | '0' | '1' | '2' | null | undefined;
  /** Whether the phone numbers are checked. */
  readonly validate_phone?: boolean | 0 | 1 | '0' | '1' | null | undefined;
  /** Mobile, as prefix-number: `351-912345678`. */
  readonly cellphone?: string | null | undefined;
  /** Telephone, as prefix-number. */
  readonly telephone?: string | null | undefined;
  /** Fax, as prefix-number. */
  readonly fax?: string | null | undefined;
  /** First name. */
  readonly first_name?: string | null | undefined;
  /** Last name. */
  readonly last_name?: string | null | undefined;
  /** Day of birth, `YYYY-MM-DD` or `DD-MM-YYYY`; `''` is none. */
  readonly birth_date?: string | null | undefined;
  /** Numbers of tags to attach. */
  readonly tags?:
    | readonly (string | number)[]
    | { readonly id: string | number }
    | null
    | undefined;
  /** Form whose style the confirmation and welcome mails use. */
  readonly formID?: number | string | null | undefined;
  /** Tax number; the service removed the field and has a code that says so. */
  readonly tax_id?: string | null | undefined;
  /** Address; the service removed the field and has a code that says so. */
  readonly address?: string | null | undefined;
  /** Postal code; the service removed the field and has a code that says so. */
  readonly zip_code?: string | null | undefined;
  /** City; the service removed the field and has a code that says so. */
  readonly city?: string | null | undefined;
  /** District; the service removed the field and has a code that says so. */
  readonly district?: string | null | undefined;
  /** State; the service removed the field and has a code that says so. */
  readonly state?: string | null | undefined;
  /** Country; the service removed the field and has a code that says so. */
  readonly country?: string | null | undefined;
  /** Age; the service removed the field and has a code that says so. */
  readonly age?: string | null | undefined;
  /** `F` or `M`; the service removed the field and has a code that says so. */
  readonly gender?: string | null | undefined;
  /** Number of the identity card; the service removed the field and has a code that says so. */
  readonly id_card?: string | null | undefined;
  /** Company; the service removed the field and has a code that says so. */
  readonly company?: string | null | undefined;
  /** Value of the extra field with that number: text, or a number. */
  readonly [extra: `extra_${number}`]: unknown;
}

/** Parameters of getSubscriberActivity. */
export interface GetSubscriberActivityParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID?: number | string | null | undefined;
  /** UID or e-mail address of the contact. */
  readonly subscriber?: string | null | undefined;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** The activity. */
export interface GetSubscriberActivityResult {
  /** Reference of the contact. */
  UID?: string | undefined;
  /** What happened to the contact, the newest first. */
  ACTIVITY?: ContactEvent[] | undefined;
}

/** Parameters of removeSubscriber. */
export interface RemoveSubscriberParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID: number | string;
  /** UID or e-mail address of the contact. */
  readonly subscriber: string;
  /** Recorded as the way of removal. */
  readonly removeMethod?: string | null | undefined;
  /**
   * Reason; in the order of the later API not interested, lack of time, change of address, spam,
   * other.
   */
  readonly removeReason?: 1 | 2 | 3 | 4 | 5 | '1' | '2' | '3' | '4' | '5' | null | undefined;
  /** What was said about it. */
  readonly removeObs?: string | null | undefined;
}

/** Parameters of the form 'Page' of subscriberData. */
export interface SubscriberDataPageParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID: number | string;
  /** All contacts of the list. */
  readonly subscriber: 'all_subscribers';
  /** Contacts to skip. */
  readonly start?: number | string | null | undefined;
  /** Most contacts to return; clients ask for 1,000 at most. */
  readonly limit?: number | string | null | undefined;
  /** Name of a segment; its contacts alone. */
  readonly segment?: string | null | undefined;
}

/** A page of contacts. */
export interface SubscriberDataPage {
  /** The contacts of the page; empty past the end. */
  subscriber: Contact[];
}

/** Parameters of subscriberData. */
export interface SubscriberDataParams {
  /** Number of the contact list (`listnum` of getLists). */
  readonly listID: number | string;
  /** UID or e-mail address of the contact. */
  readonly subscriber: string;
}

/** One contact. */
export interface SubscriberDataResult {
  /** One contact. */
  subscriber: Contact;
}

/** The methods of the group 'subscribers'. */
export interface SubscribersMethods {
  /**
   * Adds one contact to a list.
   *
   * Values of extra fields go into `extra_<number>`. Resolves with the contact; `UID` is its
   * reference.
   *
   * Some accounts update an existing contact and answer `MODIFICATION_DATE`; the sandbox answers
   * `EMAIL_ALREADY_EXISTS`.
   *
   * A list refuses a second contact with a value of a unique field: the e-mail address in a list
   * for e-mail, the mobile number in one for SMS or voice, others by choice. That
   * `…_ALREADY_EXISTS` says so is inferred.
   *
   * Clients of about 2011 send `tax_id` to `company`, and an empty text for each field that they do
   * not fill.
   *
   * Source: reference, Subscribers. Parameters seen in a source; result seen in a source.
   *
   * @throws EgoiApiError `LIST_MISSING`, `LIST_NOT_FOUND`, `NO_DATA_TO_INSERT`,
   * `DATA_CANNOT_BE_EDITED`, `SUBSCRIBER_FORMAT_ERROR`, `EMAIL_ADDRESS_INVALID`,
   * `EMAIL_ADDRESS_INVALID_MX_ERROR`, `EMAIL_ADDRESS_INVALID_DOESNT_EXIST`,
   * `CANNOT_ADD_MORE_SUBSCRIBERS`, `INVALID_EXTRA_FIELD`, `EXTRA_FIELD_X_DOES_NOT_EXIST`,
   * `EMAIL_ALREADY_EXISTS`, `CELLPHONE_ALREADY_EXISTS`, `FAX_ALREADY_EXISTS`,
   * `TELEPHONE_ALREADY_EXISTS`, `FIST_NAME_ALREADY_EXISTS`, `LAST_NAME_ALREADY_EXISTS`,
   * `BIRTH_DATE_ALREADY_EXISTS`, `EXTRA_FIELD_XX_ALREADY_EXISTS`, `FIRST_NAME_ALREADY_EXISTS`,
   * `TAX_ID_NUMBER_ALREADY_EXISTS`, `ADDRESS_ALREADY_EXISTS`, `ZIP_CODE_ALREADY_EXISTS`,
   * `CITY_ALREADY_EXISTS`, `DISCRICT_ALREADY_EXISTS`, `STATE_ALREADY_EXISTS`,
   * `COUNTRY_ALREADY_EXISTS`, `AGE_ALREADY_EXISTS`, `GENDER_ALREADY_EXISTS`,
   * `ID_CARD_NUMBER_ALREADY_EXISTS`, `COMPANY_ALREADY_EXISTS`, `TAX_ID_FIELD_REMOVED`,
   * `ADDRESS_FIELD_REMOVED`, `ZIP_CODE_FIELD_REMOVED`, `CITY_FIELD_REMOVED`,
   * `DISCRICT_FIELD_REMOVED`, `STATE_FIELD_REMOVED`, `COUNTRY_FIELD_REMOVED`, `AGE_FIELD_REMOVED`,
   * `GENDER_FIELD_REMOVED`, `ID_CARD_FIELD_REMOVED`, `COMPANY_FIELD_REMOVED`, `INVALID_FROM`,
   * `EMAIL_REQUIRED`, `CELLPHONE_REQUIRED`, `TELEPHONE_REQUIRED`, `FAX_REQUIRED`,
   * `FIRST_NAME_REQUIRED`, `LAST_NAME_REQUIRED`, `BIRTH_DATE_REQUIRED`
   */
  addSubscriber(params: AddSubscriberParams, options?: CallOptions): Promise<Contact>;
  /**
   * Imports many contacts into a list, up to 50 MB in one call.
   *
   * `operation` 1 adds new contacts only, 2 also updates those found by `compareField`. Over REST a
   * call may carry about 1,000 values: PHP reads no more form fields.
   *
   * No source knows the result; `id`, `result` and `count` are the sandbox's choice.
   *
   * Source: reference, Subscribers. Parameters seen in a source; result in no source.
   *
   * @throws EgoiApiError `LIST_MISSING`, `LIST_NOT_FOUND`, `NO_COMPARE_FIELD`, `NO_SUBSCRIBERS`,
   * `MAX_SUBSCRIBERS_LIMIT_EXCEEDED`, `MAX_SUBSCRIBERS_FILE_LIMIT_EXCEEDED`, `INVALID_EXTRA_FIELD`,
   * `CANNOT_ADD_MORE_SUBSCRIBERS`, `EXTRA_FIELD_X_DOES_NOT_EXIST`
   */
  addSubscriberBulk(
    params: AddSubscriberBulkParams,
    options?: CallOptions,
  ): Promise<AddSubscriberBulkResult>;
  /**
   * Edits an active contact.
   *
   * `email` holds the new address where it changes.
   *
   * Source: reference, Subscribers. Parameters seen in a source; result in part seen in a source.
   *
   * @throws EgoiApiError `SUBSCRIBER_MISSING`, `SUBSCRIBER_NOT_FOUND`,
   * `SUBSCRIBER_DATA_CANNOT_BE_EDITED`, `LIST_MISSING`, `LIST_NOT_FOUND`, `NO_DATA_TO_INSERT`,
   * `SUBSCRIBER_FORMAT_ERROR`, `EMAIL_ADDRESS_INVALID`, `EMAIL_ADDRESS_INVALID_MX_ERROR`,
   * `EMAIL_ADDRESS_INVALID_DOESNT_EXIST`, `CANNOT_ADD_MORE_SUBSCRIBERS`, `INVALID_EXTRA_FIELD`,
   * `EXTRA_FIELD_X_DOES_NOT_EXIST`, `EMAIL_ALREADY_EXISTS`, `CELLPHONE_ALREADY_EXISTS`,
   * `FAX_ALREADY_EXISTS`, `TELEPHONE_ALREADY_EXISTS`, `FIST_NAME_ALREADY_EXISTS`,
   * `LAST_NAME_ALREADY_EXISTS`, `BIRTH_DATE_ALREADY_EXISTS`, `EXTRA_FIELD_XX_ALREADY_EXISTS`,
   * `FIRST_NAME_ALREADY_EXISTS`, `TAX_ID_NUMBER_ALREADY_EXISTS`, `ADDRESS_ALREADY_EXISTS`,
   * `ZIP_CODE_ALREADY_EXISTS`, `CITY_ALREADY_EXISTS`, `DISCRICT_ALREADY_EXISTS`,
   * `STATE_ALREADY_EXISTS`, `COUNTRY_ALREADY_EXISTS`, `AGE_ALREADY_EXISTS`,
   * `GENDER_ALREADY_EXISTS`, `ID_CARD_NUMBER_ALREADY_EXISTS`, `COMPANY_ALREADY_EXISTS`,
   * `TAX_ID_FIELD_REMOVED`, `ADDRESS_FIELD_REMOVED`, `ZIP_CODE_FIELD_REMOVED`,
   * `CITY_FIELD_REMOVED`, `DISCRICT_FIELD_REMOVED`, `STATE_FIELD_REMOVED`, `COUNTRY_FIELD_REMOVED`,
   * `AGE_FIELD_REMOVED`, `GENDER_FIELD_REMOVED`, `ID_CARD_FIELD_REMOVED`, `COMPANY_FIELD_REMOVED`,
   * `INVALID_FROM`, `EMAIL_REQUIRED`, `CELLPHONE_REQUIRED`, `TELEPHONE_REQUIRED`, `FAX_REQUIRED`,
   * `FIRST_NAME_REQUIRED`, `LAST_NAME_REQUIRED`, `BIRTH_DATE_REQUIRED`
   */
  editSubscriber(params: EditSubscriberParams, options?: CallOptions): Promise<Contact>;
  /**
   * Returns the activity of a contact.
   *
   * `listID`, `subscriber`, `UID` and `ACTIVITY` are the sandbox's choice.
   *
   * Source: reference, Subscribers. Parameters inferred from sources; result of which a source
   * shows the shape alone.
   *
   * @throws EgoiApiError `LIST_MISSING`, `LIST_NOT_FOUND`, `SUBSCRIBER_MISSING`,
   * `SUBSCRIBER_NOT_FOUND`
   */
  getSubscriberActivity(
    params?: GetSubscriberActivityParams,
    options?: CallOptions,
  ): Promise<GetSubscriberActivityResult>;
  /**
   * Removes a contact from a list: its status becomes 2.
   *
   * Resolves with `'OK'`.
   *
   * The text of a success is inferred: the maker's Python wrapper expects `OK`.
   *
   * The order of the reasons, and that the callback's document tells them as `REMOVE_OPTION` and
   * `REMOVE_OBS`, is inferred.
   *
   * Source: reference, Subscribers. Parameters seen in a source; result in part seen in a source.
   *
   * @throws EgoiApiError `LIST_MISSING`, `LIST_NOT_FOUND`, `SUBSCRIBER_MISSING`,
   * `SUBSCRIBER_NOT_FOUND`, `SUBSCRIBER_ALREADY_REMOVED`
   */
  removeSubscriber(params: RemoveSubscriberParams, options?: CallOptions): Promise<string>;
  /**
   * Returns one contact, or with `subscriber: 'all_subscribers'` a page of all contacts of a list.
   *
   * `limit` is 1,000 at most in every known client.
   *
   * The order of the fields and their types come from a recorded SOAP answer of 2014, in which
   * `STATUS` alone is an integer and unset fields are empty.
   *
   * That extra fields are named `EXTRA_FIELD_<number>` is inferred from the callback's document.
   *
   * A page without contacts is an empty list.
   *
   * The type of the result follows the literal `'all_subscribers'`; a variable of type `string`
   * gets the type of one contact.
   *
   * Source: reference, Subscribers. Parameters seen in a source; result seen in a source.
   *
   * @throws EgoiApiError `SUBSCRIBER_NOT_FOUND`, `LIST_MISSING`, `LIST_NOT_FOUND`,
   * `SUBSCRIBER_MISSING`
   */
  subscriberData(
    params: SubscriberDataPageParams,
    options?: CallOptions,
  ): Promise<SubscriberDataPage>;
  /**
   * Returns one contact, or with `subscriber: 'all_subscribers'` a page of all contacts of a list.
   *
   * `limit` is 1,000 at most in every known client.
   *
   * The order of the fields and their types come from a recorded SOAP answer of 2014, in which
   * `STATUS` alone is an integer and unset fields are empty.
   *
   * That extra fields are named `EXTRA_FIELD_<number>` is inferred from the callback's document.
   *
   * A page without contacts is an empty list.
   *
   * The type of the result follows the literal `'all_subscribers'`; a variable of type `string`
   * gets the type of one contact.
   *
   * Source: reference, Subscribers. Parameters seen in a source; result seen in a source.
   *
   * @throws EgoiApiError `SUBSCRIBER_NOT_FOUND`, `LIST_MISSING`, `LIST_NOT_FOUND`,
   * `SUBSCRIBER_MISSING`
   */
  subscriberData(
    params: SubscriberDataParams & GeneralForm,
    options?: CallOptions,
  ): Promise<SubscriberDataResult>;
}
