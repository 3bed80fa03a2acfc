import { type WireObject, type WireValue } from '@egoi-client/core';
import { setMember } from '@egoi-client/core/wire';
import fc from 'fast-check';

const xmlCharacter = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...Array.from('<>&"\'\r\n\t ]]>=é€😀a1')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(']]>', '<![CDATA[', '&amp;', '&#xD;', '\u0085', '\u2028'),
  },
  {
    weight: 4,
    arbitrary: fc
      .integer({ min: 0x20, max: 0x10ffff })
      .filter((code) => !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff)
      .map((code) => String.fromCodePoint(code)),
  },
);

/** Any text that XML 1.0 has a place for, thick with what writers get wrong. */
export const xmlText = fc.string({ unit: xmlCharacter, maxLength: 20 });

const memberName = fc.oneof(
  { weight: 4, arbitrary: xmlText },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', '0', '7') },
);

/** Negative zero is left out: no wire tells it from zero. */
const wireNumber = fc
  .oneof(fc.integer(), fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((number) => number + 0);

function structOf(entries: readonly (readonly [string, WireValue])[]): WireObject {
  const struct: WireObject = {};
  for (const [name, value] of entries) setMember(struct, name, value);
  return struct;
}

const tree = fc.letrec<{ value: WireValue; struct: WireObject }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(xmlText, wireNumber, fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 5 }),
    tie('struct'),
  ),
  struct: fc.array(fc.tuple(memberName, tie('value')), { maxLength: 5 }).map(structOf),
}));

/** Any value that a wire can carry. */
export const wireValue = tree.value;

/** Any struct of such values. */
export const wireStruct = tree.struct;
