import { EgoiConfigError } from '@egoi-client/core';
import { contactColumns, didYouMean } from '@egoi-client/core/wire';
import type { OptionSpelling } from './option-spelling.ts';

/** Also as contacts are written with them. */
const extraField = /^EXTRA_(?:FIELD_)?(\d{1,15})$/i;

/**
 * The columns as the API spells them.
 *
 * @throws EgoiConfigError for names that stand there twice, and those that no contact is known to have
 */
export function columnsOf(
  names: readonly string[],
  unknownColumns: 'refuse' | 'write',
  spelling: OptionSpelling,
): string[] {
  const columns = names.map((name) => {
    const known = name.trim().toUpperCase().replace(extraField, 'EXTRA_FIELD_$1');
    return isKnown(known) ? known : name.trim();
  });
  const doubled = columns.find((name, index) => columns.indexOf(name) !== index);
  if (doubled !== undefined) throw wrong(spelling, `has '${doubled}' twice`);
  const unknown = columns.filter((name) => name === '' || !isKnown(name));
  if (unknown.length > 0 && (unknownColumns === 'refuse' || unknown.includes(''))) {
    const said = unknown
      .map((name) => `'${name}'${didYouMean(name, contactColumns) || '.'}`)
      .join(' ');
    throw wrong(
      spelling,
      `names what is no field of a contact: ${said} These are: ${contactColumns.join(', ')} and EXTRA_FIELD_<number>; ${spelling('unknownColumns', 'write')} would write others`,
    );
  }
  return columns;
}

/** The numbers of the extra fields among the columns. */
export function extraFieldsAmong(columns: readonly string[]): string[] {
  return columns.flatMap((name) => extraField.exec(name)?.[1] ?? []);
}

/** @throws EgoiConfigError when the list does not have all extra fields among the columns */
export function checkExtraFields(
  columns: readonly string[],
  ofList: readonly string[],
  spelling: OptionSpelling,
): void {
  const missing = extraFieldsAmong(columns).filter((id) => !ofList.includes(id));
  if (missing.length === 0) return;
  const has = ofList.length === 0 ? 'none' : ofList.map((id) => `EXTRA_FIELD_${id}`).join(', ');
  throw wrong(
    spelling,
    `has extra fields that the list does not have: ${missing.map((id) => `EXTRA_FIELD_${id}`).join(', ')}; it has ${has}`,
  );
}

function isKnown(name: string): boolean {
  return contactColumns.includes(name) || extraField.test(name);
}

function wrong(spelling: OptionSpelling, problem: string): EgoiConfigError {
  return new EgoiConfigError(`the export was not begun: ${spelling('columns')} ${problem}`);
}
