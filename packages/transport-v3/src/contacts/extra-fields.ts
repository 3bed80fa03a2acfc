import type { ExtraFieldValue, FieldDetails } from '@egoi-client/v3-api';
import { readPages } from '../calls/pages.ts';
import { namesIn, Refusal } from '../calls/refusal.ts';
import type { V3Call } from '../calls/v3-call.ts';

/** Where the fields of a list are kept. */
export function fieldsKey(list: number): string {
  return `fields ${list}`;
}

/** All fields of a list, asked for anew. The page counts the fields that every list has, too. */
export async function readFields(call: V3Call, list: number): Promise<FieldDetails[]> {
  const { items } = await readPages<FieldDetails>({
    start: 0,
    limit: Number.POSITIVE_INFINITY,
    pageSize: call.options.pageSize,
    keyOf: ({ field_id }) => field_id,
    ask: async (page) => ({ items: await call.ask('getAllFields', { list_id: list, ...page }) }),
  });
  return items;
}

/** All fields of a list, kept for a while. */
export function fieldsOf(call: V3Call, list: number): Promise<FieldDetails[]> {
  return call.lookUp(fieldsKey(list), () => readFields(call, list));
}

/** The extra fields among them, by number. */
export function extraFieldsIn(fields: readonly FieldDetails[]): Map<number, FieldDetails> {
  return new Map(
    fields.flatMap((field) =>
      field.type === 'base' || !/^\d+$/.test(field.field_id)
        ? []
        : [[Number(field.field_id), field] as const],
    ),
  );
}

/** The labels of an option, in every language that it has one. */
function labelsOf(option: NonNullable<FieldDetails['options']>[number]): string[] {
  const { en, pt, br, es, de, hu, fr } = option;
  return [en, pt, br, es, de, hu, fr].filter((label) => label !== undefined);
}

/** What an option is called: its English label, else the first that it has. */
export function labelOf(option: NonNullable<FieldDetails['options']>[number]): string {
  return option.en ?? labelsOf(option)[0] ?? '';
}

/**
 * Texts of extra fields as the list's fields want them: of options their numbers, found by label or by
 * number.
 *
 * @throws Refusal for a field that the list does not have, and for an option that the field does not have
 */
export function valuesFor(
  extras: ReadonlyMap<number, string>,
  fields: readonly FieldDetails[],
): ExtraFieldValue[] {
  const known = extraFieldsIn(fields);
  return [...extras].map(([field_id, text]) => {
    const field = known.get(field_id);
    if (field === undefined) throw new Refusal(`EXTRA_FIELD_${field_id}_DOES_NOT_EXIST`);
    if (field.format !== 'options' || text === '') return { field_id, value: text };
    return { field_id, value: optionsIn(text, field) };
  });
}

function optionsIn(text: string, { options = [] }: FieldDetails): number[] {
  const whole = options.find((option) => labelsOf(option).includes(text));
  if (whole !== undefined) return [whole.option_id];
  const wanted = text.split(',').map((label) => label.trim());
  const ids = wanted.map((label) => {
    const option =
      options.find((one) => labelsOf(one).includes(label)) ??
      options.find(({ option_id }) => String(option_id) === label);
    if (option === undefined) throw new Refusal('INVALID_EXTRA_FIELD');
    return option.option_id;
  });
  return [...new Set(ids)];
}

/**
 * Writes with values of extra fields. Without knowledge of the list all go as text, which is right but for
 * options; only where the service refuses that, the fields are looked up and the request is made again.
 */
export async function writeExtras<T>(
  call: V3Call,
  list: number,
  extras: ReadonlyMap<number, string>,
  write: (extra: { readonly extra?: ExtraFieldValue[] }) => Promise<T>,
): Promise<T> {
  if (extras.size === 0) return write({});
  const known = call.known(fieldsKey(list)) as FieldDetails[] | undefined;
  if (known !== undefined && [...extras.keys()].every((id) => extraFieldsIn(known).has(id))) {
    return write({ extra: valuesFor(extras, known) });
  }
  try {
    return await write({ extra: [...extras].map(([field_id, value]) => ({ field_id, value })) });
  } catch (error) {
    if (!(error instanceof Refusal) || error.problem?.status !== 422) throw error;
    if (!namesIn(error.problem.errors).includes('extra')) throw error;
    const values = valuesFor(extras, await fieldsOf(call, list));
    if (values.every(({ value }) => typeof value === 'string')) throw error;
    return write({ extra: values });
  }
}
