import {
  addOption,
  changeOption,
  deleteOption,
  requireOption,
} from '../../account/lists/field-options.ts';
import {
  changeField,
  deleteUnusedField,
  requireExtraField,
  requireList,
  setUnique,
} from '../../account/lists/lists.ts';
import { contactRulesOf } from '../../account/contacts/contact-change.ts';
import type { CompareField } from '../../account/contact-fields.ts';
import { addField, type ExtraField } from '../../account/store/extra-fields.ts';
import type { FieldOptionBody } from '@egoi-client/v3-api';
import {
  type FieldOption,
  optionLanguages,
  type OptionLabels,
} from '../../account/store/field-options.ts';
import type { HandlerCall } from '../calls/handler.ts';
import { pageIn } from '../calls/page.ts';
import { Refusal, unprocessable } from '../calls/refusal.ts';
import {
  type BaseField,
  baseFieldNamed,
  baseFieldNames,
  formatWords,
  typesOfFormat,
} from '../calls/words.ts';

/** The operations on one extra field. */
type OfField = HandlerCall<
  | 'deleteExtraField'
  | 'getAllFieldOptions'
  | 'createFieldOption'
  | 'updateFieldOption'
  | 'deleteFieldOption'
>;

/** How the base fields show themselves. */
const baseFields = {
  email: { name: 'Email', format: 'email' },
  cellphone: { name: 'Cellphone', format: 'cellphone' },
  telephone: { name: 'Phone', format: 'phone' },
  first_name: { name: 'First name', format: 'text' },
  last_name: { name: 'Last name', format: 'text' },
  birth_date: { name: 'Birth date', format: 'date' },
} as const satisfies Readonly<Record<BaseField, { name: string; format: string }>>;

/** Fields of a list, and what may be chosen in them. */
export const fieldHandlers = {
  async getAllFields(call: HandlerCall<'getAllFields'>) {
    const list = await requireList(call.sql, call.input.list_id);
    const { extraFields, policy } = await contactRulesOf(call, list);
    const base = (Object.keys(baseFields) as BaseField[]).map((field) =>
      baseRecord(field, policy.unique),
    );
    const extra = [...extraFields.values()].map((field) => ({
      type: 'extra' as const,
      options: field.options.map(optionRecord),
      ...fieldRecord(field, policy.unique),
    }));
    const { start, limit } = pageIn(call.input);
    return [...base, ...extra].slice(start, start + limit);
  },

  async createExtraField(call: HandlerCall<'createExtraField'>) {
    const { name, format, unique = false } = call.input.body;
    const list = await requireList(call.sql, call.input.list_id);
    if (name.trim() === '') throw unprocessable('name', 'A value is required');
    const type = typesOfFormat[format];
    const made = { list: list.id, name, type, is_unique: unique ? 1 : 0 } as const;
    const id = await addField(call.sql, made);
    return { field_id: String(id), name, format, unique };
  },

  async patchExtraField(call: HandlerCall<'patchExtraField'>) {
    const { sql } = call;
    const { body } = call.input;
    const list = await requireList(sql, call.input.list_id);
    const field = await requireExtraField(sql, list, call.input.field_id);
    if (body.name?.trim() === '') throw unprocessable('name', 'A value is required');
    await changeField(sql, field, {
      ...(body.name === undefined ? {} : { name: body.name }),
      ...(body.unique === undefined ? {} : { isUnique: body.unique }),
    });
    const { extraFields, policy } = await contactRulesOf(call, list);
    return fieldRecord(extraFields.get(field.id) ?? field, policy.unique);
  },

  async patchBaseField(call: HandlerCall<'patchBaseField'>) {
    const list = await requireList(call.sql, call.input.list_id);
    const field = baseFieldNamed(call.input.field_id);
    if (field === undefined) throw new Refusal(404, 'The base field does not exist');
    const { unique } = call.input.body;
    if (unique !== undefined) await setUnique(call.sql, list, field, unique);
    const { policy } = await contactRulesOf(call, await requireList(call.sql, list.id));
    const { type: _type, options: _options, ...record } = baseRecord(field, policy.unique);
    return record;
  },

  async deleteExtraField(call: HandlerCall<'deleteExtraField'>) {
    await deleteUnusedField(call.sql, await requireFieldOf(call));
    return undefined;
  },

  async getAllFieldOptions(call: HandlerCall<'getAllFieldOptions'>) {
    const { options } = await requireChoice(call);
    return { items: options.map(optionRecord) };
  },

  async createFieldOption(call: HandlerCall<'createFieldOption'>) {
    const list = await requireList(call.sql, call.input.list_id);
    const option = await addOption(
      call.sql,
      list,
      await requireChoice(call),
      labelsIn(call.input.body),
    );
    return optionRecord(option);
  },

  async updateFieldOption(call: HandlerCall<'updateFieldOption'>) {
    const list = await requireList(call.sql, call.input.list_id);
    const field = await requireChoice(call);
    const known = requireOption(field, call.input.option_id);
    return optionRecord(
      await changeOption(call.sql, list, field, known, labelsIn(call.input.body)),
    );
  },

  async deleteFieldOption(call: HandlerCall<'deleteFieldOption'>) {
    const field = await requireChoice(call);
    await deleteOption(call.sql, field, requireOption(field, call.input.option_id));
    return undefined;
  },
};

async function requireFieldOf({ sql, input }: OfField): Promise<ExtraField> {
  return requireExtraField(sql, await requireList(sql, input.list_id), input.field_id);
}

/** @throws Refusal 404 for a field in which nothing is chosen */
async function requireChoice(call: OfField): Promise<ExtraField> {
  const field = await requireFieldOf(call);
  if (field.type !== 'choice') throw new Refusal(404, 'The extra field has no options');
  return field;
}

function baseRecord(field: BaseField, unique: readonly CompareField[]) {
  return {
    type: 'base' as const,
    options: [],
    field_id: baseFieldNames[field],
    ...baseFields[field],
    unique: unique.includes(field),
  };
}

function fieldRecord({ id, name, type }: ExtraField, unique: readonly CompareField[]) {
  return { field_id: String(id), name, format: formatWords[type], unique: unique.includes(id) };
}

function optionRecord({ id, labels }: FieldOption) {
  const texts = optionLanguages.map((language) => [language, labels[language] ?? ''] as const);
  return { option_id: id, ...Object.fromEntries(texts) };
}

function labelsIn(body: FieldOptionBody): OptionLabels {
  return Object.fromEntries(Object.entries(body).filter(([, label]) => label !== undefined));
}
