import { describe, expect, test } from '@jest/globals';
import type { WireValue } from '@egoi-client/core';
import { WireFormatError } from '@egoi-client/core/wire';
import { itemSizer, type ValueSyntax, ValueWriter } from '../src/index.ts';

/** Elements by their names alone. */
const syntax: ValueSyntax = {
  around: (element) => ({ open: `<${element}>`, close: `</${element}>` }),
  carriageReturn: '&#13;',
  scalar(value, element) {
    if (value === undefined) throw new WireFormatError('nothing');
    return `<${element}>${value}</${element}>`;
  },
  openList: ({ length }, element) => (length === 0 ? `<${element}/>` : `<${element}>`),
  closeList: (element) => `</${element}>`,
  openStruct: (isEmpty, element) => (isEmpty ? `<${element}/>` : `<${element}>`),
  closeStruct: (element) => `</${element}>`,
  openMember: (name) => `<${name}>`,
  closeMember: '</>',
};

function piecesOf(value: WireValue): Iterable<string> {
  return { [Symbol.iterator]: () => new ValueWriter(syntax).pieces(value, 'root') };
}

describe('a value in pieces', () => {
  test('is whole, in its order', () => {
    const value = { a: ['x & y', '', 1, null, [], {}], b: { a: true } };
    expect([...piecesOf(value)]).toEqual([
      '<root><a><value><item>x &amp; y</item><item></item><item>1</item><item>null</item><item/><item/></value></>' +
        '<b><value><a><value>true</value></></value></></root>',
    ]);
    expect([...piecesOf('<')]).toEqual(['<root>&lt;</root>']);
  });

  test.each<[string, WireValue]>([
    ['many rows', Array.from({ length: 20_000 }, (_, row) => ({ row, name: `ação ${row}` }))],
    ['many texts', Array.from({ length: 50_000 }, (_, row) => `text ${row}`)],
  ])('of %s is never held whole, and the same each time', (_what, value) => {
    const pieces = piecesOf(value);
    const first = [...pieces];
    expect(first.length).toBeGreaterThan(10);
    for (const piece of first) {
      expect(piece.length).toBeLessThan(66_000);
      expect(piece.isWellFormed()).toBe(true);
    }
    expect([...pieces]).toEqual(first);
    expect(first.join('')).toContain('</item></root>');
  });

  test.each([
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['an error', new Error('x')],
  ])('that holds %s, which came past the types, is refused', (_what, stranger) => {
    const value = { a: stranger as unknown as WireValue };
    expect(() => [...piecesOf(value)]).toThrow(WireFormatError);
  });
});

describe('a writer of many values', () => {
  test('writes each alike, however many names it has met', () => {
    const writer = new ValueWriter(syntax);
    const many = Object.fromEntries(Array.from({ length: 700 }, (_, at) => [`n${at}`, `${at}`]));
    for (const value of [many, { n1: '', n2: 'x' }, { n1: 'y', n699: [''] }, many]) {
      const alone = [...new ValueWriter(syntax).pieces(value, 'root')].join('');
      expect(writer.text(value, 'root')).toBe(alone);
      expect([...writer.pieces(value, 'root')].join('')).toBe(alone);
    }
    expect(writer.text({ n1: '', n2: 'x' }, 'root')).toBe(
      '<root><n1><value></value></><n2><value>x</value></></root>',
    );
  });

  test('writes values at the same time without mixing them up', () => {
    const writer = new ValueWriter(syntax);
    const rows = (text: string) => Array.from({ length: 5000 }, () => ({ [text]: text }));
    const [ones, twos] = [rows('one'), rows('two')];
    const turns = { ones: '', twos: '' };
    const [first, second] = [writer.pieces(ones, 'root'), writer.pieces(twos, 'root')];
    for (let one = first.next(), two = second.next(); one.done !== true || two.done !== true; ) {
      turns.ones += one.value ?? '';
      turns.twos += two.value ?? '';
      one = first.next();
      two = second.next();
    }
    expect(turns).toEqual({ ones: writer.text(ones, 'root'), twos: writer.text(twos, 'root') });
    expect(turns.ones).not.toContain('two');
  });
});

test('the size of what cannot be written is nothing', () => {
  const sizeOf = itemSizer(syntax);
  expect(sizeOf(['x'])).toEqual({ bytes: '<item><item>x</item></item>'.length, fields: 0 });
  expect(sizeOf([undefined as unknown as WireValue])).toEqual({ bytes: 0, fields: 0 });
  const itself: WireValue[] = [];
  itself.push(itself);
  expect(() => sizeOf(itself)).not.toThrow();
});
