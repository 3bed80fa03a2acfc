import { type InputProblem, type WireObject } from '@egoi-client/core';
import { setMember } from '@egoi-client/core/wire';
import { cleanEmail } from './clean-email.ts';
import { cleanPhone } from './clean-phone.ts';
import { type Cleaned, type Noise, withoutEdges } from './noise.ts';

/** How each field is cleaned that has a form of its own. Names and extra fields are anybody's text. */
const cleaners: Readonly<Record<string, (value: string) => Cleaned>> = {
  email: cleanEmail,
  cellphone: cleanPhone,
  telephone: cleanPhone,
  fax: cleanPhone,
  birth_date: cleanDay,
  status: withoutEdges,
  from: withoutEdges,
  lang: withoutEdges,
  validate_email: withoutEdges,
  validate_phone: withoutEdges,
  formID: withoutEdges,
};
const phones: readonly string[] = ['cellphone', 'telephone', 'fax'];

/**
 * Takes the noise out of a contact's values where they are. A value that is nothing else is left out,
 * as an empty cell is: a blank is nobody's wish to clear a field.
 *
 * @param compareField is cleaned around its edges whatever it is: by it contacts are recognised
 * @param noise gets the kinds of what was left out
 * @returns which values cannot be what their fields want
 */
export function cleanContact(
  contact: WireObject,
  compareField: string,
  noise: Set<Noise>,
): InputProblem[] {
  const problems: InputProblem[] = [];
  const apply = (name: string, cleaner: (value: string) => Cleaned) => {
    const value = contact[name];
    if (typeof value !== 'string' || value === '') return;
    const cleaned = cleaner(value);
    if (cleaned.problem !== undefined) problems.push({ path: name, problem: cleaned.problem });
    else if (cleaned.text !== value) {
      for (const kind of cleaned.noise) noise.add(kind);
      if (cleaned.text === '') delete contact[name];
      else setMember(contact, name, cleaned.text);
    }
  };
  // Where nobody checks the numbers, any text may be meant.
  const anyPhone = ['0', 0, false].includes(contact['validate_phone'] as never);
  for (const name of Object.keys(contact)) {
    if (anyPhone && phones.includes(name)) apply(name, withoutEdges);
    else if (Object.hasOwn(cleaners, name)) apply(name, cleaners[name] ?? withoutEdges);
    else apply(name, name === compareField ? withoutEdges : unlessBlank);
  }
  return problems;
}

/** Text as it is, unless there is nothing in it that could be seen. */
function unlessBlank(value: string): Cleaned {
  const cleaned = withoutEdges(value);
  return cleaned.text === '' ? cleaned : { text: value, noise: [] };
}

/** A day without the time that databases write behind it; only midnight says nothing. */
function cleanDay(value: string): Cleaned {
  const { text, noise } = withoutEdges(value);
  const midnight = /^(\d{4}-\d{2}-\d{2})[T ]00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)?$/.exec(text)?.[1];
  const day = midnight ?? text;
  const all: Noise[] = midnight === undefined ? [...noise] : [...noise, 'time'];
  return isDayWithoutDate(day)
    ? { text, noise, problem: 'is no day of the calendar' }
    : { text: day, noise: all };
}

/** Tells whether a text looks like a day and is none; how it must look is the catalogue's to say. */
function isDayWithoutDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text === '0000-00-00') return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(text);
}
