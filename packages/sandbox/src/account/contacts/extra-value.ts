import { Refusal } from '../../v2/calls/refusal.ts';
import type { ExtraField, ExtraFieldType } from '../store/extra-fields.ts';
import { isDate, isEmail, isNumber, isPhone } from './formats.ts';

const checks: Readonly<Record<ExtraFieldType, (text: string, field: ExtraField) => boolean>> = {
  data: isDate,
  texto: () => true,
  telefone: isPhone,
  telemovel: isPhone,
  fax: isPhone,
  numero: isNumber,
  email: isEmail,
  lista: (text, { options }) => options === '' || optionsOf(options).includes(text),
};

/** Checks a value against the kind of its field; `''` clears any. @throws Refusal `INVALID_EXTRA_FIELD` */
export function checkExtraValue(text: string, field: ExtraField): void {
  if (text !== '' && !checks[field.type](text, field)) throw new Refusal('INVALID_EXTRA_FIELD');
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

function optionsOf(options: string): string[] {
  return options.split(',').map((option) => option.trim());
}
