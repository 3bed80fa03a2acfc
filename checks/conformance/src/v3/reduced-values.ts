import { isDeepStrictEqual } from 'node:util';

/** Every value that has a name, at whatever depth, in their order. A name with `_` at its end stands for all that begin so. */
export function valuesNamed(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => valuesNamed(item, name));
  if (!isStruct(value)) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    isNamed(key, name) ? [member] : valuesNamed(member, name),
  );
}

/** A value without what has one of some names, at whatever depth. */
export function withoutNamed(value: unknown, names: ReadonlySet<string>): unknown {
  if (names.size === 0) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => withoutNamed(item, names));
  if (!isStruct(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => ![...names].some((name) => isNamed(key, name)))
      .map(([key, member]) => [key, withoutNamed(member, names)]),
  );
}

/** Names that begin with a text and that one value has and another has not. */
export function namesMissing(from: unknown, value: unknown, start: string): string[] {
  const known = new Set(allNames(value));
  return [...new Set(allNames(from))].filter((name) => name.startsWith(start) && !known.has(name));
}

/** Parameters without one of them; `subscribers.fax` is that of each row. */
export function withoutParameter(
  params: Readonly<Record<string, unknown>>,
  path: string,
): Readonly<Record<string, unknown>> {
  const [name = '', member] = path.split('.', 2);
  if (member === undefined) {
    return Object.fromEntries(Object.entries(params).filter(([key]) => key !== name));
  }
  const rows = params[name];
  if (!Array.isArray(rows)) return params;
  return {
    ...params,
    [name]: rows.map((row: unknown) => (isStruct(row) ? withoutParameter(row, member) : row)),
  };
}

/** Records of which no two are equal. */
export function distinct(records: readonly unknown[]): unknown[] {
  return records.filter(
    (record, index) => records.findIndex((other) => isDeepStrictEqual(other, record)) === index,
  );
}

function allNames(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(allNames);
  if (!isStruct(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => [key, ...allNames(member)]);
}

function isNamed(key: string, name: string): boolean {
  return name.endsWith('_') ? key.startsWith(name) : key === name;
}

function isStruct(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
