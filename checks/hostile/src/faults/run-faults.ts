import { setImmediate } from 'node:timers/promises';
import { inspect } from 'node:util';
import { faultGroups } from './all-faults.ts';
import type { Fault, FaultGroup } from './fault.ts';
import { type FaultWire, faultWires } from '@egoi-client/conformance/support/fault-wires';
import { type Cell, runCell } from './run-cell.ts';

/** One fault, on every wire on which it can happen. */
export interface FaultRow {
  readonly fault: Fault;
  readonly cells: readonly Cell[];
}

/** What came of one group of rows. */
export interface FaultSection {
  readonly title: FaultGroup['title'];
  readonly rows: readonly FaultRow[];
}

/** Runs the whole matrix, row by row. */
export async function runFaults(): Promise<readonly FaultSection[]> {
  const sections: FaultSection[] = [];
  for (const { title, faults } of faultGroups) {
    const rows: FaultRow[] = [];
    for (const fault of faults) rows.push(await runFault(fault));
    sections.push({ title, rows });
  }
  return sections;
}

/** The wires on which a fault can happen, in the order of the columns. */
export function wiresOf({ wires }: Fault): readonly FaultWire[] {
  return faultWires.filter(({ name }) => wires?.includes(name) ?? true);
}

/** Runs one row, its wires at the same time. What nobody handles counts against each of them. */
export async function runFault(fault: Fault): Promise<FaultRow> {
  const strays: string[] = [];
  const note = (reason: unknown) => strays.push(`nobody handled ${inspect(reason)}`);
  process.on('unhandledRejection', note);
  process.on('uncaughtException', note);
  try {
    const cells = await Promise.all(wiresOf(fault).map((wire) => runCell(fault, wire)));
    // Rejections are told after the turn in which they happened.
    await setImmediate();
    return { fault, cells: cells.map((cell) => withProblems(cell, strays)) };
  } finally {
    process.off('unhandledRejection', note);
    process.off('uncaughtException', note);
  }
}

function withProblems(cell: Cell, strays: readonly string[]): Cell {
  return { ...cell, problems: [...cell.problems, ...strays] };
}

/** How many cells there are, and how many of them are as they must be. */
export function countCells(sections: readonly FaultSection[]): { all: number; good: number } {
  const cells = sections.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return { all: cells.length, good: cells.filter((cell) => cell.problems.length === 0).length };
}
