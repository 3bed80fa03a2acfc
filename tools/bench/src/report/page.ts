import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import type { FigureResult } from '../figure.ts';
import { v2WireNames } from '../wires.ts';
import { type Bar, barChart, type Line, lineChart } from './charts.ts';
import { shortNumber } from './table.ts';

/** Writes `performance.md` and its charts. @param folder where they go */
export async function writePage(
  folder: string,
  results: readonly FigureResult[],
  notices: readonly string[],
): Promise<void> {
  const charts = join(folder, 'performance');
  await mkdir(charts, { recursive: true });
  for (const [name, chart] of Object.entries(chartsOf(results))) {
    await writeFile(join(charts, `${name}.svg`), chart);
  }
  await writeFile(join(folder, 'performance.md'), pageOf(results, notices));
}

function chartsOf(results: readonly FigureResult[]): Readonly<Record<string, string>> {
  return {
    pages: barChart(
      'One answer of 20,000 contacts: time of the whole call',
      pageBars(results),
      'ms',
    ),
    growth: lineChart('Time for each contact of an answer', growthLines(results), {
      x: 'contacts in the answer',
      y: 'µs for each contact',
    }),
    'small-calls': barChart(
      'getUserData, 32 at once: times as fast as axios posting the same bytes',
      [
        ...v2WireNames.flatMap((wire) =>
          valueOf(results, `${wire} small calls 32 at once beside bare axios`).map((value) => ({
            label: wire,
            value,
            isOurs: true,
          })),
        ),
        { label: 'bare axios', value: 1, isOurs: false },
      ],
      '×',
    ),
  };
}

function valueOf(results: readonly FigureResult[], name: string): number[] {
  return results.filter((result) => result.name === name).map(({ value }) => value);
}

function pageBars(results: readonly FigureResult[]): Bar[] {
  const bars = new Map<string, Bar>();
  for (const { name, peer, times } of results) {
    const wire = /^(\S+) page of 20000 /.exec(name)?.[1];
    if (wire === undefined || times === undefined || peer.includes('alone')) continue;
    if (!bars.has(wire))
      bars.set(wire, { label: `this client, ${wire}`, value: times.ours, isOurs: true });
    if (!bars.has(peer)) bars.set(peer, { label: peer, value: times.peer, isOurs: false });
  }
  return [...bars.values()].toSorted((a, b) => a.value - b.value);
}

function growthLines(results: readonly FigureResult[]): Line[] {
  const lines = new Map<string, { isOurs: boolean; points: Map<number, number> }>();
  const add = (label: string, isOurs: boolean, count: number, timeMs: number) => {
    const line = lines.get(label) ?? { isOurs, points: new Map<number, number>() };
    line.points.set(count, (timeMs * 1000) / count);
    lines.set(label, line);
  };
  for (const { name, peer, times } of results) {
    if (times === undefined || peer.includes('alone')) continue;
    const [, wire, pages] = /^(\S+) page of (\d+) /.exec(name) ?? [];
    const [, flatWire] = /^(\S+) cost per contact /.exec(name) ?? [];
    if (wire !== undefined && pages !== undefined) {
      const count = Number(pages);
      // Of small pages a run makes several calls.
      const calls = callsOf(count);
      add(wire, true, count, times.ours / calls);
      add(peer, false, count, times.peer / calls);
    } else if (flatWire !== undefined) add(flatWire, true, 200_000, times.ours);
  }
  return [...lines].map(([label, { isOurs, points }]) => ({
    label,
    isOurs,
    points: [...points].toSorted(([a], [b]) => a - b),
  }));
}

/** How often one run asks for a page, so that it is long enough for the clock. */
export function callsOf(count: number): number {
  return Math.ceil(2000 / Math.max(count, 10));
}

