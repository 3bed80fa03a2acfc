import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { faultGroups } from '../src/faults/all-faults.ts';
import { withTables } from '../src/faults/reliability-page.ts';
import { type FaultRow, runFault, wiresOf } from '../src/faults/run-faults.ts';

const rows = new Map<string, FaultRow[]>(faultGroups.map(({ title }) => [title, []]));

describe.each(faultGroups)('$title', ({ title, faults }) => {
  test.each(faults)(
    '$name: the right outcome on every wire, and nothing left behind',
    async (fault) => {
      const row = await runFault(fault);
      rows.get(title)?.push(row);
      const problems = row.cells.flatMap(({ wire, problems: found }) =>
        found.map((problem) => `${wire}: ${problem}`),
      );
      expect(problems).toEqual([]);
      expect(row.cells.map(({ wire }) => wire)).toEqual(wiresOf(fault).map(({ name }) => name));
    },
  );
});

test('the page on reliability says what came of it', () => {
  const page = readFileSync(join(__dirname, '../../../docs/reliability.md'), 'utf8');
  const sections = [...rows].map(([title, sectionRows]) => ({ title, rows: sectionRows }));
  expect(page).toBe(withTables(page, sections));
});

afterAll(() => {
  const cells = [...rows.values()].flat().flatMap((row) => row.cells);
  const good = cells.filter(({ problems }) => problems.length === 0).length;
  process.stdout.write(`faults: ${good} of ${cells.length}\n`);
});
