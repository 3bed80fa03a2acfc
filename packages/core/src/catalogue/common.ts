import { method } from './declare-method.ts';
import { closedParams, flagParam, openParams, textParam } from './param-kinds.ts';
import { dateTime, id, integer, listOf, struct, text } from './result-kinds.ts';
import { listId, outcome, outcomeNote } from './shared-kinds.ts';

const event = (number: number) =>
  flagParam(`Switch of event ${number}; no source knows which event that is.`).nullish();

/** What belongs to no other group: callbacks and background operations. */
export const common = {
  /**
   * Registers the address that the service posts to when contacts of a list change.
   *
   * The service posts a form whose field is named after the method (`addSubscriber`,
   * `removeSubscriber`) and holds an XML document with the contact's fields. Fails with
   * `LIST_MISSING`, `LIST_NOT_FOUND`, `INVALID_URL`. Source: reference, Common and 14.10.
   */
  editApiCallback: method({
    name: 'editApiCallback',
    group: 'common',
    summary: 'Registers the URL that E-goi calls when contacts of a list change.',
    effect: 'idempotent',
    params: () =>
      closedParams({
        listID: listId,
        callback_url: textParam('Address that accepts a POST.'),
        notif_api_1: event(1),
        notif_api_2: event(2),
        notif_api_3: event(3),
        notif_api_4: event(4),
        notif_api_5: event(5),
        notif_api_6: event(6),
        notif_api_7: event(7),
        notif_api_8: event(8),
        notif_api_9: event(9),
        notif_api_10: event(10),
        notif_api_11: event(11),
        notif_api_12: event(12),
        notif_api_13: event(13),
        notif_api_14: event(14),
        notif_api_15: event(15),
        notif_api_16: event(16),
      }),
    result: () => outcome,
    errors: ['LIST_MISSING', 'LIST_NOT_FOUND', 'INVALID_URL'],
    evidence: { params: 'seen', result: 'unknown' },
    notes: [
      outcomeNote,
      'Which event each switch stands for, no source knows; in the sandbox callbacks tell of added and removed contacts unless all switches that are given are off.',
    ],
  }),

  /**
   * Lists the background operations.
   *
   * No source knows the parameters or the fields. Source: reference, Common.
   */
  getOperationsQueue: method({
    name: 'getOperationsQueue',
    group: 'common',
    summary: 'Lists the pending background operations.',
    effect: 'read',
    params: () => openParams({}),
    result: () =>
      listOf(
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
    evidence: { params: 'unknown', result: 'unknown' },
    notes: ["No source knows the fields; all of them are the sandbox's choice."],
  }),
} as const;
