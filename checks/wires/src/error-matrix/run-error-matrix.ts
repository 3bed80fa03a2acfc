import { type EgoiErrorCode, errorTable } from '@egoi-client/core';
import { accountsInTurn } from '@egoi-client/conformance/support/accounts-in-turn';
import { connectInMemory, type Wire, wires } from '@egoi-client/conformance/support/targets';
import type { Provocation } from './provocation.ts';
import { provocations } from './provocations.ts';
import { problemOf, provokedSandbox, provokeThrough } from './provoke.ts';
import { runV3Codes, type V3Code } from './run-v3-codes.ts';

/** The wires of the matrix: every protocol once, REST in its default format. */
export const matrixWires = wires.filter(({ name }) => name !== 'rest xml');

/** What one code came to on one wire: `''`, or what was wrong. */
type Cell = string;

/** One code on every wire. */
export interface ErrorRow {
  readonly code: EgoiErrorCode;
  readonly by: Provocation['by'];
  readonly isDocumented: boolean;
  /** By the name of the wire. */
  readonly cells: Readonly<Record<string, Cell>>;
  readonly v3: V3Code;
}

/** Provokes every code of the table on a fresh account behind each wire, and over API v3. */
export async function runErrorMatrix(): Promise<ErrorRow[]> {
  const codes = Object.keys(errorTable) as EgoiErrorCode[];
  const columns = await Promise.all(matrixWires.map((wire) => provokeEach(wire, codes)));
  const overV3 = await runV3Codes(codes);
  return codes.map((code, index) => ({
    code,
    by: provocations[code].by,
    isDocumented: errorTable[code].source === 'documentation',
    cells: Object.fromEntries(
      matrixWires.map(({ name }, column) => [name, columns[column]?.[index] ?? 'not provoked']),
    ),
    v3: overV3[code],
  }));
}

async function provokeEach(wire: Wire, codes: readonly EgoiErrorCode[]): Promise<Cell[]> {
  const connected = await connect(wire);
  const cells: Cell[] = [];
  for (const code of codes) {
    const provocation = provocations[code];
    cells.push(problemOf(await connected.provoke(provocation), code, provocation));
  }
  await connected.close();
  return cells;
}

/** Runs a provocation on a fresh account behind a wire, without sockets. @returns what the call rejected with */
export async function provoke(wireName: string, provocation: Provocation): Promise<unknown> {
  const wire = matrixWires.find(({ name }) => name === wireName);
  if (wire === undefined) throw new Error(`there is no wire '${wireName}'`);
  const connected = await connect(wire);
  const error = await connected.provoke(provocation);
  await connected.close();
  return error;
}

/** A wire in front of the accounts of one provocation after another. */
async function connect(wire: Wire) {
  const accounts = accountsInTurn('sandbox');
  const target = await connectInMemory(wire, accounts);
  return {
    async provoke(provocation: Provocation): Promise<unknown> {
      const sandbox = provokedSandbox(provocation);
      await accounts.goOnWith(sandbox);
      return provokeThrough(target.transport, sandbox, provocation);
    },
    close: () => target.close(),
  };
}

/** The matrix as text: a row a code, a column a wire; what went wrong follows, then what API v3 does not cause, and the counts come last. */
export function formatErrorMatrix(rows: readonly ErrorRow[]): string {
  const names = matrixWires.map(({ name }) => name);
  const width = Math.max(...rows.map(({ code }) => code.length));
  const lines = [`${'code'.padEnd(width)}  by     ${names.join('  ')}  v3`];
  for (const { code, by, cells, v3 } of rows) {
    const marks = names.map((name) => (cells[name] === '' ? '=' : '≠').padEnd(name.length));
    marks.push(v3.problem !== '' ? '≠' : v3.uncaused === undefined ? '=' : '-');
    lines.push(`${code.padEnd(width)}  ${by.padEnd(5)}  ${marks.join('  ')}`.trimEnd());
  }
  for (const { code, cells, v3 } of rows) {
    for (const [name, problem] of Object.entries({ ...cells, v3: v3.problem })) {
      if (problem !== '') lines.push(`${code} over ${name}: ${problem}`);
    }
  }
  for (const { code, v3 } of rows) {
    if (v3.uncaused !== undefined) lines.push(`v3 does not cause ${code}: ${v3.uncaused}`);
  }
  const documented = countCells(rows.filter(({ isDocumented }) => isDocumented));
  const all = countCells(rows);
  lines.push(`documented: ${documented.right} of ${documented.cells}`);
  lines.push(`errors: ${all.right} of ${all.cells}`);
  const { caused, uncaused } = countV3(rows);
  lines.push(
    `v3: ${caused.right} of ${caused.cells} codes arrive, ${uncaused.right} of ${uncaused.cells} that it does not cause do not`,
  );
  return lines.join('\n');
}

/** How many cells rows have, and how many of them are right. */
export function countCells(rows: readonly ErrorRow[]): { cells: number; right: number } {
  const cells = rows.flatMap((row) => Object.values(row.cells));
  return { cells: cells.length, right: cells.filter((problem) => problem === '').length };
}

/** How many codes API v3 causes and does not cause, and how many of each are right. */
export function countV3(rows: readonly Pick<ErrorRow, 'v3'>[]) {
  const count = (some: readonly Pick<ErrorRow, 'v3'>[]) => ({
    cells: some.length,
    right: some.filter(({ v3 }) => v3.problem === '').length,
  });
  return {
    caused: count(rows.filter(({ v3 }) => v3.uncaused === undefined)),
    uncaused: count(rows.filter(({ v3 }) => v3.uncaused !== undefined)),
  };
}
