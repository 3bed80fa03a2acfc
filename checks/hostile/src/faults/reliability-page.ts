import { EgoiError, EgoiHttpError, mayRepeat } from '@egoi-client/core';
import { faultWires } from '@egoi-client/conformance/support/fault-wires';
import type { Outcome } from './outcome.ts';
import type { Cell } from './run-cell.ts';
import type { FaultRow, FaultSection } from './run-faults.ts';

const begin = '<!-- The tables are written by `pnpm faults --write`. -->';
const end = '<!-- End of the tables. -->';

/**
 * The page with the tables of a run in the place of those that it had.
 *
 * @throws Error for a page that has no place for them
 */
export function withTables(page: string, sections: readonly FaultSection[]): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from === -1 || to < from) throw new Error('the page has no place for the tables');
  const tables = sections.map(({ title, rows }) => `### ${title}\n\n${tableOf(rows)}`).join('\n\n');
  return `${page.slice(0, from)}${begin}\n\n${tables}\n\n${page.slice(to)}`;
}

function tableOf(rows: readonly FaultRow[]): string {
  const head = ['what happens', 'you get', 'delivery', 'to be repeated'];
  const wires = faultWires.map(({ name }) => name);
  const lines = [[...head, ...wires], ...rows.map(lineOf)];
  const widths = lines[0]?.map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  const [first = '', ...rest] = lines.map(
    (line) => `| ${line.map((text, column) => text.padEnd(widths?.[column] ?? 0)).join(' | ')} |`,
  );
  const rule = `| ${(widths ?? []).map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [first, rule, ...rest].join('\n');
}

function lineOf({ fault, cells }: FaultRow): string[] {
  const { name, note } = fault;
  const [usual] = cells;
  const { gets, delivery, repeat } = describe(usual?.outcome ?? 'never settled');
  const what = note === undefined ? name : `${name} (${note})`;
  const marks = faultWires.map(({ name: wire }) =>
    markOf(
      cells.find((cell) => cell.wire === wire),
      gets,
    ),
  );
  return [what, gets, delivery, repeat, ...marks];
}

function markOf(cell: Cell | undefined, usual: string): string {
  if (cell === undefined) return '–';
  const { outcome, problems } = cell;
  if (problems.length > 0) return '✗';
  const { gets } = describe(outcome);
  return gets === usual ? '✓' : gets;
}

interface Description {
  readonly gets: string;
  readonly delivery: string;
  /** Which calls may be made again of themselves. */
  readonly repeat: string;
}

function describe(outcome: Outcome): Description {
  if (outcome === 'never settled') return { gets: outcome, delivery: '', repeat: '' };
  if ('value' in outcome) return { gets: 'the value', delivery: '', repeat: '' };
  const { error } = outcome;
  if (!(error instanceof EgoiError)) return { gets: 'a foreign error', delivery: '', repeat: '' };
  const status = error instanceof EgoiHttpError ? `, ${error.status}` : '';
  const reads = mayRepeat(error, 'read') ? 'reads' : 'no';
  return {
    gets: `\`${error.name}\`${status}`,
    delivery: `\`${error.delivery}\``,
    repeat: mayRepeat(error, 'write') ? 'any call' : reads,
  };
}
