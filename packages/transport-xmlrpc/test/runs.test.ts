import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { outcomeOf, withComments } from '../../xml/test/support/read-by-runs.ts';
import { decodeAnswer } from '../src/codec.ts';

const name = fc.constantFrom('UID', 'EMAIL', '__proto__', 'name', 'a &amp; b', '', ' ');
const value = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom(
      '<string>Ana</string>',
      '<string></string>',
      '<string/>',
      '<nil/>',
      '<int>42</int>',
      '<i4>7</i4>',
      '<boolean>1</boolean>',
      '<double>1.50</double>',
      '<string>1 &lt; 2</string>',
      '',
    ),
  },
  fc.constantFrom(
    'untyped',
    '<int/>',
    '<int>x</int>',
    '<string>x</string>y',
    'y<string>x</string>',
    ' <string>x</string> ',
    '<string>x<b/></string>',
    '<array><data><value><string>x</string></value><value><string>y</string></value></data></array>',
    '<struct><member><name>UID</name><value><string>x</string></value></member></struct>',
    '<string>x</string><string>y</string>',
  ),
);
const member = fc
  .tuple(name, value, fc.constantFrom('', '', '', '', '', ' ', 'x', '<name>twice</name>'))
  .map(([key, text, gap]) => `<member><name>${key}</name><value>${text}</value>${gap}</member>`);
const struct = fc
  .array(member, { minLength: 1, maxLength: 5 })
  .map((members) => `<value><struct>${members.join('')}</struct></value>`);

/** Structs some of which repeat the markup of others. */
const structs = fc
  .tuple(fc.array(struct, { minLength: 1, maxLength: 3 }), fc.array(fc.nat(2), { maxLength: 8 }))
  .map(([kinds, order]) => order.map((index) => kinds[index % kinds.length]).join(''));

/** Leaves that a document needs before anything is learnt of it. */
const leaves = '<value><string>1</string></value>'.repeat(64);

function answer(values: string): string {
  return `<methodResponse><params><param><value><array><data>${leaves}${values}</data></array></value></param></params></methodResponse>`;
}

const read = (document: string) => outcomeOf(decodeAnswer, document);

test('what is read by runs is what is read element by element', () => {
  fc.assert(
    fc.property(structs, (body) => {
      const document = answer(body.repeat(4));
      expect(read(document)).toBe(read(withComments(document)));
    }),
    { seed: 20251202, numRuns: 2000 },
  );
});

test('a member that comes again replaces the one before, also where its markup is known', () => {
  const one = '<member><name>a</name><value><string>1</string></value></member>';
  const two = '<member><name>b</name><value><int>2</int></value></member>';
  const values = `<value><struct>${one}${two}${one.replace('1', '3')}</struct></value>`;
  expect(read(answer(values.repeat(2)))).toContain('"1",{"a":"3","b":2},{"a":"3","b":2}]}');
});
