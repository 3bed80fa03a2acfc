import type { WireValue } from '@egoi-client/core';
import type { XmlEvent } from '@egoi-client/xml';
import type { ElementRule } from './grammar.ts';

/** What a run does to a struct: it ends a member of it, adds others whole, and begins the next. */
export interface MemberRun {
  readonly whole: readonly (readonly [name: string, value: WireValue])[];
  /** The name of the member that it begins. */
  readonly name: string;
  /** The rule of that member's scalar. */
  readonly rule: ElementRule;
}

/** Reads what the events of a run do; `undefined` where they do anything else. */
export function membersOf(events: readonly XmlEvent[]): MemberRun | undefined {
  // The scalar that ends, and the value and the member around it.
  if (endsAt(events, 0) !== 3) return undefined;
  const whole: [string, WireValue][] = [];
  let at = 3;
  for (;;) {
    const [member, nameTag, name, nameEnd, value, scalar] = events.slice(at, at + 6);
    if (elementOf(member) !== 'member' || elementOf(nameTag) !== 'name') return undefined;
    if (name?.kind !== 'text' || nameEnd?.kind !== 'end' || elementOf(value) !== 'value') {
      return undefined;
    }
    at += 6;
    const rule = scalar?.kind === 'start' ? ruleIn(scalar) : undefined;
    if (at === events.length) return rule?.read && { whole, name: name.text, rule };
    // Without a text: with one it would not be whole.
    if (rule?.read === undefined || endsAt(events, at) !== 3) return undefined;
    whole.push([name.text, rule.read('', 'answer')]);
    at += 3;
  }
}

/** How many elements end one after another. */
function endsAt(events: readonly XmlEvent[], from: number): number {
  let at = from;
  while (events[at]?.kind === 'end') at += 1;
  return at - from;
}

function elementOf(event: XmlEvent | undefined): string | undefined {
  return event?.kind === 'start' ? ruleIn(event)?.element : undefined;
}

function ruleIn({ attributes }: XmlEvent & { readonly kind: 'start' }): ElementRule | undefined {
  return attributes.memo as ElementRule | undefined;
}
