import { method } from './declare-method.ts';
import {
  closedParams,
  dateTime,
  flagParam,
  id,
  integer,
  listOf,
  openParams,
  struct,
  text,
  textParam,
} from './kinds.ts';
import { listId } from './shared-kinds.ts';

const event = (what: string) => flagParam(`Tells when ${what}.`).nullish();

/** What belongs to no other group: callbacks and background operations. */
export const common = {
  editApiCallback: method({
    name: 'editApiCallback',
    group: 'common',
    summary: 'Registers the address that the service posts to when contacts of a list change.',
    details:
      "The service posts a form whose one field is named `addSubscriber`, `editSubscriber` or `removeSubscriber` and holds an XML document: the root `DATA`, and the contact's fields in it. The switches choose among sixteen events; they take `true`, 1 and `'1'`, and `false`, 0 and `'0'`.",
    effect: 'idempotent',
    params: closedParams({
      listID: listId,
      callback_url: textParam('Address that accepts a POST.'),
      notif_api_1: event('a single opt-in form is submitted'),
      notif_api_2: event('a contact leaves by the unsubscription form'),
      notif_api_3: event('a contact is added by hand'),
      notif_api_4: event('a contact is removed by hand'),
      notif_api_5: event('a contact is removed because of bounces'),
      notif_api_6: event('a contact converts another one'),
      notif_api_7: event('a double opt-in form is submitted'),
      notif_api_8: event('a contact leaves by the unsubscribe link'),
      notif_api_9: event('a contact is added through the API'),
      notif_api_10: event('a contact is removed through the API'),
      notif_api_11: flagParam('Switch of event 11; no source knows which event that is.').nullish(),
      notif_api_12: event('data is changed by hand'),
      notif_api_13: event('the edit-subscription form is submitted'),
      notif_api_14: event('data is changed through the API'),
      notif_api_15: event('a subscription by form is confirmed'),
      notif_api_16: event('a change of data by form is confirmed'),
    }),
    result: struct({ RESULT: text("'OK' when it was done.") }, 'The outcome.'),
    errors: ['LIST_MISSING', 'LIST_NOT_FOUND', 'INVALID_URL'],
    evidence: { params: 'seen', result: 'seen' },
    notes: [
      'The elements of the document, in their order: `UID`, `LIST`, `FIRST_NAME`, `LAST_NAME`, `EMAIL`, `CELLPHONE`, `TELEPHONE`, `FAX`, `LANGUAGE`, `BIRTH_DATE`, `DATE_ADD`, `STATUS`, an `EXTRA_FIELD_<number>` for each extra field, `REMOVE_DATE`, `REMOVE_METHOD`, `REMOVE_OPTION`, `REMOVE_OBS`, `STATS_EMAIL_SENT`. Any of them may be empty, and further `STATS_` elements may follow.',
      'No source knows what event 11 is, nor whether a callback is tried again.',
      'In the sandbox a call without switches asks for every event.',
    ],
  }),

  getOperationsQueue: method({
    name: 'getOperationsQueue',
    group: 'common',
    summary: 'Lists the background operations.',
    effect: 'read',
    params: openParams({}),
    result: listOf(
      struct(
        {
          ID: id('Number of the operation.').optional(),
          OPERATION: text('Method that asked for it.').optional(),
          LISTNUM: integer('Number of the list.').optional(),
          STATUS: text('State of the operation.').optional(),
          TOTAL: integer('Contacts in it.').optional(),
          START: dateTime('When it was asked for.').optional(),
          END: dateTime('When it ended.').optional(),
        },
        'One operation.',
        'Operation',
      ),
      'The operations.',
    ),
    errors: [],
    evidence: { params: 'unknown', result: 'shape only' },
    notes: ["No source knows the fields; all of them are the sandbox's choice."],
  }),
} as const;