function pageOf(results: readonly FigureResult[], notices: readonly string[]): string {
  const goals = results.filter(({ goal }) => goal !== null);
  const others = results.filter(({ goal }) => goal === null);
  const met = goals.filter((result) => result.met === true).length;
  const cores = cpus().length;
  const memory = Math.round(totalmem() / 2 ** 30);
  const lines = [
    '# Performance',
    '',
    'How fast the client, its encoders and the gateway are, beside other programs that do the same.',
    'This page is written by `pnpm bench`; all numbers on it come from one run of it.',
    '',
    `Measured with Node ${process.versions.node} on ${cores} cores with ${memory} GiB of memory (${process.platform}, ${process.arch}). ${met} of ${goals.length} goals are met.`,
    '',
    '![Time of a call with 20,000 contacts, by program](performance/pages.svg)',
    '',
    '![Time for each contact, by the number of contacts in an answer](performance/growth.svg)',
    '',
    '![Speed of small calls beside axios](performance/small-calls.svg)',
    '',
    '## Goals',
    '',
    '| figure | beside | measured | least to most | goal | met |',
    '| --- | --- | --- | --- | --- | --- |',
    ...goals.map(
      (result) =>
        `| ${result.name} | ${result.peer} | ${shortNumber(result.value)} ${result.unit} | ${rangeOf(result)} | ${result.goal} | ${result.met === true ? 'yes' : '**no**'} |`,
    ),
    '',
    '## For proportion',
    '',
    'Figures without a goal: they say what the others are made of.',
    '',
    '| figure | beside | measured | least to most |',
    '| --- | --- | --- | --- |',
    ...others.map(
      (result) =>
        `| ${result.name} | ${result.peer} | ${shortNumber(result.value)} ${result.unit} | ${rangeOf(result)} |`,
    ),
    '',
    ...(notices.length === 0
      ? []
      : ['## Not measured', '', ...notices.map((text) => `- ${text}`), '']),
    ...method,
  ];
  return lines.join('\n');
}

function rangeOf({ min, max }: FigureResult): string {
  return `${shortNumber(min)} to ${shortNumber(max)}`;
}

const method = [
  '## How it is measured',
  '',
  'Every figure is a ratio where it can be one, so that it says the same on another machine. Both programs',
  'run in processes of their own and are asked in turn: ours, peer, ours, peer. The ratio is taken round by',
  'round; the table has the median, the least and the greatest of them. Runs before the first round warm',
  'the programs up. There are seven rounds, and fewer where they take long: at least three, or',
  'two where a round takes more than six seconds. Node programs start each run of large answers without the',
  'garbage of the run before.',
  '',
  '- **Answers** hold contacts of the sandbox with 15 of their fields, encoded as the gateway encodes them',
  '  (1.4 KB each in SOAP, 28 MB for 20,000). A server in a process of its own sends them from memory over the loopback interface.',
  '- **A page** is the whole call: request, answer, decoding, and with our client also the check of the',
  '  parameters and the normalisation of the result. A run makes several calls where pages are small.',
  '- **A pause** is the longest turn of the event loop while an answer of 20,000 contacts is read. The',
  '  loop is kept turning without a rest meanwhile.',
  '- **The peak above the result** is the most memory that the operating system gave the process, less',
  '  what the process had before the call, less what the result takes. The process has read twenty pages of',
  '  1,000 contacts before; *in the first call of a process* tells what one pays that has not, for code that is',
  '  compiled and for the room that the engine takes for garbage. Garbage that was not collected yet counts;',
  '  *alive above the result* leaves it out, by collecting it again and again while the answer is read.',
  '- **Paging** reads from a gateway over a sandbox. The whole process counts: some 40 MB are Node itself, and',
  '  Node keeps 32 MB for what is new unless it is started with',
  '  `NODE_OPTIONS=--max-semi-space-size=1`.',
  '- **Encoders** write a call of 20,000 contacts with ten fields each, down to bytes.',
  '- **Small calls** are `getUserData`. The peers keep their connections, also where they do not by themselves.',
  '- **An import** is timed inside of a fresh process, which imports nothing else.',
  '- **The first call of a process** is timed once its modules are loaded and its client is made. Over standard',
  "  SOAP it reads and understands the service's WSDL first. The peer posts the same bytes and reads text.",
  '- **Packages** are what `npm ls --all` lists after the tarballs of transport-rest and of all that it needs',
  '  were installed in a blank project. **The bundle** is minified, for Node, by esbuild.',
  '- **The gateway** is asked by a client that writes ready bytes to its sockets.',
  '',
  '## Repeat it',
  '',
  '```sh',
  'pnpm bench                             # everything; writes this page',
  'pnpm bench --json figures.json         # the figures as data, too',
  'pnpm bench --figures "rest,small"      # only figures whose names hold one of these texts',
  'pnpm bench --quick                     # a tenth of the contacts and calls, fewer rounds',
  'pnpm bench --anew                      # forgets what a stopped run had measured',
  '```',
  '',
  'A run that is stopped with Ctrl-C goes on where it ended when the same command is given again, as long as',
  'neither the code nor the machine has changed. A figure that misses its goal prints where its time or size',
  'goes, where that can be told. A run of chosen figures or a quick one leaves this page as it is. PHP with',
  'its extension soap, and Python 3, are measured where they are installed.',
  '',
];
