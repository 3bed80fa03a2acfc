import { EgoiInputError, type InputProblem } from '@egoi-client/core';
import { contactFieldNamed, contactFields, didYouMean } from '@egoi-client/core/wire';
import type { ContactFile } from './contact-file.ts';

/** What a column stands for: a field, nothing that is wanted, or nothing at all, since it has no name. */
export type Column = { readonly field: string } | 'left out' | 'nameless';

/**
 * The columns of a header. The names of the catalogue are found in any case. A column without a name is
 * what a delimiter at the end of a header makes.
 *
 * @throws EgoiInputError for names that are unknown or stand there twice
 */
export function columnsOf(
  names: readonly string[],
  { columns, unknownColumns, spelling }: ContactFile,
): Column[] {
  const problems: InputProblem[] = [];
  const report = (name: string, problem: string) => {
    problems.push({ path: `column '${name}'`, problem });
  };
  const found = names.map((title): Column => {
    const name = title.trim();
    const mapped = Object.hasOwn(columns, name) ? columns[name] : undefined;
    if (mapped !== undefined) return mapped === null ? 'left out' : { field: mapped };
    if (name === '') return 'nameless';
    const field = contactFieldNamed(name);
    if (field !== undefined) return { field };
    if (unknownColumns === 'keep') return { field: name };
    if (unknownColumns === 'refuse') {
      const rename = spelling('columns', [name, 'email']);
      const leaveOut = spelling('columns', [name, null]);
      report(
        name,
        `is no field of a contact${didYouMean(name, contactFields) || '.'} These are: ${contactFields.join(', ')} and extra_<number>. Rename it with ${rename}, or leave it out with ${leaveOut}`,
      );
    }
    return 'left out';
  });
  const fields = found.map((column) => (typeof column === 'string' ? null : column.field));
  fields.forEach((field, index) => {
    if (field !== null && fields.indexOf(field) !== index) {
      report(names[index] ?? '', `stands for ${field}, as another column does`);
    }
  });
  if (problems.length === 0 && fields.every((field) => field === null)) {
    report(names.join(', '), 'is the whole header, and names no field of a contact');
  }
  if (problems.length > 0) throw new EgoiInputError(problems, { method: 'addSubscriberBulk' });
  return found;
}
