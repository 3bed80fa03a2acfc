import type { FunctionModel } from '../source/expression.ts';
import type { Value } from './values.ts';

const numbers = new WeakMap<object, number>();
let last = 0;

/** A number that tells an object of this run from all others. */
function numberOf(object: object): number {
  const known = numbers.get(object);
  if (known !== undefined) return known;
  last += 1;
  numbers.set(object, last);
  return last;
}

function identityOf(value: Value): string {
  switch (value.type) {
    case 'client':
      return `client ${value.grounds} ${value.wire ?? ''}`;
    case 'text':
      return `text ${numberOf(value.source)} ${value.at} ${value.text}`;
    case 'parameter':
      return `parameter ${numberOf(value.declared)} ${value.index}`;
    case 'function':
      return `function ${numberOf(value.declared)}`;
    case 'invoker':
      return `invoker ${value.client.grounds} ${value.client.wire ?? ''}`;
    case 'class':
    case 'object':
      return `${value.type} ${value.full}`;
    case 'map':
      return `map ${numberOf(value.map)}`;
    default:
      return `key ${value.key}`;
  }
}

/** More than a variable may be is not followed. */
export const mostValues = 64;

/** What variables, fields and answers of functions may hold; grows until nothing new is found. */
export class Slots {
  readonly #slots = new Map<string, { readonly known: Set<string>; readonly values: Value[] }>();
  /** Whether something was added since it was last set back. */
  hasGrown = false;

  add(slot: string, values: readonly Value[]): void {
    let held = this.#slots.get(slot);
    if (held === undefined) {
      held = { known: new Set(), values: [] };
      this.#slots.set(slot, held);
    }
    for (const value of values) {
      const identity = identityOf(value);
      if (held.known.has(identity) || held.values.length >= mostValues) continue;
      held.known.add(identity);
      held.values.push(value);
      this.hasGrown = true;
    }
  }

  has(slot: string): boolean {
    return this.#slots.has(slot);
  }

  /** Those so far: to be read at once, since more may come. */
  values(slot: string): readonly Value[] {
    return this.#slots.get(slot)?.values ?? [];
  }
}

/** Name of the slot of a variable in the function that declares it. */
export function variableSlot(declared: FunctionModel, named: string): string {
  return `variable ${numberOf(declared)} ${named}`;
}

/** Name of the slot of a field of a class. */
export function fieldSlot(className: string, named: string): string {
  return `field ${className}.${named}`;
}

/** Name of the slot of what a function gives back. */
export function answerSlot(declared: FunctionModel): string {
  return `answer ${numberOf(declared)}`;
}
