import { faultWires } from '@egoi-client/conformance/support/fault-wires';
import type { Cell } from './run-cell.ts';
import { countCells, type FaultSection } from './run-faults.ts';

/** The matrix as text: a row a fault, a column a wire; then every problem, and the count last. */
export function formatMatrix(sections: readonly FaultSection[]): string {
  const names = sections.flatMap(({ rows }) => rows.map(({ fault }) => fault.name));
  const width = Math.max(...names.map((name) => name.length)) + 2;
  const lines = [`${''.padEnd(width)}  ${faultWires.map(({ name }) => name).join('  ')}`];
  const problems: string[] = [];
  for (const { title, rows } of sections) {
    lines.push(title);
    for (const { fault, cells } of rows) {
      const marks = faultWires.map(({ name }) => {
        const cell = cells.find(({ wire }) => wire === name);
        return (cell === undefined ? '–' : markOf(cell)).padEnd(name.length);
      });
      lines.push(`  ${fault.name.padEnd(width)}${marks.join('  ')}`.trimEnd());
      for (const { wire, problems: found } of cells) {
        problems.push(...found.map((problem) => `${fault.name}, ${wire}: ${problem}`));
      }
    }
  }
  const { all, good } = countCells(sections);
  const notThere = '–: cannot happen on that wire';
  return [...lines, notThere, ...problems, `faults: ${good} of ${all}`].join('\n');
}

function markOf({ problems }: Cell): string {
  return problems.length === 0 ? '✓' : '✗';
}
