import { allMethods } from '@egoi-client/core';
import { expect, test } from '@jest/globals';
import { formatParity, runParity } from '../src/parity/run-parity.ts';

test('every method gives strictly equal results on every wire, in both formats, and on the bare sandbox', async () => {
  const report = await runParity('memory');
  process.stdout.write(`${formatParity(report)}\n`);
  expect(new Set(report.rows.map(({ method }) => method))).toEqual(
    new Set(allMethods().map(({ name }) => name)),
  );
  expect(report.cells).toBe(report.rows.length * 6);
  expect(report.equalCells).toBe(report.cells);
});
