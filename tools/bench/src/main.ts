import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Bench } from './bench.ts';
import { type Figure, type FigureResult, figureResult } from './figure.ts';
import type { Measurement } from './measurement.ts';
import { allFigures } from './figures/all-figures.ts';
import { writePage } from './report/page.ts';
import { formatRow } from './report/table.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    figures: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
const wanted = values.figures?.split(',').map((text) => text.trim());
const figures = allFigures.filter(
  ({ name }) => wanted === undefined || wanted.some((text) => name.includes(text)),
);
if (figures.length === 0) throw new Error('no figure has such a name');

const bench = new Bench(
  values.quick ? { rounds: 3, warmUps: 1, divisor: 10 } : { rounds: 7, warmUps: 2, divisor: 1 },
);
const results: FigureResult[] = [];
const notices: string[] = [];
try {
  for (const figure of figures) {
    const measurement = await measured(figure);
    if (typeof measurement === 'string') {
      notices.push(`${figure.name}: ${measurement}`);
      console.log(`skip  ${notices.at(-1)}`);
      continue;
    }
    const result = figureResult(figure, measurement);
    results.push(result);
    console.log(formatRow(result));
  }
} finally {
  await bench.fixtures.remove();
}
const missed = results.filter(({ met }) => met === false);
const goals = results.filter(({ met }) => met !== null);
console.log(`${goals.length - missed.length} of ${goals.length} goals met`);
if (values.json !== undefined) {
  await writeFile(values.json, `${JSON.stringify({ figures: results }, null, 2)}\n`);
}
if (wanted === undefined && !values.quick) {
  await writePage(fileURLToPath(new URL('../../../docs', import.meta.url)), results, notices);
}

/** A figure that fails fails the run, once the others are measured. */
async function measured(figure: Figure): Promise<Measurement | string> {
  try {
    return await figure.measure(bench);
  } catch (error) {
    process.exitCode = 1;
    return error instanceof Error ? error.message : String(error);
  }
}
