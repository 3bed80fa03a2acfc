import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cellWidth } from '../src/output/cells.ts';
import { valueTable } from '../src/output/value-table.ts';

const look = { bold: (text: string) => text };

function tableAt(width: number | undefined, value: unknown) {
  const shown = valueTable(value, { ...look, width });
  if (shown === undefined) throw new Error('no table');
  return { lines: shown.text.split('\n'), note: shown.note };
}

describe('a list of objects', () => {
  const lists = [
    { listnum: 1, title: 'News', total: 30, tags: [1, { a: 'b' }], none: '' },
    { listnum: 12, title: 'Boletim português', total: 1200, tags: [], none: null },
  ];

  test('is a table with numbers at the right and without what is empty', () => {
    expect(tableAt(80, lists)).toEqual({
      lines: [
        'listnum  title              total  tags',
        '      1  News                  30  [1,{"a":"b"}]',
        '     12  Boletim português   1200',
      ],
      note: '2 rows; 1 empty left out; in full: --output json',
    });
  });

  test('is shortened, and then has fewer columns, as the terminal narrows', () => {
    expect(tableAt(47, lists).lines[1]).toBe('      1  News                  30  [1,{"a":"b"…');
    const { lines, note } = tableAt(32, lists);
    expect(lines[2]).toBe('     12  Boletim português');
    expect(note).toContain('no room for total, tags');
  });

  test('is a record after the other where not even two columns have room', () => {
    expect(tableAt(20, lists).lines).toEqual([
      'listnum  1',
      'title    News',
      'total    30',
      'tags     [1,{"a":"b…',
      '',
      'listnum  12',
      'title    Boletim po…',
      'total    1200',
    ]);
  });

  test('counts wide signs, pictures and combining marks as a terminal does', () => {
    const names = ['日本語の名前', 'Zoe\u0308', '👍🏽 ok', 'a\nb\tc', '\u202eabc'];
    const { lines } = tableAt(
      80,
      names.map((name) => ({ name, after: 'x' })),
    );
    expect(lines).toEqual([
      'name          after',
      '日本語の名前  x',
      'Zoe\u0308           x',
      '👍🏽 ok         x',
      'a↵b c         x',
      '\\u202eabc     x',
    ]);
    expect(tableAt(9, [{ name: '日本語の名前' }]).lines[1]).toBe('日本語の…');
  });

  test('never is wider than the terminal, cuts no number and loses no column in silence', () => {
    const cell = fc.oneof(
      fc.integer(),
      fc.string({ maxLength: 40 }),
      fc.constantFrom('日本', '👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽', '', null),
      fc.array(fc.integer(), { maxLength: 5 }),
    );
    const names = ['id', 'title', 'one', 'two', 'three', '長い名前', 'email'];
    const row = fc.record(Object.fromEntries(names.map((name) => [name, cell])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 24, max: 120 }),
        (rows, width) => {
          const shown = valueTable(rows, { ...look, width });
          if (shown === undefined) return;
          for (const line of shown.text.split('\n'))
            expect(cellWidth(line)).toBeLessThanOrEqual(width);
          const [header = ''] = shown.text.split('\n');
          const filled = names.filter((name) =>
            rows.some(
              (item) =>
                !['', null, undefined].includes(item[name] as never) &&
                !(Array.isArray(item[name]) && item[name].length === 0),
            ),
          );
          for (const name of filled) {
            const isShown = header.includes(name) || shown.text.includes(name);
            expect(isShown || shown.note.includes(name) || shown.text.includes('…')).toBe(true);
          }
        },
      ),
      { seed: 17, numRuns: 300 },
    );
  });
});

describe('one object', () => {
  test('is a line a member', () => {
    expect(tableAt(30, { LIST_ID: 7, title: 'A title that is too long for it', tags: [] })).toEqual(
      {
        lines: ['LIST_ID  7', 'title    A title that is too …'],
        note: '1 empty left out; in full: --output json',
      },
    );
  });

  test('has a table for a list in it, which needs no name where it is all', () => {
    const rows = [{ EMAIL: 'a@example.com' }];
    expect(tableAt(80, { subscriber: rows }).lines).toEqual(['EMAIL', 'a@example.com']);
    expect(tableAt(80, { total: 1, subscriber: rows, report: { sent: 2 } }).lines).toEqual([
      'total  1',
      '',
      'subscriber',
      'EMAIL',
      'a@example.com',
      '',
      'report',
      'sent  2',
    ]);
  });
});

test.each([[[]], [{}], ['text'], [1], [[1, 2]], [[{ a: 1 }, 2]], [null]])(
  'of %j there is no table',
  (value) => {
    expect(valueTable(value, look)).toBeUndefined();
  },
);
