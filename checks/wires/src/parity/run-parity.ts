import { isDeepStrictEqual } from 'node:util';
import {
  type CaseOutcome,
  conformanceCases,
  expectedOutcome,
  fixedAccount,
  isExpectedOutcome,
  type NamedCase,
  runCase,
} from '@egoi-client/conformance/cases';
import { connectBySocket, type Wire, wires } from '@egoi-client/conformance/support/targets';
import { runV3Column, type V3Column } from '@egoi-client/conformance/v3';
import { formatV3Column, v3Mark } from './v3-column.ts';

/** One case, and whether each target gave what the bare sandbox gives. */
interface ParityRow {
  readonly method: string;
  readonly case: string;
  /** By target. For the bare sandbox: whether it gave what the case says. */
  readonly equal: Readonly<Record<string, boolean>>;
}

export interface ParityReport {
  readonly targets: readonly string[];
  readonly rows: readonly ParityRow[];
  /** Cells of the matrix, and how many of them are equal. */
  readonly cells: number;
  readonly equalCells: number;
  /** The same cases over API v3, in the order of the rows. */
  readonly v3: V3Column;
}

/**
 * Runs every case of every method on a fresh account over a socket of each wire and compares the outcomes
 * strictly with the bare sandbox's, which itself must be what the case says. Over API v3, by a socket as
 * well, a case may differ in the losses that its method declares.
 */
export async function runParity(): Promise<ParityReport> {
  const targets = [...wires.map(({ name }) => name), 'sandbox'];
  const rows: ParityRow[] = [];
  for (const conformanceCase of conformanceCases) {
    const expected = await expectedOutcome(conformanceCase);
    const equal: Record<string, boolean> = {};
    for (const wire of wires) {
      const outcome = await outcomeOver(wire, conformanceCase);
      equal[wire.name] = isDeepStrictEqual(outcome, expected);
    }
    equal['sandbox'] = isExpectedOutcome(conformanceCase, expected);
    rows.push({ method: conformanceCase.method, case: conformanceCase.name, equal });
  }
  const cells = rows.flatMap(({ equal }) => Object.values(equal));
  return {
    targets,
    rows,
    cells: cells.length,
    equalCells: cells.filter((isEqual) => isEqual).length,
    v3: await runV3Column('socket'),
  };
}

async function outcomeOver(wire: Wire, conformanceCase: NamedCase): Promise<CaseOutcome> {
  const target = await connectBySocket(wire, fixedAccount());
  try {
    return await runCase(conformanceCase, target.transport);
  } finally {
    await target.close();
  }
}

/** The matrix as text: a row a case, a column a target; what is wrong over API v3 and the counts come last. */
export function formatParity(report: ParityReport): string {
  const labels = report.rows.map((row) => `${row.method}: ${row.case}`);
  const width = Math.max(...labels.map((label) => label.length));
  const lines = [`${''.padEnd(width)}  ${report.targets.join('  ')}  v3`];
  report.rows.forEach((row, index) => {
    const cells = report.targets.map((target) =>
      (row.equal[target] === true ? '=' : '≠').padEnd(target.length),
    );
    const v3 = v3Mark(report.v3.rows[index]);
    lines.push(`${(labels[index] ?? '').padEnd(width)}  ${[...cells, v3].join('  ')}`.trimEnd());
  });
  lines.push(`parity: ${report.equalCells} of ${report.cells} equal`);
  lines.push(...formatV3Column(report.v3));
  return lines.join('\n');
}
