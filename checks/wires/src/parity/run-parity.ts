import { isDeepStrictEqual } from 'node:util';
import {
  type CaseOutcome,
  conformanceCases,
  fixedAccount,
  isExpectedOutcome,
  type NamedCase,
  runCase,
} from '@egoi-client/conformance/cases';
import type { Transport } from '@egoi-client/core';
import {
  type ConnectedTarget,
  connectBySocket,
  connectInMemory,
  wires,
} from '@egoi-client/conformance/support/targets';

/** How the wires are put in front of the account. */
export type ParityMode = 'memory' | 'sockets';

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
}

/**
 * Runs every case of every method on a fresh account of each target and compares the outcomes
 * strictly with the bare sandbox's, which itself must be what the case says.
 */
export async function runParity(mode: ParityMode): Promise<ParityReport> {
  const targets = [...wires.map(({ name }) => name), 'sandbox'];
  const rows: ParityRow[] = [];
  for (const conformanceCase of conformanceCases) {
    const expected = await outcomeOf(conformanceCase, openAccount);
    const equal: Record<string, boolean> = {};
    for (const wire of wires) {
      const connect = mode === 'memory' ? connectInMemory : connectBySocket;
      const outcome = await outcomeOf(conformanceCase, () => connect(wire, fixedAccount()));
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
  };
}

async function openAccount(): Promise<ConnectedTarget> {
  const transport: Transport = fixedAccount();
  return { transport, close: async () => transport.close?.() };
}

async function outcomeOf(
  conformanceCase: NamedCase,
  open: () => Promise<ConnectedTarget>,
): Promise<CaseOutcome> {
  const target = await open();
  try {
    return await runCase(conformanceCase, target.transport);
  } finally {
    await target.close();
  }
}

/** The matrix as text: a row a case, a column a target; the count comes last. */
export function formatParity(report: ParityReport): string {
  const labels = report.rows.map((row) => `${row.method}: ${row.case}`);
  const width = Math.max(...labels.map((label) => label.length));
  const lines = [`${''.padEnd(width)}  ${report.targets.join('  ')}`];
  report.rows.forEach((row, index) => {
    const cells = report.targets.map((target) =>
      (row.equal[target] === true ? '=' : '≠').padEnd(target.length),
    );
    lines.push(`${(labels[index] ?? '').padEnd(width)}  ${cells.join('  ')}`.trimEnd());
  });
  lines.push(`parity: ${report.equalCells} of ${report.cells} equal`);
  return lines.join('\n');
}
