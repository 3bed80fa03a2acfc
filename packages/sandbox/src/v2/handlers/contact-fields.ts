import type { WireObject } from '@egoi-client/core';
import type { CompareField } from '../../account/contact-fields.ts';
import {
  type ContactChange,
  type ContactRules,
  valueIn,
} from '../../account/contacts/contact-change.ts';
import { readWord } from '@egoi-client/core/wire';
import type { ExtraField } from '../../account/store/extra-fields.ts';
import { Refusal } from '../calls/refusal.ts';

/** What may be chosen in a field, which commas part. */
export function readChoices(text: string): string[] {
  return [...new Set(text.split(',').map((choice) => choice.trim()))].filter(
    (choice) => choice !== '',
  );
}

/** The same, as getLists tells it. */
export function choicesText(options: ExtraField['options']): string {
  return options.map(({ label }) => label).join(', ');
}

/**
 * The field that `compareField` names; `undefined` where it names none.
 *
 * @throws Refusal for an extra field that the list does not have
 */
export function readCompareField(
  params: WireObject,
  rules: ContactRules,
): CompareField | undefined {
  const name = readWord(params, 'compareField');
  if (name?.startsWith('extra_')) return extraFieldNamed(name, rules.extraFields).id;
  return rules.policy.fields.find((field) => field === name);
}

/**
 * The same for one contact, of whom an extra field that the call gives no value cannot tell anything:
 * it is left out, since no code is known for it.
 */
export function readCompareFieldOf(
  change: ContactChange,
  params: WireObject,
  rules: ContactRules,
): CompareField | undefined {
  const field = readCompareField(params, rules);
  return typeof field === 'number' && valueIn(change, field) === '' ? undefined : field;
}

/**
 * The field that a parameter such as `extra_12` names.
 *
 * @throws Refusal `INVALID_EXTRA_FIELD` for a name without a number, `EXTRA_FIELD_12_DOES_NOT_EXIST`
 *   for a number that the list does not have
 */
export function extraFieldNamed(name: string, fields: ReadonlyMap<number, ExtraField>): ExtraField {
  const digits = /^extra_(0|[1-9]\d{0,19})$/.exec(name)?.[1];
  if (digits === undefined) throw new Refusal('INVALID_EXTRA_FIELD');
  const field = fields.get(Number(digits));
  if (field === undefined) throw new Refusal(`EXTRA_FIELD_${digits}_DOES_NOT_EXIST`);
  return field;
}
