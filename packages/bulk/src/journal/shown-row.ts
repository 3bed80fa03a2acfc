import { type WireObject, type WireValue } from '@egoi-client/core';
import { maxWireDepth, setMember } from '@egoi-client/core/wire';

const maxValues = 10_000;

/**
 * What a reject file shows of a row, whatever a program gave for one: as much of it as JSON has, with a
 * word in brackets in place of what is too deep, too much, contains itself or cannot be read.
 */
export function shownRow(row: unknown): WireValue {
  return new RowReader().read(row);
}

class RowReader {
  readonly #above = new Set<object>();
  #values = 0;

  read(value: unknown): WireValue {
    this.#values += 1;
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value;
      case 'number':
        return Number.isFinite(value) ? value : String(value);
      case 'bigint':
        return String(value);
      case 'object':
        return value === null ? null : this.#readObject(value);
      default:
        return `[${typeof value}]`;
    }
  }

  #readObject(value: object): WireValue {
    if (this.#above.has(value)) return '[contains itself]';
    if (this.#above.size >= maxWireDepth) return '[nested deeper]';
    this.#above.add(value);
    try {
      if (value instanceof Date) return value.toJSON();
      return Array.isArray(value) ? this.#readList(value) : this.#readMembers(value);
    } catch {
      return '[cannot be read]';
    } finally {
      this.#above.delete(value);
    }
  }

  #readList(list: readonly unknown[]): WireValue {
    const shown: WireValue[] = [];
    for (const item of list) {
      if (this.#values >= maxValues) return [...shown, '[and more]'];
      shown.push(this.read(item));
    }
    return shown;
  }

  #readMembers(value: object): WireObject {
    const shown: WireObject = {};
    for (const name of Object.keys(value)) {
      if (this.#values >= maxValues) break;
      setMember(shown, name, this.#readMember(value, name));
    }
    return shown;
  }

  #readMember(value: object, name: string): WireValue {
    let member: unknown;
    try {
      member = Reflect.get(value, name);
    } catch {
      return '[cannot be read]';
    }
    return this.read(member);
  }
}
