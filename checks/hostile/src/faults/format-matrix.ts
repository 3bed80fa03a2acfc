import { faultWires } from '@egoi-client/conformance/support/fault-wires';
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
      const marks = cells.map(({ wire, problems: found }) =>
        (found.length === 0 ? '✓' : '✗').padEnd(wire.length),
      );
      lines.push(`  ${fault.name.padEnd(width)}${marks.join('  ')}`.trimEnd());
      for (const { wire, problems: found } of cells) {
        problems.push(...found.map((problem) => `${fault.name}, ${wire}: ${problem}`));
      }
    }
  }
  const { all, good } = countCells(sections);
  return [...lines, ...problems, `faults: ${good} of ${all}`].join('\n');
}
