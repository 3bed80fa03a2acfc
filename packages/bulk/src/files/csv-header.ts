import {
  contactFieldNamed,
  contactFields,
  EgoiInputError,
  type InputProblem,
} from '@egoi-client/core';
import type { ResolvedReadOptions } from './read-options.ts';

/** What stands before a header that begins with a name in quotes, and what may part its names. */
const delimiters = [',', ';', '\t', '|'];

/** The character that parts the names of a header: the one that stands there most often outside of quotes. */
export function delimiterOf(header: string): string {
  const bare = header.replaceAll(/"(?:[^"]|"")*"/g, '');
  const counts = delimiters.map((delimiter) => bare.split(delimiter).length - 1);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

/**
 * The fields that the columns stand for; `null` for a column that is left out. The names of the
 * catalogue are found in any case.
 *
 * @throws EgoiInputError for names that are unknown, empty or stand there twice
 */
export function fieldsOf(
  names: readonly string[],
  { columns, unknownColumns }: Pick<ResolvedReadOptions, 'columns' | 'unknownColumns'>,
): (string | null)[] {
  const problems: InputProblem[] = [];
  const report = (name: string, problem: string) => {
    problems.push({ path: `column '${name}'`, problem });
  };
  const fields = names.map((title) => {
    const name = title.trim();
    const mapped = Object.hasOwn(columns, name) ? columns[name] : undefined;
    if (mapped !== undefined) return mapped;
    const field = contactFieldNamed(name);
    if (field !== undefined) return field;
    if (unknownColumns === 'drop') return null;
    if (unknownColumns === 'keep' && name !== '') return name;
    report(
      name,
      `is no field of a contact; these are: ${contactFields.join(', ')} and extra_<number>. Rename it with columns: { '${name}': 'email' }, or leave it out with columns: { '${name}': null }`,
    );
    return null;
  });
  fields.forEach((field, index) => {
    if (field !== null && fields.indexOf(field) !== index) {
      report(names[index] ?? '', `stands for ${field}, as another column does`);
    }
  });
  if (problems.length === 0 && fields.every((field) => field === null)) {
    report(names.join(', '), 'is the whole header, and names no field of a contact');
  }
  if (problems.length > 0) throw new EgoiInputError(problems, { method: 'addSubscriberBulk' });
  return fields;
}
