import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Bench, type BenchSettings } from './bench.ts';
import { type Figure, figureResult } from './figure.ts';
import { allFigures } from './figures/all-figures.ts';
import { writePage } from './report/page.ts';
import { formatRow } from './report/table.ts';
import { type Outcome, UnfinishedRun } from './unfinished-run.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    figures: { type: 'string' },
    quick: { type: 'boolean', default: false },
    anew: { type: 'boolean', default: false },
  },
});
const wanted = values.figures?.split(',').map((text) => text.trim());
const figures = allFigures.filter(
  ({ name }) => wanted === undefined || wanted.some((text) => name.includes(text)),
);
if (figures.length === 0) throw new Error('no figure has such a name');

const whole: BenchSettings = {
  rounds: 7,
  leastRounds: 3,
  figureSeconds: 6,
  warmUps: 2,
  divisor: 1,
};
const quick: BenchSettings = { ...whole, rounds: 3, warmUps: 1, divisor: 10 };
const settings = values.quick ? quick : whole;
const bench = new Bench(settings);
const run = new UnfinishedRun(
  figures.map(({ name }) => name),
  settings,
);
if (values.anew) run.forget();
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  // The measured programs end with this process, whose ends of their pipes they read.
  process.once(signal, () => {
    console.log('\nStopped. The same command goes on where this one ended; --anew begins again.');
    process.exit(code);
  });
}

const startedMs = performance.now();
const outcomes: Outcome[] = [];
for (const figure of figures) outcomes.push(await outcomeOf(figure));
await bench.close();

const results = outcomes.flatMap((outcome) => ('result' in outcome ? [outcome.result] : []));
const notices = outcomes.flatMap((outcome) => ('notice' in outcome ? [outcome.notice] : []));
const goals = results.filter(({ met }) => met !== null);
const minutes = ((performance.now() - startedMs) / 60_000).toFixed(1);
console.log(
  `${goals.filter(({ met }) => met).length} of ${goals.length} goals met, in ${minutes} minutes`,
);
if (values.json !== undefined) {
  await writeFile(values.json, `${JSON.stringify({ figures: results }, null, 2)}\n`);
}
if (wanted === undefined && !values.quick) {
  await writePage(fileURLToPath(new URL('../../../docs', import.meta.url)), results, notices);
}
if (process.exitCode === undefined) run.forget();

/** Takes a figure from the run that was stopped, or measures it; prints it either way. */
async function outcomeOf(figure: Figure): Promise<Outcome> {
  const known = run.outcomeOf(figure.name);
  if (known !== undefined) {
    console.log(`${lineOf(known)}  measured before the stop`);
    return known;
  }
  showProgress(`measuring ${figure.name}`);
  const outcome = await measured(figure);
  showProgress('');
  console.log(lineOf(outcome));
  if ('result' in outcome && outcome.result.met === false && figure.profile !== undefined) {
    for (const line of await figure.profile(bench)) console.log(`        ${line}`);
  }
  return outcome;
}

/** A figure that fails fails the run, once the others are measured. */
async function measured(figure: Figure): Promise<Outcome> {
  try {
    const measurement = await figure.measure(bench);
    const outcome: Outcome =
      typeof measurement === 'string'
        ? { notice: `${figure.name}: ${measurement}` }
        : { result: figureResult(figure, measurement) };
    run.keep(figure.name, outcome);
    return outcome;
  } catch (error) {
    process.exitCode = 1;
    return { notice: `${figure.name}: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function lineOf(outcome: Outcome): string {
  return 'result' in outcome ? formatRow(outcome.result) : `skip  ${outcome.notice}`;
}

/** What is under way, on a terminal only. */
function showProgress(text: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${text}`);
}
