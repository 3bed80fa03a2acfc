import {
  flag,
  id,
  integer,
  listOf,
  struct,
  text,
  textLike,
  word,
  type Shape,
} from '../schema/declare.ts';
import { extraFieldId, fieldId, listId } from '../schema/kinds.ts';
import { operation } from './operation.ts';
import { uncountedCollection } from './shared.ts';

/** The formats that values of fields have. */
export const fieldFormats = [
  'date',
  'text',
  'cellphone',
  'phone',
  'number',
  'email',
  'options',
] as const;

const format = word(fieldFormats, 'Format of its values; it cannot change.');
const unique = flag('Whether no two contacts of the list may have the same value.');

const fieldMembers = {
  required: { field_id: fieldId, name: text('What it is called.'), format },
  expected: { unique },
};

const field = struct('Field', 'A field of a list.', fieldMembers);

const labels: Shape = {
  en: text('Label in English.'),
  pt: text('Label in Portuguese.'),
  br: text('Label in Brazilian Portuguese.'),
  es: text('Label in Spanish.'),
  de: text('Label in German.'),
  hu: text('Label in Hungarian.'),
  fr: text('Label in French.'),
};

const option = struct('FieldOption', 'An option of an extra field, with its labels.', {
  required: { option_id: id('Option.') },
  expected: labels,
});

const optionBody = struct(
  'FieldOptionBody',
  'Labels of an option; those left out stay as they are.',
  {
    optional: labels,
  },
);

const fieldWithOptions = struct('FieldDetails', 'A field of a list with its options.', {
  required: fieldMembers.required,
  expected: {
    type: word(['base', 'extra'], 'Whether every list has it or this one alone.'),
    unique,
    options: listOf(option, 'Its options; none in formats other than `options`.'),
  },
});

const ofExtraField = { list_id: listId, field_id: extraFieldId };
const ofOption = { ...ofExtraField, option_id: id('Option.') };

/** Fields of lists and the options of those that have some. */
export const fieldOperations = {
  getAllFields: operation({
    method: 'GET',
    path: '/lists/{list_id}/fields',
    summary: 'Gives the fields of a list: those that every list has, and its own.',
    pathParams: { list_id: listId },
    answer: { status: 200, value: listOf(fieldWithOptions, 'The fields of this page.') },
    paging: { hasTotal: false },
    evidence: 'seen',
    notes: [
      'The answer is a bare list. The fields that every list has count towards the page, so clients that give no limit see few of their own.',
      'The number of an extra field is text here, and a whole number in paths and in contacts.',
    ],
  }),
  patchBaseField: operation({
    method: 'PATCH',
    path: '/lists/{list_id}/fields/base/{field_id}',
    summary: 'Says whether a field that every list has is unique in this one.',
    pathParams: {
      list_id: listId,
      field_id: textLike(/^[\w-]+$/, 'must be the name of a field', 'Name of the field: `email`.'),
    },
    body: struct('PatchBaseFieldBody', 'What changes.', { optional: { unique } }),
    answer: { status: 200, value: field },
  }),
  createExtraField: operation({
    method: 'POST',
    path: '/lists/{list_id}/fields/extra',
    summary: 'Adds an extra field to a list.',
    pathParams: { list_id: listId },
    body: struct('CreateExtraFieldBody', 'A new extra field.', {
      required: { name: text('What it is called.'), format },
      optional: { unique },
      setByService: ['field_id'],
    }),
    answer: { status: 201, value: field },
  }),
  patchExtraField: operation({
    method: 'PATCH',
    path: '/lists/{list_id}/fields/extra/{field_id}',
    summary: 'Changes the name of an extra field, or whether it is unique.',
    pathParams: ofExtraField,
    body: struct('PatchExtraFieldBody', 'What changes; the format cannot.', {
      optional: { name: text('What it is called.'), unique },
    }),
    answer: { status: 200, value: field },
  }),
  deleteExtraField: operation({
    method: 'DELETE',
    path: '/lists/{list_id}/fields/extra/{field_id}',
    summary: 'Deletes an extra field and the values that contacts have in it.',
    pathParams: ofExtraField,
    answer: { status: 204 },
    conflict: {
      reasons: {
        field_in_use: 'The provided extra field is being used in segments or forms',
      },
      details: {
        field_in_use_data: struct('FieldUse', 'What uses the field.', {
          expected: {
            segments: listOf(integer('Segment.'), 'Segments that use it.'),
            forms: listOf(integer('Form.'), 'Forms that use it.'),
          },
        }),
      },
    },
  }),
  getAllFieldOptions: operation({
    method: 'GET',
    path: '/lists/{list_id}/fields/extra/{field_id}/options',
    summary: 'Gives all options of an extra field.',
    pathParams: ofExtraField,
    answer: { status: 200, value: uncountedCollection('FieldOptionPage', option, 'options') },
    notes: ['There are no pages: all options come at once.'],
  }),
  createFieldOption: operation({
    method: 'POST',
    path: '/lists/{list_id}/fields/extra/{field_id}/options',
    summary: 'Adds an option to an extra field.',
    pathParams: ofExtraField,
    body: optionBody,
    answer: { status: 201, value: option },
  }),
  updateFieldOption: operation({
    method: 'PATCH',
    path: '/lists/{list_id}/fields/extra/{field_id}/options/{option_id}',
    summary: 'Changes labels of an option.',
    pathParams: ofOption,
    body: optionBody,
    answer: { status: 200, value: option },
  }),
  deleteFieldOption: operation({
    method: 'DELETE',
    path: '/lists/{list_id}/fields/extra/{field_id}/options/{option_id}',
    summary: 'Deletes an option of an extra field.',
    pathParams: ofOption,
    answer: { status: 204 },
  }),
};
