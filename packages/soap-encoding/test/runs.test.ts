import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { outcomeOf, withComments } from '../../xml/test/support/read-by-runs.ts';
import { decodeAnswer } from '../src/index.ts';

/** Members as toolkits write them: of a map, of a struct, and of a list. */
const forms = ['map', 'struct', 'list'] as const;
type Form = (typeof forms)[number];

const name = fc.constantFrom('UID', 'EMAIL', '__proto__', 'key', 'value', 'item', '007', 'a.b');
const typed = fc.constantFrom(
  ['xsd:string', 'Ana'],
  ['xsd:string', ''],
  ['xsd:string', '1 &lt; 2'],
  ['xsd:int', '42'],
  ['xsd:int', ''],
  ['xsd:boolean', 'true'],
  ['xsd:double', '1.50'],
  ['xsd:base64Binary', 'QQ=='],
  ['SOAP-ENC:Array', ''],
  ['ns2:Map', ''],
);
const content = fc.oneof(
  { weight: 12, arbitrary: typed.map(([type, text]) => [`xsi:type="${type}"`, text] as const) },
  fc.constantFrom(
    ['xsi:nil="true"', ''],
    ['', 'untyped'],
    ['', '<x xsi:type="xsd:string">inner</x>'],
    ['href="#one"', ''],
    ['id="two" xsi:type="xsd:string"', 'x'],
    ['xsi:type="xsd:string"', '<b/>'],
  ),
);
const member = fc.tuple(name, content, fc.constantFrom('', '', '', '', ' ', 'x'));
const record = fc.array(member, { minLength: 1, maxLength: 5 });

function memberOf(
  form: Form,
  [key, [attributes, text]]: readonly [string, readonly [string, string]],
) {
  const element = form === 'map' ? 'value' : form === 'list' ? 'item' : key.replace(/^0/, '_0');
  const value = `<${element} ${attributes}>${text}</${element}>`;
  return form === 'map' ? `<item><key xsi:type="xsd:string">${key}</key>${value}</item>` : value;
}

const types: Readonly<Record<Form, string>> = {
  map: 'xsi:type="ns2:Map"',
  struct: 'xsi:type="SOAP-ENC:Struct"',
  list: 'SOAP-ENC:arrayType="xsd:anyType[]"',
};

/** Records some of which repeat the markup of others, with here and there another member or form. */
const records = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(...forms), record), { minLength: 1, maxLength: 3 }),
    fc.array(fc.nat(2), { maxLength: 8 }),
  )
  .map(([kinds, order]) =>
    order
      .map((index) => {
        const [form, members] = kinds[index % kinds.length] ?? ['map', []];
        const inner = members.map(([key, text, gap]) => memberOf(form, [key, text]) + gap);
        return `<item ${types[form]}>${inner.join('')}</item>`;
      })
      .join(''),
  );

/** Leaves that a document needs before anything is learnt of it. */
const leaves = '<w xsi:type="xsd:string">1</w>'.repeat(64);

function envelope(body: string): string {
  return (
    '<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ns2="http://xml.apache.org/xml-soap"' +
    ' xmlns:SOAP-ENC="http://schemas.xmlsoap.org/soap/encoding/" xmlns:xsd="http://www.w3.org/2001/XMLSchema"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><SOAP-ENV:Body><mResponse><return SOAP-ENC:arrayType="ns2:Map[]">' +
    `${leaves}${body}</return></mResponse><one id="one" xsi:type="xsd:string">far</one></SOAP-ENV:Body></SOAP-ENV:Envelope>`
  );
}

const read = (document: string) => outcomeOf(decodeAnswer, document);

describe('what is read by runs', () => {
  test('is what is read element by element', () => {
    fc.assert(
      fc.property(records, (body) => {
        const document = envelope(body.repeat(4));
        expect(read(document)).toBe(read(withComments(document)));
      }),
      { seed: 20251202, numRuns: 2000 },
    );
  });

  test('keeps a member called __proto__ as data, and a name that comes again as a list', () => {
    const known = [
      '<a xsi:type="xsd:string">1</a>',
      '<__proto__ xsi:type="xsd:string">2</__proto__>',
    ];
    const struct = `<item ${types.struct}>${known.join('')}<a xsi:type="xsd:string">3</a></item>`;
    const expected = `{"a":["1","3"],"__proto__":"2"}`;
    expect(read(envelope(struct.repeat(3)))).toContain(
      `"1",${[expected, expected, expected].join(',')}]}`,
    );
  });
});
