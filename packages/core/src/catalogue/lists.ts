import { method } from './declare-method.ts';
import {
  closedParams,
  flag,
  flagParam,
  id,
  idParam,
  integer,
  listOf,
  mapById,
  openParams,
  struct,
  text,
  textParam,
  wordParam,
} from './kinds.ts';
import { listId, outcome, outcomeNote } from './shared-kinds.ts';

const languages = ['pt', 'br', 'en', 'es', 'fr', 'de', 'PT', 'BR', 'EN', 'ES', 'FR', 'DE'] as const;
/** The kinds of extra fields, in the service's words: date, text, telephone, mobile, fax, number, e-mail, list. */
export const extraFieldTypes = [
  'data',
  'texto',
  'telefone',
  'telemovel',
  'fax',
  'numero',
  'email',
  'lista',
] as const;

const fieldId = idParam(
  "Number of the extra field; the parameter's name is the sandbox's choice.",
).nullish();

/** Contact lists and their extra fields. */
export const lists = {
  addExtraField: method({
    name: 'addExtraField',
    group: 'lists',
    summary: 'Adds an extra field to a list; contacts then take its value as `extra_<NEW_ID>`.',
    effect: 'write',
    params: openParams({
      listID: listId,
      name: textParam('Name of the field.'),
      type: textParam(
        `Kind of field: ${extraFieldTypes.join(', ')}. Documented as required, yet known callers leave it out.`,
      ).nullish(),
      opcoes: textParam(
        "Options of a `lista` field, separated by commas. No source knows how they are given; this is the sandbox's choice.",
      ).nullish(),
    }),
    result: struct({ NEW_ID: id('Number of the new field.') }, 'The new field.'),
    errors: ['LIST_MISSING', 'LIST_NOT_FOUND', 'FIELD_NAME_MISSING', 'INVALID_TYPE'],
    evidence: { params: 'seen', result: 'seen' },
  }),

  createList: method({
    name: 'createList',
    group: 'lists',
    summary: 'Creates a contact list.',
    details: 'The parameters have Portuguese names.',
    effect: 'write',
    params: closedParams({
      nome: textParam('Name of the list.'),
      idioma_lista: wordParam(
        [...languages, 'sp', 'SP'],
        'Language of the list; one client says `sp` for Spanish.',
      ).nullish(),
      canal_email: flagParam('Whether the list is used for e-mail.').nullish(),
      canal_sms: flagParam('Whether the list is used for SMS.').nullish(),
      canal_fax: flagParam('Whether the list is used for fax.').nullish(),
      canal_voz: flagParam('Whether the list is used for voice.').nullish(),
      canal_mms: flagParam('Whether the list is used for MMS.').nullish(),
    }),
    result: struct({ LIST_ID: id('Number of the new list.') }, 'The new list.'),
    errors: ['NO_MORE_LISTS_ALLOWED', 'NAME_MISSING'],
    evidence: { params: 'seen', result: 'seen' },
  }),

  deleteExtraField: method({
    name: 'deleteExtraField',
    group: 'lists',
    summary: 'Deletes an extra field of a list, with its values.',
    effect: 'write',
    params: openParams({ listID: listId.nullish(), id: fieldId }),
    result: outcome,
    errors: ['LIST_MISSING', 'LIST_NOT_FOUND', 'FIELD_NOT_FOUND'],
    evidence: { params: 'inferred', result: 'shape only' },
    notes: ["The parameter `id` is the sandbox's choice.", outcomeNote],
  }),

  deleteList: method({
    name: 'deleteList',
    group: 'lists',
    summary: 'Deletes a list with its contacts.',
    effect: 'write',
    params: closedParams({ listID: listId }),
    result: outcome,
    errors: ['LISTID_MISSING', 'LIST_NOT_EXISTS', 'IN_USE'],
    evidence: { params: 'inferred', result: 'shape only' },
    notes: [outcomeNote],
  }),

  editExtraField: method({
    name: 'editExtraField',
    group: 'lists',
    summary: 'Edits an extra field of a list.',
    effect: 'idempotent',
    params: openParams({
      listID: listId.nullish(),
      id: fieldId,
      name: textParam('New name of the field.').nullish(),
    }),
    result: outcome,
    errors: ['LIST_MISSING', 'LIST_NOT_FOUND', 'FIELD_NOT_FOUND', 'FIELD_NAME_MISSING'],
    evidence: { params: 'inferred', result: 'shape only' },
    notes: ["The parameter `id` is the sandbox's choice.", outcomeNote],
  }),

  getExtraFields: method({
    name: 'getExtraFields',
    group: 'lists',
    summary: 'Lists the extra fields of a list, keyed by their number.',
    effect: 'read',
    params: closedParams({ listID: listId }),
    result: struct(
      {
        extra_fields: mapById(
          struct(
            {
              NAME: text('Name of the field.'),
              TYPE: text("Kind of field; the sandbox's choice.").optional(),
            },
            'One extra field.',
            'ExtraField',
          ),
          'The fields by their number; empty when the list has none.',
        ),
      },
      'The extra fields.',
    ),
    errors: ['LIST_MISSING', 'LIST_NOT_FOUND'],
    evidence: { params: 'seen', result: 'seen' },
  }),

  getLists: method({
    name: 'getLists',
    group: 'lists',
    summary: 'Lists the contact lists of the account, the newest first.',
    effect: 'read',
    paging: { key: 'listnum', none: ['LIST_NOT_FOUND'] },
    params: closedParams({
      listID: idParam('Only this list; still answered as a list of one.').nullish(),
      start: idParam('Lists to skip.').nullish(),
      limit: idParam('Most lists to return.').nullish(),
    }),
    result: listOf(
      struct(
        {
          listnum: id('Number of the list.'),
          title: text('Public title.').optional(),
          title_ref: text('Internal title.').optional(),
          grupo: text('Group.').optional(),
          subs_activos: integer('Active contacts.').optional(),
          subs_total: integer('All contacts.').optional(),
          idioma: text('Language.').optional(),
          idiomas_extra: listOf(text('A language.'), 'Further languages.').optional(),
          user_id: text('User name of the owner.').optional(),
          canal_email: flag('Whether the list is used for e-mail.').optional(),
          canal_sms: flag('Whether the list is used for SMS.').optional(),
          extra_fields: listOf(
            struct(
              {
                id: id('Number of the field.'),
                ref: text('Name of the field.').optional(),
                listnum: id('Number of the list.').optional(),
                opcoes: text('Options of a `lista` field.').optional(),
              },
              'One extra field.',
              'ListExtraField',
            ),
            'Extra fields; empty when the list has none.',
          ).optional(),
        },
        'One list.',
        'List',
      ),
      'The lists, the newest first.',
    ),
    errors: ['LIST_NOT_FOUND', 'NO_ACCESS', 'INVALID', 'NO_USERNAME_AND_PASSWORD_AND_APIKEY'],
    evidence: { params: 'seen', result: 'seen' },
    notes: [
      'Whether `start` and `limit` exist is inferred from a client that declares them.',
      "An account without lists answers an error of unknown code; `LIST_NOT_FOUND` is the sandbox's choice.",
    ],
  }),

  updateList: method({
    name: 'updateList',
    group: 'lists',
    summary: 'Edits the options of a list.',
    details: 'Note that the name is `name` here and `nome` in createList.',
    effect: 'idempotent',
    params: closedParams({
      listID: listId,
      name: textParam('New name.').nullish(),
      language: wordParam(languages, 'New language.').nullish(),
      canal_email: flagParam('Whether the list is used for e-mail.').nullish(),
      canal_sms: flagParam('Whether the list is used for SMS.').nullish(),
    }),
    result: outcome,
    errors: ['LIST_MISSING', 'LIST_NOT_FOUND', 'NAME_MISSING'],
    evidence: { params: 'seen', result: 'unknown' },
    notes: [outcomeNote],
  }),
} as const;
