/**
 * How messages write an option, with the value that it should get where they name one, for programs
 * whose options have other names. `columns` has a pair for its value: the name in the file, and the
 * field or `null`.
 */
export type OptionSpelling = (
  option: string,
  value?: string | readonly [name: string, field: string | null],
) => string;

/** As this package names its options: `encoding: 'utf-16le'`, `columns: { 'Mail': 'email' }`. */
export const ownSpelling: OptionSpelling = (option, value) => {
  if (value === undefined) return option;
  if (typeof value === 'string') return `${option}: '${value}'`;
  const [name, field] = value;
  return `${option}: { '${name}': ${field === null ? 'null' : `'${field}'`} }`;
};
