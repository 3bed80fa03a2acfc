import { type WireObject, type WireValue } from '@egoi-client/core';
import { setMember } from '@egoi-client/core/wire';

type Scalar = string | number | boolean;

/** What a server reads of the options that a client sent in a form: the documented losses of calls. */
export function lossyOptions(options: WireObject): WireObject {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) => {
      const left = lossyOption(value);
      return left === undefined ? [] : [[name, left]];
    }),
  );
}

function lossyOption(value: WireValue): WireValue | undefined {
  if (value === null) return undefined;
  if (typeof value !== 'object') return formText(value);
  const members = Object.entries(value).flatMap(([name, member]): [string, WireValue][] => {
    const left = lossyOption(member);
    return left === undefined ? [] : [[name, left]];
  });
  return members.length === 0 ? undefined : phpArray(members);
}

function formText(value: Scalar): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'string') return value;
  return value.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 21 });
}

/** What a client reads of a result: the documented losses of answers. */
export function lossyResult(value: WireValue, trims: boolean): WireValue {
  const left = lossyMember(value, trims);
  return typeof value === 'object' && value !== null && left === '' ? [] : left;
}

function lossyMember(value: WireValue, trims: boolean): WireValue {
  if (value === null) return '';
  if (typeof value === 'string') return trims ? trimmed(value) : value;
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return value;
  const members = Object.entries(value).map(([name, member]): [string, WireValue] => [
    name,
    lossyMember(member, trims),
  ]);
  return members.length === 0 ? '' : phpArray(members);
}

function trimmed(text: string): string {
  return text.replace(/^[ \t\n\r\0\v]+/, '').replace(/[ \t\n\r\0\v]+$/, '');
}

/** PHP has one kind of array; names 0 to n-1 make it a list. */
function phpArray(members: readonly (readonly [string, WireValue])[]): WireValue {
  const names = new Set(members.map(([name]) => name));
  if (members.every((_, index) => names.has(String(index)))) {
    return members.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value);
  }
  const struct: WireObject = {};
  for (const [name, value] of members) setMember(struct, name, value);
  return struct;
}

/** Reads the numbers of a result back, whatever their notation, so that values can be compared. */
export function withNumbersOf(model: WireValue, read: WireValue): WireValue {
  if (typeof model === 'number') return typeof read === 'string' ? Number(read) : read;
  if (Array.isArray(model) && Array.isArray(read)) {
    return read.map((item, index) => withNumbersOf(model[index] ?? null, item));
  }
  if (typeof model !== 'object' || model === null || Array.isArray(model)) return read;
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return read;
  const struct: WireObject = {};
  for (const [name, value] of Object.entries(read)) {
    const counterpart = Object.hasOwn(model, name) ? model[name] : undefined;
    setMember(struct, name, withNumbersOf(counterpart ?? null, value));
  }
  return struct;
}
