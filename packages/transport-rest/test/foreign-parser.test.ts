import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { XmlAnswerReader } from '../src/answer/read-xml.ts';
import { encodeAnswer } from '../src/codec.ts';
import * as arbitrary from './support/arbitraries.ts';
import { readForeign } from './support/foreign-xml.ts';
import { goldenExchanges } from './support/golden.ts';

/** Reads a document in pieces of one size. */
function readOurs(document: string, size: number) {
  const reader = new XmlAnswerReader();
  for (let at = 0; at < document.length; at += size) reader.write(document.slice(at, at + size));
  return reader.end();
}

describe('an XML answer is read in pieces as fast-xml-parser reads it whole:', () => {
  test.each(goldenExchanges())('$folder', ({ xml }) => {
    for (const size of [1, 2, 7, 1000]) expect(readOurs(xml, size)).toEqual(readForeign(xml));
  });

  test('any answer that can be written', () => {
    fc.assert(
      fc.property(arbitrary.result, fc.integer({ min: 1, max: 200 }), (value, size) => {
        const document = encodeAnswer('getReport', { value }, 'xml');
        expect(readOurs(document, size)).toEqual(readForeign(document));
      }),
      arbitrary.runs,
    );
  });

  test.each([
    ['comments, sections and references', '<a>1<!-- & --><![CDATA[<&amp;]]>&#x41;&#66;</a>'],
    ['elements of one name', '<a><b>x</b>\n<b>y</b><c/><b><d> </d></b></a>'],
    ['attributes', `<a x="1" y='2 > 1'>z</a>`],
    ['line ends of Windows', '<a>x\r\ny\rz</a>'],
    [
      'names of prototypes',
      '<a><__proto__>x</__proto__><constructor><toString/></constructor></a>',
    ],
  ])('%s', (_name, document) => {
    for (const size of [1, 3, 1000]) {
      expect(readOurs(document, size)).toEqual(readForeign(document));
    }
  });
});
