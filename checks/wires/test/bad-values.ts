import { type WireObject, type WireValue } from '@egoi-client/core';
import { setMember } from '@egoi-client/core/wire';

function nested(levels: number): WireValue {
  let value: WireValue = 'x';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

const prototypeMember: WireObject = {};
setMember(prototypeMember, '__proto__', { polluted: true, email: 'p@example.com' });

/** Values that stand where another was meant, by what is wrong with them; `undefined` leaves it out. */
export const badValues: readonly (readonly [name: string, value: WireValue | undefined])[] = [
  ['missing', undefined],
  ['null', null],
  ['empty text', ''],
  ['blank', ' \r\n'],
  ['list', ['x', 1, null, ['y']]],
  ['struct', { a: 'x', 7: { b: [] } }],
  ['__proto__ member', prototypeMember],
  ['__proto__', '__proto__'],
  ['true', true],
  ['zero', 0],
  ['negative', -1],
  ['fraction', 1.5],
  ['huge', 1e300],
  ['beyond exact', 2 ** 53],
  ['SQL', "x' OR 1=1; DROP TABLE contact; --"],
  ['lone surrogate', 'half \ud83d'],
  ['control characters', 'a\u0000b\u001f\uffff'],
  ['deep', nested(40)],
  ['too deep', nested(200)],
  ['a megabyte', 'm'.repeat(1_000_000)],
];
