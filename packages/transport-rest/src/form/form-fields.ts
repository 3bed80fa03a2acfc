import { isWireObject, type WireValue } from '@egoi-client/core';
import { plainDecimal } from '@egoi-client/core/wire';
import { encodeFormText, formTextLength, isAppendingName } from './form-text.ts';

/** The name of a member in a field's name: `[name]`, encoded. */
export function bracketed(name: string): string {
  return `%5B${encodeFormText(name)}%5D`;
}

/** How many bytes `bracketed` makes of a name. */
export function bracketedLength(name: string): number {
  return formTextLength(name) + 6;
}

/** A value that is one field, as the field has it: `true` is 1, `false` is 0. Source: reference, 14.3. */
export function fieldText(value: string | number | boolean): string {
  if (typeof value === 'string') return encodeFormText(value);
  return typeof value === 'boolean' ? flag(value) : plainDecimal(value);
}

/** How many bytes `fieldText` makes of a value. */
export function fieldTextLength(value: string | number | boolean): number {
  return typeof value === 'string' ? formTextLength(value) : fieldText(value).length;
}

function flag(value: boolean): string {
  return value ? '1' : '0';
}

/** What keeps a value from being a field. */
export function fieldProblem(value: string | number | boolean): string | undefined {
  if (typeof value === 'string') {
    return value.isWellFormed() ? undefined : 'the text holds half of a surrogate pair';
  }
  return typeof value === 'boolean' || Number.isFinite(value)
    ? undefined
    : 'must be a finite number';
}

/** Names that PHP reads back as another name, as an appended item, or not at all. */
export function nameProblem(name: string): string | undefined {
  if (isAppendingName(name)) return 'a form cannot carry an empty name';
  if (/[[\]]/.test(name)) return 'a form cannot carry a name with brackets';
  if (name.includes('\0')) return 'a form cannot carry a name with a NUL character';
  if (!name.isWellFormed()) return 'the name holds half of a surrogate pair';
  return undefined;
}

/** How many fields a value makes. */
export function countFields(value: WireValue): number {
  if (value === null) return 0;
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + countFields(item), 0);
  if (!isWireObject(value)) return 1;
  return Object.values(value).reduce((sum: number, member) => sum + countFields(member), 0);
}
