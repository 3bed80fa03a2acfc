import { afterEach, expect, test } from '@jest/globals';
import { openConnection } from '../src/account/store/connection.ts';

const connection = openConnection(':memory:');
connection.runAll('CREATE TABLE thing (id INTEGER PRIMARY KEY, text TEXT) STRICT');
afterEach(() => connection.runAll('DELETE FROM thing'));

const insert = 'INSERT INTO thing (id, text) VALUES (?, ?)';
const all = 'SELECT * FROM thing ORDER BY id';

test('a statement that comes again has the values of this time', () => {
  connection.run(insert, [1, 'a']);
  connection.run(insert, [2, null]);
  connection.run(insert, [3, 'x'.repeat(1_000_000)]);
  connection.run(insert, [4, 'd']);
  expect(connection.rows('SELECT length(text) AS length FROM thing ORDER BY id', [])).toEqual([
    { length: 1 },
    { length: null },
    { length: 1_000_000 },
    { length: 1 },
  ]);
});

test('more statements than are kept give what each asks for, the first ones once more at the end', () => {
  for (const round of [1, 2]) {
    for (let number = 0; number < 600; number += 1) {
      expect(connection.rows(`SELECT ${number} AS number, ? AS round`, [round])).toEqual([
        { number, round },
      ]);
    }
  }
});

test('a statement that failed works the next time, inside a transaction too', () => {
  connection.runAll('BEGIN IMMEDIATE');
  connection.run(insert, [1, 'a']);
  const failing = () => connection.run(insert, [1, 'again']);
  expect(failing).toThrow(/UNIQUE/);
  connection.run(insert, [2, 'b']);
  connection.runAll('COMMIT');
  expect(connection.rows(all, [])).toEqual([
    { id: 1, text: 'a' },
    { id: 2, text: 'b' },
  ]);
});

test('a statement that was kept sees tables that changed since', () => {
  connection.run(insert, [1, 'a']);
  expect(connection.rows(all, [])).toEqual([{ id: 1, text: 'a' }]);
  connection.runAll("ALTER TABLE thing ADD COLUMN more TEXT NOT NULL DEFAULT 'm'");
  expect(connection.rows(all, [])).toEqual([{ id: 1, text: 'a', more: 'm' }]);
});
