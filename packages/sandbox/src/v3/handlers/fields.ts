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
import type { FieldOption, OptionLabels } from '../../account/store/field-options.ts';
import { created, done, type HandlerCall, ok } from '../calls/handler.ts';
import { pageIn, type PageQuery } from '../calls/page.ts';
import { Refusal, unprocessable } from '../calls/refusal.ts';
import {
  type BaseField,
  baseFieldNamed,
  baseFieldNames,
  formatWords,
  typesOfFormat,
} from '../calls/words.ts';

interface InList {
  readonly list_id: number;
}

interface OfField extends InList {
  readonly field_id: number;
}

interface OfOption extends OfField {
  readonly option_id: number;
}

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
  async getAllFields(call: HandlerCall<InList, PageQuery>) {
    const list = await requireList(call.sql, call.path.list_id);
    const { extraFields, policy } = await contactRulesOf(call, list);
    const base = (Object.keys(baseFields) as BaseField[]).map((field) =>
      baseRecord(field, policy.unique),
    );
    const extra = [...extraFields.values()].map((field) => ({
      type: 'extra',
      options: field.options.map(optionRecord),
      ...fieldRecord(field, policy.unique),
    }));
    const { start, limit } = pageIn(call.query);
    return ok([...base, ...extra].slice(start, start + limit));
  },

  async createExtraField(
    call: HandlerCall<
      InList,
      unknown,
      {
        readonly name: string;
        readonly format: keyof typeof typesOfFormat;
        readonly unique?: boolean | undefined;
      }
    >,
  ) {
    const { name, format, unique = false } = call.body;
    const list = await requireList(call.sql, call.path.list_id);
    if (name.trim() === '') throw unprocessable('name', 'A value is required');
    const type = typesOfFormat[format];
    const made = { list: list.id, name, type, is_unique: unique ? 1 : 0 } as const;
    const id = await addField(call.sql, made);
    return created({ field_id: String(id), name, format, unique });
  },

  async patchExtraField(
    call: HandlerCall<
      OfField,
      unknown,
      { readonly name?: string | undefined; readonly unique?: boolean | undefined }
    >,
  ) {
    const { sql, body } = call;
    const list = await requireList(sql, call.path.list_id);
    const field = await requireExtraField(sql, list, call.path.field_id);
    if (body.name?.trim() === '') throw unprocessable('name', 'A value is required');
    await changeField(sql, field, {
      ...(body.name === undefined ? {} : { name: body.name }),
      ...(body.unique === undefined ? {} : { isUnique: body.unique }),
    });
    const { extraFields, policy } = await contactRulesOf(call, list);
    return ok(fieldRecord(extraFields.get(field.id) ?? field, policy.unique));
  },

  async patchBaseField(
    call: HandlerCall<
      InList & { readonly field_id: string },
      unknown,
      { readonly unique?: boolean | undefined }
    >,
  ) {
    const list = await requireList(call.sql, call.path.list_id);
    const field = baseFieldNamed(call.path.field_id);
    if (field === undefined) throw new Refusal(404, 'The base field does not exist');
    const { unique } = call.body;
    if (unique !== undefined) await setUnique(call.sql, list, field, unique);
    const { policy } = await contactRulesOf(call, await requireList(call.sql, list.id));
    const { type: _type, options: _options, ...record } = baseRecord(field, policy.unique);
    return ok(record);
  },

  async deleteExtraField(call: HandlerCall<OfField>) {
    await deleteUnusedField(call.sql, await requireFieldOf(call));
    return done;
  },

  async getAllFieldOptions(call: HandlerCall<OfField>) {
    const { options } = await requireChoice(call);
    return ok({ items: options.map(optionRecord) });
  },

  async createFieldOption(call: HandlerCall<OfField, unknown, OptionLabels>) {
    const list = await requireList(call.sql, call.path.list_id);
    const option = await addOption(call.sql, list, await requireChoice(call), call.body);
    return created(optionRecord(option));
  },

  async updateFieldOption(call: HandlerCall<OfOption, unknown, OptionLabels>) {
    const list = await requireList(call.sql, call.path.list_id);
    const field = await requireChoice(call);
    const known = requireOption(field, call.path.option_id);
    return ok(optionRecord(await changeOption(call.sql, list, field, known, call.body)));
  },

  async deleteFieldOption(call: HandlerCall<OfOption>) {
    const field = await requireChoice(call);
    await deleteOption(call.sql, field, requireOption(field, call.path.option_id));
    return done;
  },
};

async function requireFieldOf({ sql, path }: HandlerCall<OfField>): Promise<ExtraField> {
  return requireExtraField(sql, await requireList(sql, path.list_id), path.field_id);
}

/** @throws Refusal 404 for a field in which nothing is chosen */
async function requireChoice(call: HandlerCall<OfField>): Promise<ExtraField> {
  const field = await requireFieldOf(call);
  if (field.type !== 'choice') throw new Refusal(404, 'The extra field has no options');
  return field;
}

function baseRecord(field: BaseField, unique: readonly CompareField[]) {
  return {
    type: 'base',
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
  return { option_id: id, ...labels };
}
