import fc from 'fast-check';
import type { Schema } from '../../src/index.ts';

const printable = fc.string({ unit: 'grapheme', maxLength: 12 });

/**
 * Values that a schema takes where it is written.
 *
 * @param isFull whether all members of structs are there that may be expected
 */
export function valuesOf(schema: Schema, isFull: boolean): fc.Arbitrary<unknown> {
  const { element, members = {}, forms = [], words = [], leastItems = 0 } = schema;
  switch (schema.type) {
    case 'text':
      return schema.pattern === undefined ? printable : looking(schema.pattern);
    case 'integer':
      return fc.integer({ min: schema.least ?? -1000, max: schema.most ?? 2 ** 40 });
    case 'flag':
      return fc.boolean();
    case 'word':
      return fc.constantFrom(...words);
    case 'list': {
      const items = element === undefined ? fc.constant(1) : valuesOf(element, isFull);
      const length = { minLength: leastItems, maxLength: leastItems + 2 };
      return schema.isUnique === true ? fc.uniqueArray(items, length) : fc.array(items, length);
    }
    case 'map':
      return fc.dictionary(
        fc.stringMatching(/^[\w-]{1,5}$/).filter((name) => name !== '__proto__'),
        valuesOf(element ?? schema, isFull),
        { minKeys: 1, maxKeys: 3 },
      );
    case 'either':
      return fc.oneof(...forms.map((form) => valuesOf(form, isFull)));
    default:
      return fc.record(
        Object.fromEntries(
          Object.entries(members).map(([name, member]) => [name, valuesOf(member.schema, isFull)]),
        ),
        {
          requiredKeys: Object.keys(members).filter((name) => {
            const presence = members[name]?.presence;
            return presence === 'required' || (isFull && presence === 'expected');
          }),
        },
      );
  }
}

/** Texts of a certain look; what the generator cannot read of it is left to a filter. */
function looking(pattern: RegExp): fc.Arbitrary<string> {
  return pattern.source.includes('(?!')
    ? printable.filter((text) => text !== '' && pattern.test(text))
    : fc.stringMatching(pattern);
}
