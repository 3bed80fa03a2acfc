import { EgoiApiError, errorTable } from '@egoi-client/core';
import { expect, test } from '@jest/globals';
import { byFail } from '../src/error-matrix/provocation.ts';
import {
  countCells,
  countV3,
  formatErrorMatrix,
  matrixWires,
  provoke,
  runErrorMatrix,
} from '../src/error-matrix/run-error-matrix.ts';

test('every code reaches the caller by its name, with its description, over every wire', async () => {
  const rows = await runErrorMatrix();
  const text = formatErrorMatrix(rows);
  process.stdout.write(`${text}\n`);
  expect(rows.map(({ code }) => code)).toEqual(Object.keys(errorTable));
  expect(rows.filter(({ cells }) => Object.values(cells).some((cell) => cell !== ''))).toEqual([]);
  // The server's own failure, and two spellings that only older tables have.
  expect(rows.filter(({ by }) => by === 'fail').map(({ code }) => code)).toEqual([
    'INTERNAL_ERROR',
    'MESSAGE_TO_LONG',
    'NO_SEGMENTS_FOUND',
  ]);
  expect(countCells(rows)).toEqual({ cells: 125 * 4, right: 125 * 4 });
  expect(countV3(rows)).toEqual({
    caused: { cells: 99, right: 99 },
    uncaused: { cells: 26, right: 26 },
  });
  expect(text).toMatch(
    /\ndocumented: 368 of 368\nerrors: 500 of 500\nv3: 99 of 99 codes arrive, 26 of 26 that it does not cause do not$/,
  );
});

test.each(matrixWires.map(({ name }) => name))(
  'a code that no table lists arrives untouched over %s',
  async (wire) => {
    const error = await provoke(wire, byFail('getLists', 'SOMETHING_NEW'));
    expect(error).toBeInstanceOf(EgoiApiError);
    expect(error).toMatchObject({
      code: 'SOMETHING_NEW',
      wireCode: 'SOMETHING_NEW',
      description: undefined,
      fieldId: undefined,
      delivery: 'answered',
    });
  },
);

test.each(matrixWires.map(({ name }) => name))(
  'the budget of calls ends in the same word over %s',
  async (wire) => {
    const error = await provoke(wire, {
      by: 'input',
      options: { callsPerHour: 1 },
      async run({ client }) {
        await client.checklogin();
        return client.getSenders();
      },
    });
    expect(error).toBeInstanceOf(EgoiApiError);
    expect(error).toMatchObject({ code: 'CALL_LIMIT_EXCEEDED', delivery: 'answered' });
  },
);

test('a provocation that ends in another way is told apart', async () => {
  const row = {
    code: 'NO_ACCESS' as const,
    by: 'input' as const,
    isDocumented: true,
    cells: { soap: '', xmlrpc: 'no error' },
    v3: { uncaused: 'nobody signs in', problem: 'it arrives' },
  };
  const text = formatErrorMatrix([row]);
  expect(text).toContain('NO_ACCESS over xmlrpc: no error');
  expect(text).toContain('NO_ACCESS over v3: it arrives');
  expect(text).toContain('v3 does not cause NO_ACCESS: nobody signs in');
  expect(text).toMatch(
    /documented: 1 of 2\nerrors: 1 of 2\nv3: 0 of 0 codes arrive, 0 of 1 that it does not cause do not$/,
  );
});
