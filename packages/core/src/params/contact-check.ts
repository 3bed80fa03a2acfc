import { contactParams, contactResult, importedContact } from '../catalogue/contact.ts';
import type { InputProblem } from '../errors/errors.ts';
import { checkAgainst, toWireParams } from './input-check.ts';
import type { WireObject } from '../values/wire-value.ts';

/**
 * Checks one contact of addSubscriberBulk before it becomes part of a call: by the catalogue's schema,
 * and for what no wire can carry. Names that the catalogue does not know pass; see `isContactField`.
 *
 * @param value a row of a file or a database
 * @param clean may mend the contact, which is a copy, before the schema is held against it, and says
 *   what it cannot mend
 * @returns the contact as plain wire values, and what is wrong with it; paths begin at the contact
 */
export function checkContact(
  value: unknown,
  clean: (contact: WireObject) => readonly InputProblem[] = () => [],
): {
  readonly contact: WireObject;
  readonly problems: readonly InputProblem[];
} {
  const { params, problems } = toWireParams(value);
  if (problems.length > 0) return { contact: params, problems };
  problems.push(...clean(params));
  const told = new Set(problems.map(({ path }) => path));
  problems.push(...checkAgainst(importedContact, params).filter(({ path }) => !told.has(path)));
  return { contact: params, problems };
}

/** The fields that contacts are written with, in the catalogue's order, without `extra_1`, `extra_2`, … */
export const contactFields: readonly string[] = Object.keys(contactParams);

/** Tells whether the catalogue knows a field that contacts are written with: `email`, …, `extra_7`. */
export function isContactField(name: string): boolean {
  return Object.hasOwn(contactParams, name) || /^extra_\d+$/.test(name);
}

/**
 * The field that a column of a file stands for: those that contacts are written with, in any case, and
 * extra fields also as contacts are read with them, `EXTRA_FIELD_7`.
 *
 * @returns `undefined` for any other name
 */
export function contactFieldNamed(name: string): string | undefined {
  const field = name.toLowerCase().replace(/^extra_field_(?=\d)/, 'extra_');
  return [field, name].find(isContactField);
}

/** The fields that contacts are read with, in the catalogue's order, without extra fields: `UID`, `EMAIL`, … */
export const contactColumns: readonly string[] = Object.keys(contactResult);
