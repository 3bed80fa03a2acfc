import type { WireObject, WireValue } from '@egoi-client/core';
import fc from 'fast-check';

/** Seed and size of every property; fast-check prints the seed with a failure. */
export const runs = { seed: 20251202, numRuns: 400 } as const;

const awkwardNames = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', 'ação'];

/** Names that both a form and XML carry as they are, and that REST gives no meaning of its own. */
const plainName = fc
  .oneof(
    fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,8}$/),
    fc.constantFrom(...awkwardNames),
    fc.nat(12).map(String),
  )
  .filter((name) => !/^(?:key_\d+|status|response)$/.test(name));

/** Names that only a form carries. */
const formName = fc.oneof(
  plainName,
  fc.string({ unit: 'binary', minLength: 2 }).filter((name) => !/[[\]\0]/.test(name)),
);

// XML 1.0 has no place for these.
// oxlint-disable-next-line no-control-regex
const uncarried = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', ' ', '  x ', '\r\n', ']]>', '<!--', '&amp;', 'a+b&c=d%20', '/\\"'),
);
const xmlText = anyText.filter((text) => !uncarried.test(text));
const number = fc.oneof(
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);

function values(name: fc.Arbitrary<string>, text: fc.Arbitrary<string>): fc.Arbitrary<WireValue> {
  const { value } = fc.letrec<{ value: WireValue }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      text,
      number,
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  return value;
}

/** Results that XML can carry: what stands in the way of others has tests of its own. */
export const result: fc.Arbitrary<WireValue> = values(plainName, xmlText);

/** The one argument of a call, with whatever a form can carry. */
export const options: fc.Arbitrary<WireObject> = fc.dictionary(
  formName,
  values(formName, anyText),
  { maxKeys: 5, noNullPrototype: true },
);
