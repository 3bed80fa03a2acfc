import { BrokenRule } from '../broken-rule.ts';
import type { ExtraField } from '../store/extra-fields.ts';
import {
  chosenValues,
  dropOption,
  type FieldOption,
  insertOption,
  type OptionLabels,
  optionLanguages,
  replaceChoice,
  updateOption,
} from '../store/field-options.ts';
import type { List } from '../store/lists.ts';
import type { Statements } from '../store/statements.ts';

/** Gives a field other choices: options that stay keep their numbers, and contacts what they chose. */
export async function setChoices(
  sql: Statements,
  field: ExtraField,
  choices: readonly string[],
): Promise<void> {
  for (const { id, label } of field.options) {
    if (!choices.includes(label)) await dropOption(sql, id);
  }
  for (const label of choices) {
    if (field.options.some((option) => option.label === label)) continue;
    await insertOption(sql, { field: field.id, label, labels: { en: label } });
  }
}

/** Adds an option. @returns its number @throws BrokenRule for labels that say nothing, or that another option has */
export async function addOption(
  sql: Statements,
  list: List,
  field: ExtraField,
  labels: OptionLabels,
): Promise<FieldOption> {
  const option = { field: field.id, label: labelOf(list, labels), labels };
  refuseTaken(field, option.label, undefined);
  return { ...option, id: await insertOption(sql, option) };
}

/** Changes labels of an option; contacts that chose it keep it. @throws BrokenRule as `addOption` does */
export async function changeOption(
  sql: Statements,
  list: List,
  field: ExtraField,
  known: FieldOption,
  labels: OptionLabels,
): Promise<FieldOption> {
  const merged = { ...known.labels, ...labels };
  const option = { ...known, labels: merged, label: labelOf(list, merged) };
  refuseTaken(field, option.label, known);
  await updateOption(sql, option);
  if (option.label !== known.label) await replaceIn(sql, field, known, option.label);
  return option;
}

/** Deletes an option; contacts that chose it have no value any more. */
export async function deleteOption(
  sql: Statements,
  field: ExtraField,
  option: FieldOption,
): Promise<void> {
  await dropOption(sql, option.id);
  await replaceIn(sql, field, option, undefined);
}

/** Puts another label in place of an option's in what contacts chose, or takes it out. */
async function replaceIn(
  sql: Statements,
  field: ExtraField,
  option: FieldOption,
  label: string | undefined,
): Promise<void> {
  for (const value of await chosenValues(sql, field.id, option.label)) {
    const choices = choicesIn(field, value);
    if (!choices.some(({ id }) => id === option.id)) continue;
    const labels = choices.map((choice) => (choice.id === option.id ? label : choice.label));
    const kept = labels.filter((text) => text !== undefined).join(',');
    await replaceChoice(sql, field.id, value, kept);
  }
}

/** @throws BrokenRule for a number that no option of the field has */
export function requireOption(field: ExtraField, id: number): FieldOption {
  const option = field.options.find((known) => known.id === id);
  if (option === undefined) throw new BrokenRule({ reason: 'notFound', what: 'option' });
  return option;
}

/** The options that a contact chose: their labels are its value, with commas between them. */
export function choicesIn(field: ExtraField, value: string): FieldOption[] {
  const whole = field.options.filter(({ label }) => label === value);
  if (whole.length > 0 || value === '') return whole;
  const labels = new Set(value.split(',').map((label) => label.trim()));
  return field.options.filter(({ label }) => labels.has(label));
}

/** The label in the language of the list, or else in the first that has one. */
function labelOf({ language }: List, labels: OptionLabels): string {
  const own = optionLanguages.find((known) => known === language);
  const texts = [...(own === undefined ? [] : [own]), ...optionLanguages].map(
    (known) => labels[known]?.trim() ?? '',
  );
  const label = texts.find((text) => text !== '');
  if (label === undefined) throw new BrokenRule({ reason: 'empty', what: 'option' });
  return label;
}

function refuseTaken(field: ExtraField, label: string, own: FieldOption | undefined): void {
  const holder = field.options.find((option) => option.label === label);
  if (holder !== undefined && holder.id !== own?.id) {
    throw new BrokenRule({ reason: 'taken', what: 'option' });
  }
}
