import { isWireObject, type WireObject, type WireValue } from '@egoi-client/core';
import { setMember } from '@egoi-client/core/wire';

/** What a language or a library cannot tell apart. Both sides of a comparison lose it before they are compared. */
export interface Losses {
  /** Numbers come as their digits, true and false as 1 and 0: Perl's scalars, texts of REST. */
  readonly scalarsAreText?: true;
  /** Null, the empty list, the empty struct and the empty text are one. */
  readonly nothingIsEmpty?: true;
  /** Members that are null, an empty list or an empty struct do not come: a form has no field for them. */
  readonly emptyMembersAreDropped?: true;
  /** Texts come without the blanks around them. */
  readonly textsAreTrimmed?: true;
}

/** A value without what is lost. */
export function lose(value: WireValue, losses: Losses): WireValue {
  if (typeof value === 'string') return losses.textsAreTrimmed ? value.trim() : value;
  if (typeof value === 'number') return losses.scalarsAreText ? String(value) : value;
  if (typeof value === 'boolean') return losses.scalarsAreText ? (value ? '1' : '0') : value;
  if (value === null || isNothing(value)) return losses.nothingIsEmpty ? '' : value;
  if (Array.isArray(value)) return value.map((item) => lose(item, losses));
  const struct: WireObject = {};
  for (const [name, member] of Object.entries(value)) {
    if (losses.emptyMembersAreDropped && isNothing(member)) continue;
    setMember(struct, name, lose(member, losses));
  }
  return struct;
}

function isNothing(value: WireValue): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}

/** Where two values differ first, as a sentence; `undefined` for equal ones. Order of members does not count. */
export function firstDifference(
  expected: WireValue,
  got: WireValue,
  path = 'result',
): string | undefined {
  if (Array.isArray(expected) && Array.isArray(got)) {
    if (expected.length !== got.length) {
      return `${path} has ${got.length} items in place of ${expected.length}`;
    }
    return firstOf(expected.keys(), (index) =>
      firstDifference(expected[index] ?? null, got[index] ?? null, `${path}[${index}]`),
    );
  }
  if (isWireObject(expected) && isWireObject(got)) {
    const names = new Set([...Object.keys(expected), ...Object.keys(got)]);
    return firstOf(names, (name) => {
      if (!Object.hasOwn(got, name)) return `${path}.${name} is missing`;
      if (!Object.hasOwn(expected, name)) return `${path}.${name} should not be there`;
      return firstDifference(expected[name] ?? null, got[name] ?? null, `${path}.${name}`);
    });
  }
  if (Object.is(expected, got)) return undefined;
  return `${path} is ${JSON.stringify(got)} in place of ${JSON.stringify(expected)}`;
}

function firstOf<T>(
  items: Iterable<T>,
  differenceOf: (item: T) => string | undefined,
): string | undefined {
  for (const item of items) {
    const difference = differenceOf(item);
    if (difference !== undefined) return difference;
  }
  return undefined;
}
