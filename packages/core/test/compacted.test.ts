import { describe, expect, test } from '@jest/globals';
import type { WireObject } from '../src/index.ts';
import { compacted, setMember } from '../src/wire.ts';

describe.each([1, 15, 16, 40, 512, 600])('a struct of %i members', (members) => {
  test('is compacted into the same members in the same order', () => {
    const struct: WireObject = {};
    setMember(struct, '__proto__', 'data');
    for (let index = 1; index < members; index += 1) setMember(struct, `m${index}`, index);
    const result = compacted(struct, members);
    expect(Object.entries(result)).toEqual(Object.entries(struct));
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
  });
});
