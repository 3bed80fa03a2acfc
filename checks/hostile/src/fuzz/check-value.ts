import { type WireValue } from '@egoi-client/core';
import { maxWireDepth } from '@egoi-client/core/wire';

/**
 * Says what is wrong with a value that a reader has made: every one must be plain data of bounded
 * depth, whatever the document was.
 *
 * @returns `undefined` where nothing is
 */
export function wrongInValue(value: WireValue, depth = 0): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : 'a number without end';
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value !== 'object') return `a ${typeof value}`;
  if (depth >= maxWireDepth + 2) return 'too many levels';
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== (Array.isArray(value) ? Array.prototype : Object.prototype)) {
    return 'a struct with a prototype of its own';
  }
  for (const member of Object.values(value)) {
    const wrong = wrongInValue(member, depth + 1);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}
