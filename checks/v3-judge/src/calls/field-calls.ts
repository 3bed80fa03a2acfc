import { refused, right, wrong } from './judged-call.ts';

/** Fields of lists, and options of fields. The first extra field of a list is `1`. */
export const fieldCalls = [
  right('createExtraField', { list_id: 1, body: { name: 'Size', format: 'options' } }),
  right('createExtraField', { list_id: 1, body: { name: 'Shoe', format: 'number', unique: true } }),
  right('createExtraField', { list_id: 1, body: { name: 'Since', format: 'date' } }),
  refused('createExtraField', { list_id: 99, body: { name: 'City', format: 'text' } }, 404),
  wrong('createExtraField', { list_id: 1, body: { name: 'City', format: 'texto' } }),
  wrong('createExtraField', { list_id: 1, body: { format: 'text' } }),
  right('patchBaseField', { list_id: 1, field_id: 'cellphone', body: { unique: true } }),
  right('patchBaseField', { list_id: 1, field_id: 'cellphone', body: { unique: false } }),
  wrong('patchBaseField', { list_id: 1, field_id: 'cellphone', body: { unique: 'yes' } }),
  right('patchExtraField', { list_id: 1, field_id: 1, body: { name: 'Town' } }),
  refused('patchExtraField', { list_id: 1, field_id: 99, body: { name: 'Town' } }, 404),
  wrong('patchExtraField', { list_id: 1, field_id: 1, body: { name: true } }),
  right('createFieldOption', { list_id: 1, field_id: 2, body: { en: 'Large', pt: 'Grande' } }),
  right('createFieldOption', { list_id: 1, field_id: 2, body: { en: 'Small', pt: 'Pequeno' } }),
  refused('createFieldOption', { list_id: 1, field_id: 99, body: { en: 'Large' } }, 404),
  wrong('createFieldOption', { list_id: 1, field_id: 2, body: { klingon: 'tIn' } }),
  right('updateFieldOption', { list_id: 1, field_id: 2, option_id: 1, body: { fr: 'Grand' } }),
  refused('updateFieldOption', { list_id: 1, field_id: 2, option_id: 99, body: { fr: 'G' } }, 404),
  wrong('updateFieldOption', { list_id: 1, field_id: 2, option_id: 1, body: { fr: ['Grand'] } }),
  right('getAllFieldOptions', { list_id: 1, field_id: 2 }),
  refused('getAllFieldOptions', { list_id: 1, field_id: 99 }, 404),
  wrong('getAllFieldOptions', { list_id: 1, field_id: 'two' }, 404),
  right('getAllFields', { list_id: 1 }),
  refused('getAllFields', { list_id: 99 }, 404),
  wrong('getAllFields', { list_id: 'one' }, 404),
];

/** What ends fields and options, when contacts had values in them. */
export const lastFieldCalls = [
  right('deleteFieldOption', { list_id: 1, field_id: 2, option_id: 2 }),
  refused('deleteFieldOption', { list_id: 1, field_id: 2, option_id: 2 }, 404),
  wrong('deleteFieldOption', { list_id: 1, field_id: 2, option_id: 'two' }, 404),
  right('deleteExtraField', { list_id: 1, field_id: 4 }),
  refused('deleteExtraField', { list_id: 1, field_id: 4 }, 404),
  refused('deleteExtraField', { list_id: 1, field_id: 1 }, 409),
  wrong('deleteExtraField', { list_id: 1, field_id: 'four' }, 404),
];
