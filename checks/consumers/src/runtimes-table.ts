import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConsumerOutcome } from './try-consumer.ts';

const page = join(import.meta.dirname, '../../../docs/runtimes.md');

const begin = '<!-- made by pnpm consumers -->';
const end = '<!-- end of what is made -->';

/** Writes the outcomes of a whole run into the page of runtimes. */
export function writeRuntimesTable(outcomes: readonly ConsumerOutcome[]): void {
  const text = readFileSync(page, 'utf8');
  const [before] = text.split(begin);
  const after = text.split(end)[1] ?? '';
  writeFileSync(page, `${before}${begin}\n\n${tableOf(outcomes)}\n\n${end}${after}`);
}

function tableOf(outcomes: readonly ConsumerOutcome[]): string {
  const rows = outcomes.map(({ consumer: { title, kind, note }, problem }) => [
    title,
    kind,
    problem === undefined ? 'yes' : 'no',
    note,
  ]);
  const header = ['used with', 'what it is', 'works', 'how'];
  const widths = header.map((word, column) =>
    Math.max(word.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join(
    '\n',
  );
}
