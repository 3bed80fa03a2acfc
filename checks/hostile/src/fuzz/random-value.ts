import { type WireObject, type WireValue } from '@egoi-client/core';
import { setMember } from '@egoi-client/core/wire';
import type { Random } from '@egoi-client/conformance/support/random';

const scalars: readonly WireValue[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  Number.MAX_SAFE_INTEGER,
  1e300,
  '',
  '0',
  'OK',
  'NO_ACCESS',
  'EXTRA_FIELD_12_DOES_NOT_EXIST',
  'true',
  '0000-00-00 00:00:00',
  '2020-01-02',
  '1e999',
  '9007199254740993',
  '__proto__',
  '\u001b[31m',
  '\ud800',
  ' \n',
];

const alwaysNames = [
  'ERROR',
  'status',
  '__proto__',
  'constructor',
  'toString',
  '0',
  '1',
  '7',
  'key_0',
  '',
];

/**
 * Any value that a wire can bring.
 *
 * @param names members that mean something to the reader of the value
 */
export function randomValue(random: Random, names: readonly string[], depth = 0): WireValue {
  const leaf = depth > 5 || random.oneIn(3);
  if (leaf) return random.pick(scalars);
  const size = random.oneIn(20) ? 200 : random.below(6);
  if (random.oneIn(2)) {
    return Array.from({ length: size > 6 ? 20 : size }, () =>
      randomValue(random, names, depth + 1),
    );
  }
  const struct: WireObject = {};
  for (let count = 0; count < Math.min(size, 20); count += 1) {
    const name = random.pick(random.oneIn(2) ? names : alwaysNames);
    setMember(struct, name, randomValue(random, names, depth + 1));
  }
  return struct;
}
