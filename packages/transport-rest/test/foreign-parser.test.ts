import { type WireAnswer, WireFormatError } from '@egoi-client/core/wire';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readEnvelope } from '../src/answer/decode-answer.ts';
import { readResult } from '../src/answer/read-result.ts';
import { answerDecoder, encodeAnswer } from '../src/codec.ts';
import * as arbitrary from './support/arbitraries.ts';
import { readForeign } from './support/foreign-xml.ts';
import { goldenExchanges } from './support/golden.ts';

const method = 'getReport';

/** What an answer says, or why it says nothing. */
function outcomeOf(read: () => WireAnswer): WireAnswer | string {
  try {
    return read();
  } catch (error) {
    if (error instanceof WireFormatError) return error.message;
    throw error;
  }
}

/** Reads an answer in pieces of one size. */
function readOurs(document: string, size: number, called = method) {
  return outcomeOf(() => {
    const reader = answerDecoder({ method: called, format: 'xml', expectsList: false });
    for (let at = 0; at < document.length; at += size) reader.write(document.slice(at, at + size));
    return reader.end();
  });
}

/** Reads the whole document first, and then what it says, as for JSON. */
function readWhole(document: string, called = method) {
  return outcomeOf(() =>
    readEnvelope(readForeign(document), called, (body) => readResult(body, 'faithful')),
  );
}

interface Element {
  readonly name: string;
  readonly content: string | readonly Element[];
}

const { element } = fc.letrec<{ readonly element: Element }>((tie) => ({
  element: fc.record({
    name: fc.constantFrom(
      'key_0',
      'key_1',
      'key_2',
      'key_01',
      'a',
      'status',
      'response',
      'message',
    ),
    content: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.constantFrom('success', 'failed', '', 'x'),
      fc.array(tie('element'), { maxLength: 5 }),
      fc.array(tie('element'), { maxLength: 3 }).map(numbered),
    ),
  }),
}));

function numbered(elements: readonly Element[]): readonly Element[] {
  return elements.map(({ content }, index) => ({ name: `key_${index}`, content }));
}

function written({ name, content }: Element): string {
  const inside = typeof content === 'string' ? content : content.map(written).join('');
  return `<${name}>${inside}</${name}>`;
}

describe('an XML answer is read in pieces as fast-xml-parser reads it whole:', () => {
  test.each(goldenExchanges())('$folder', ({ xml, method: called }) => {
    for (const size of [1, 2, 7, 1000]) {
      expect(readOurs(xml, size, called)).toEqual(readWhole(xml, called));
    }
  });

  test('any answer that can be written', () => {
    fc.assert(
      fc.property(arbitrary.result, fc.integer({ min: 1, max: 200 }), (value, size) => {
        const document = encodeAnswer('getReport', { value }, 'xml');
        expect(readOurs(document, size)).toEqual(readWhole(document));
      }),
      arbitrary.runs,
    );
  });

  test('any elements in an answer, wherever numbers, lists and a status stand', () => {
    fc.assert(
      fc.property(fc.array(element, { maxLength: 5 }), (content) => {
        const answer = { name: 'Egoi_Api', content: [{ name: method, content }] };
        const document = written(answer);
        expect(readOurs(document, 1000)).toEqual(readWhole(document));
      }),
      { ...arbitrary.runs, numRuns: 2000 },
    );
  });

  test.each([60, 61, 62, 63, 64])('%i levels around lists, structs and both', (levels) => {
    for (const name of ['a', 'key_0']) {
      for (const content of ['x', '<b>x</b>', '<b>x</b><b/>', '<key_0/><b><c/></b><b>x</b>']) {
        const around = `<${name}>`.repeat(levels) + content + `</${name}>`.repeat(levels);
        const document = `<Egoi_Api><${method}>${around}</${method}></Egoi_Api>`;
        expect(readOurs(document, 1000)).toEqual(readWhole(document));
      }
    }
  });

  test('no more than 64 levels', () => {
    const outcomes = [64, 65].map((levels) => {
      const around = '<a>'.repeat(levels) + '</a>'.repeat(levels);
      return readOurs(`<Egoi_Api><${method}>${around}</${method}></Egoi_Api>`, 1000);
    });
    expect(outcomes).toEqual([{ value: expect.anything() }, 'it is nested deeper than 64 levels']);
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
  ])('%s', (_name, content) => {
    const document = `<Egoi_Api><${method}>${content}</${method}></Egoi_Api>`;
    for (const size of [1, 3, 1000]) {
      expect(readOurs(document, size)).toEqual(readWhole(document));
    }
  });
});
