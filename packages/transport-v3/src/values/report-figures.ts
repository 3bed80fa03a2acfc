import type { WireObject, WireValue } from '@egoi-client/core';

/** The fields that have a value: what API v3 did not tell is left out. */
export function presentFields(fields: Readonly<Record<string, WireValue | undefined>>): WireObject {
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, WireValue] => field[1] !== undefined),
  );
}

/** All together; `undefined` where one of them is not known. */
export function sum(...counts: readonly (number | undefined)[]): number | undefined {
  let total = 0;
  for (const count of counts) {
    if (count === undefined) return undefined;
    total += count;
  }
  return total;
}

/** A fraction of four digits, as the reports of API v2 have it; 0 of nothing. */
export function rate(part: number | undefined, whole: number | undefined): number | undefined {
  if (part === undefined || whole === undefined) return undefined;
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
}

/** Places with how often mails were opened there, the most first. */
export function topPlaces(
  rows: readonly (readonly [name: string | undefined, count: number | undefined])[],
): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const [name = '', count = 0] of rows) {
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .toSorted((one, other) => other.count - one.count);
}

interface Reader {
  readonly reader?: string | undefined;
  readonly type?: string | undefined;
  readonly opens?: number | undefined;
}

/** How often programs opened mails, kind by kind: `webmail`, `mobile`, `email_client`. */
export function readersByKind(readers: readonly Reader[]): WireObject {
  const kinds = new Map<string, Map<string, number>>();
  for (const { reader = '', type = '', opens = 0 } of readers) {
    if (reader === '' || type === '') continue;
    const kind = type.toLowerCase().replaceAll(/[\s-]+/g, '_');
    const programs = kinds.get(kind) ?? new Map<string, number>();
    programs.set(reader, (programs.get(reader) ?? 0) + opens);
    kinds.set(kind, programs);
  }
  return Object.fromEntries(
    [...kinds].map(([kind, programs]) => [kind, Object.fromEntries(programs)]),
  );
}
