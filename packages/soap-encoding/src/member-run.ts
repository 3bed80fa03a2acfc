import type { WireValue } from '@egoi-client/core';
import type { XmlEvent } from '@egoi-client/xml';
import type { EncodingAttributes } from './encoding-attributes.ts';
import type { ValueKind } from './value-type.ts';

/**
 * What a run does to the list, struct or map around a plain value: it ends that value, adds others whole,
 * and begins the next.
 */
export interface MemberRun {
  /** Whether it goes on with entries of a map, which are elements around key and value. */
  readonly isOfMap: boolean;
  /** What it adds whole: a key or name, and the value. */
  readonly whole: readonly (readonly [key: string, value: WireValue])[];
  /** The key or name of the value that it begins. */
  readonly key: string;
  readonly kind: ValueKind;
  /** How many elements begin in it. */
  readonly elements: number;
}

/** Reads what the events of a run do; `undefined` where they do anything else. */
export function membersOf(events: readonly XmlEvent[]): MemberRun | undefined {
  const isOfMap = events[1]?.kind === 'end';
  const whole: [string, WireValue][] = [];
  const elements = events.filter(({ kind }) => kind === 'start').length;
  let at = isOfMap ? 2 : 1;
  for (;;) {
    let key: string | undefined;
    if (isOfMap) {
      key = keyAt(events, at);
      at += 4;
    }
    const value = events[at];
    if (
      value?.kind !== 'start' ||
      (isOfMap && (key === undefined || value.name.local !== 'value'))
    ) {
      return undefined;
    }
    key ??= value.name.local;
    const { isNil, type, position } = value.attributes.memo as EncodingAttributes;
    if (position !== undefined) return undefined;
    if (at === events.length - 1) {
      return type === undefined ? undefined : { isOfMap, whole, key, kind: type.kind, elements };
    }
    if (!isNil && type?.kind !== 'text') return undefined;
    whole.push([key, isNil ? null : '']);
    at += 1;
    for (let ends = isOfMap ? 2 : 1; ends > 0; ends -= 1) {
      if (events[at]?.kind !== 'end') return undefined;
      at += 1;
    }
  }
}

/** The key of an entry: `<item><key>…</key>`. */
function keyAt(events: readonly XmlEvent[], at: number): string | undefined {
  const [entry, key, text, end] = events.slice(at, at + 4);
  const isKey =
    entry?.kind === 'start' &&
    key?.kind === 'start' &&
    key.name.local === 'key' &&
    end?.kind === 'end';
  return isKey && text?.kind === 'text' ? text.text : undefined;
}
