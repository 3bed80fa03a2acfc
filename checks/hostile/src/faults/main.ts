import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatMatrix } from './format-matrix.ts';
import { withTables } from './reliability-page.ts';
import { countCells, runFaults } from './run-faults.ts';

/** `--write` puts the tables into the page, `--check` fails where the page has others. */
const [mode] = process.argv.slice(2);

const sections = await runFaults();
const { all, good } = countCells(sections);
if (good !== all) process.exitCode = 1;
else if (mode === '--write' || mode === '--check') bringPage(mode);
console.log(formatMatrix(sections));

function bringPage(how: '--write' | '--check'): void {
  const file = join(import.meta.dirname, '../../../../docs/reliability.md');
  const page = readFileSync(file, 'utf8');
  const current = withTables(page, sections);
  if (current === page) return;
  if (how === '--write') {
    writeFileSync(file, current);
    return;
  }
  console.log('docs/reliability.md is stale: run `pnpm faults --write`');
  process.exitCode = 1;
}
