import { method } from './declare-method.ts';
import {
  closedParams,
  dateTime,
  flag,
  id,
  idParam,
  integer,
  listOf,
  openParams,
  struct,
  text,
} from './kinds.ts';
import { listId } from './shared-kinds.ts';

/** Forms and what visitors submitted in them. */
export const forms = {
  getForms: method({
    name: 'getForms',
    group: 'forms',
    summary: 'Lists the forms of a list; `id` is the `formID` of addSubscriber.',
    effect: 'read',
    params: closedParams({ listID: listId }),
    result: listOf(
      struct(
        {
          id: id('Number of the form.'),
          title: text('Title of the form.').optional(),
          url: text('Host and path without scheme.').optional(),
          hash: text('Hash of the form.').optional(),
          default: flag('Whether it is the default form of the list.').optional(),
        },
        'One form.',
        'Form',
      ),
      'The forms.',
    ),
    errors: ['FORMS_NOT_FOUND', 'LIST_MISSING', 'LIST_NOT_FOUND'],
    evidence: { params: 'seen', result: 'seen' },
  }),

  getFormsSubmissions: method({
    name: 'getFormsSubmissions',
    group: 'forms',
    summary: 'Lists the submissions of a form.',
    effect: 'read',
    params: openParams({
      listID: listId.nullish(),
      formID: idParam(
        "Number of the form; the name is the sandbox's choice, after addSubscriber.",
      ).nullish(),
    }),
    result: listOf(
      struct(
        {
          FORM_ID: integer('Number of the form.').optional(),
          UID: text('Reference of the contact.').optional(),
          EMAIL: text('Address of the contact.').optional(),
          DATE: dateTime('When it was submitted.').optional(),
        },
        'One submission.',
        'FormSubmission',
      ),
      'The submissions.',
    ),
    errors: ['FORM_MISSING', 'FORMS_NOT_FOUND', 'LIST_MISSING'],
    evidence: { params: 'unknown', result: 'shape only' },
    notes: ["No source knows parameters or fields; all of them are the sandbox's choice."],
  }),
} as const;
