import { expect, test } from '@jest/globals';
import { formatParity } from '../src/parity/run-parity.ts';

test('the matrix tells the cells that are not equal', () => {
  const text = formatParity({
    targets: ['soap', 'sandbox'],
    rows: [
      { method: 'getLists', case: 'one', equal: { soap: true, sandbox: true } },
      { method: 'getLists', case: 'many', equal: { soap: false, sandbox: true } },
    ],
    cells: 4,
    equalCells: 3,
  });
  expect(text.split('\n')).toEqual([
    '                soap  sandbox',
    'getLists: one   =     =',
    'getLists: many  ≠     =',
    'parity: 3 of 4 equal',
  ]);
});
