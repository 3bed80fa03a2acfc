import {
  contact,
  contactErrors,
  contactParams,
  formerContactParams,
  importedContact,
} from './contact.ts';
import { method, methodWithForms } from './declare-method.ts';
import {
  closedParams,
  codeParam,
  dateTime,
  eitherParam,
  flagParam,
  idParam,
  integer,
  listOf,
  listParam,
  numberedParam,
  openParams,
  struct,
  text,
  textOrNumberParam,
  textParam,
  withExtraFields,
  wordParam,
} from './kinds.ts';
import { listId, subscriberReference as subscriber } from './shared-kinds.ts';

const addedContact = withExtraFields({
  listID: listId,
  subscriber: eitherParam(
    [textOrNumberParam('must be text or a whole number')],
    "Reference of the contact (UID or e-mail), or the caller's own; clients send `0` for none.",
    'must be text or a whole number',
  ).nullish(),
  operation: codeParam(
    [1, 2],
    'Sent by known clients; documented for addSubscriberBulk only.',
  ).nullish(),
  compareField: textParam(
    'Sent by known clients; documented for addSubscriberBulk only.',
  ).nullish(),
  ...contactParams,
  ...formerContactParams,
});

const allContacts = 'all_subscribers';

/** Contacts of a list. */
export const subscribers = {
  addSubscriber: method({
    name: 'addSubscriber',
    group: 'subscribers',
    summary: 'Adds one contact to a list.',
    details:
      'Values of extra fields go into `extra_<number>`. Resolves with the contact; `UID` is its reference.',
    effect: 'write',
    params: addedContact,
    result: contact,
    errors: [
      'LIST_MISSING',
      'LIST_NOT_FOUND',
      'NO_DATA_TO_INSERT',
      'DATA_CANNOT_BE_EDITED',
      ...contactErrors,
    ],
    evidence: { params: 'seen', result: 'seen' },
    notes: [
      'Some accounts update an existing contact and answer `MODIFICATION_DATE`; the sandbox answers `EMAIL_ALREADY_EXISTS`.',
      'A list refuses a second contact with a value of a unique field: the e-mail address in a list for e-mail, the mobile number in one for SMS or voice, others by choice. That `…_ALREADY_EXISTS` says so is inferred.',
      'Clients of about 2011 send `tax_id` to `company`, and an empty text for each field that they do not fill.',
    ],
  }),

  addSubscriberBulk: method({
    name: 'addSubscriberBulk',
    group: 'subscribers',
    summary: 'Imports many contacts into a list, up to 50 MB in one call.',
    details:
      '`operation` 1 adds new contacts only, 2 also updates those found by `compareField`. Over REST a call may carry about 1,000 values: PHP reads no more form fields.',
    effect: 'write',
    params: closedParams({
      listID: listId,
      compareField: textParam(
        'Field that recognises existing contacts: email, cellphone, telephone, fax, first_name, last_name, birth_date, extra_N.',
      ),
      subscribers: eitherParam(
        [listParam(importedContact), numberedParam(importedContact)],
        'The contacts, each with the parameters of addSubscriber.',
        'must be a list of contacts',
      ),
      operation: codeParam([1, 2], '1 adds new ones only, 2 also updates.').nullish(),
      defaultStatus: codeParam(
        [0, 1, 2, 4],
        'Status of the imported contacts; 1 if left out.',
      ).nullish(),
      defaultCountryCode: textParam(
        'Prefix of numbers without one, with `+`; `+351` if left out.',
      ).nullish(),
      tags: contactParams.tags,
      autoresponder: flagParam('Whether automatic replies are sent.').nullish(),
      notification: flagParam('Whether notifications are sent.').nullish(),
      status: contactParams.status,
    }),
    result: struct(
      {
        id: integer('Number of the operation.').optional(),
        result: text('What becomes of it, in words.').optional(),
        count: integer('Contacts taken in.').optional(),
      },
      'The receipt.',
    ),
    errors: [
      'LIST_MISSING',
      'LIST_NOT_FOUND',
      'NO_COMPARE_FIELD',
      'NO_SUBSCRIBERS',
      'MAX_SUBSCRIBERS_LIMIT_EXCEEDED',
      'MAX_SUBSCRIBERS_FILE_LIMIT_EXCEEDED',
      'INVALID_EXTRA_FIELD',
      'CANNOT_ADD_MORE_SUBSCRIBERS',
      'EXTRA_FIELD_X_DOES_NOT_EXIST',
    ],
    evidence: { params: 'seen', result: 'unknown' },
    notes: ["No source knows the result; `id`, `result` and `count` are the sandbox's choice."],
  }),

  editSubscriber: method({
    name: 'editSubscriber',
    group: 'subscribers',
    summary: 'Edits an active contact.',
    details: '`email` holds the new address where it changes.',
    effect: 'idempotent',
    params: withExtraFields({
      listID: listId,
      subscriber,
      ...contactParams,
      ...formerContactParams,
    }),
    result: contact,
    errors: [
      'SUBSCRIBER_MISSING',
      'SUBSCRIBER_NOT_FOUND',
      'SUBSCRIBER_DATA_CANNOT_BE_EDITED',
      'LIST_MISSING',
      'LIST_NOT_FOUND',
      'NO_DATA_TO_INSERT',
      ...contactErrors,
    ],
    evidence: { params: 'seen', result: 'partly seen' },
  }),

  getSubscriberActivity: method({
    name: 'getSubscriberActivity',
    group: 'subscribers',
    summary: 'Returns the activity of a contact.',
    effect: 'read',
    params: openParams({ listID: listId.nullish(), subscriber: subscriber.nullish() }),
    result: struct(
      {
        UID: text('Reference of the contact.').optional(),
        ACTIVITY: listOf(
          struct(
            {
              DATE: dateTime('When it happened.').optional(),
              ACTION: text('What happened.').optional(),
              CAMPAIGN: text('Hash of the campaign, where one was concerned.').optional(),
            },
            'One thing that happened.',
            'ContactEvent',
          ),
          'What happened to the contact, the newest first.',
        ).optional(),
      },
      'The activity.',
    ),
    errors: ['LIST_MISSING', 'LIST_NOT_FOUND', 'SUBSCRIBER_MISSING', 'SUBSCRIBER_NOT_FOUND'],
    evidence: { params: 'inferred', result: 'shape only' },
    notes: ["`listID`, `subscriber`, `UID` and `ACTIVITY` are the sandbox's choice."],
  }),

  removeSubscriber: method({
    name: 'removeSubscriber',
    group: 'subscribers',
    summary: 'Removes a contact from a list: its status becomes 2.',
    details: "Resolves with `'OK'`.",
    effect: 'write',
    params: closedParams({
      listID: listId,
      subscriber,
      removeMethod: textParam('Recorded as the way of removal.').nullish(),
      removeReason: codeParam(
        [1, 2, 3, 4, 5],
        'Reason; in the order of the later API not interested, lack of time, change of address, spam, other.',
      ).nullish(),
      removeObs: textParam('What was said about it.').nullish(),
    }),
    result: text("'OK'."),
    errors: [
      'LIST_MISSING',
      'LIST_NOT_FOUND',
      'SUBSCRIBER_MISSING',
      'SUBSCRIBER_NOT_FOUND',
      'SUBSCRIBER_ALREADY_REMOVED',
    ],
    evidence: { params: 'seen', result: 'partly seen' },
    notes: [
      "The text of a success is inferred: the maker's Python wrapper expects `OK`.",
      "The order of the reasons, and that the callback's document tells them as `REMOVE_OPTION` and `REMOVE_OBS`, is inferred.",
    ],
  }),

  subscriberData: methodWithForms({
    name: 'subscriberData',
    group: 'subscribers',
    summary:
      "Returns one contact, or with `subscriber: 'all_subscribers'` a page of all contacts of a list.",
    details: '`limit` is 1,000 at most in every known client.',
    effect: 'read',
    paging: {
      items: 'subscriber',
      key: 'UID',
      fixed: { subscriber: allContacts },
      none: ['SUBSCRIBER_NOT_FOUND'],
    },
    isSpecial: (params) => params['subscriber'] === allContacts,
    special: {
      name: 'Page',
      params: closedParams({
        listID: listId,
        subscriber: wordParam([allContacts], 'All contacts of the list.'),
        start: idParam('Contacts to skip.').nullish(),
        limit: idParam('Most contacts to return; clients ask for 1,000 at most.').nullish(),
        segment: textParam('Name of a segment; its contacts alone.').nullish(),
      }),
      result: struct(
        { subscriber: listOf(contact, 'The contacts of the page; empty past the end.') },
        'A page of contacts.',
      ),
    },
    general: {
      params: closedParams({ listID: listId, subscriber }),
      result: struct({ subscriber: contact }, 'One contact.'),
    },
    errors: ['SUBSCRIBER_NOT_FOUND', 'LIST_MISSING', 'LIST_NOT_FOUND', 'SUBSCRIBER_MISSING'],
    evidence: { params: 'seen', result: 'seen' },
    notes: [
      'The order of the fields and their types come from a recorded SOAP answer of 2014, in which `STATUS` alone is an integer and unset fields are empty.',
      "That extra fields are named `EXTRA_FIELD_<number>` is inferred from the callback's document.",
      'A page without contacts is an empty list.',
      "The type of the result follows the literal `'all_subscribers'`; a variable of type `string` gets the type of one contact.",
    ],
  }),
} as const;
