import { groupedLosses, lossWords } from './grouped-losses.ts';
import { shortened } from './shortened.ts';
import type { MethodReport, MigrationReport } from './migration-report.ts';

/** How the words of a report are set. */
export interface TextStyle {
  /** Columns of the terminal. */
  readonly width: number;
  readonly bold: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
}

/** A text without any style. */
const plainStyle: TextStyle = {
  width: 80,
  bold: (text) => text,
  faint: (text) => text,
  good: (text) => text,
  bad: (text) => text,
};

/** Places that are named for each method; of more it is told how many there are. */
const mostPlaces = 20;

/** The report as a text for people, each method with what becomes of it and what to change. */
export function reportText(report: MigrationReport, style: TextStyle = plainStyle): string {
  const summary = wrapped(summaryText(report), style.width, 0);
  return [summary, ...report.methods.map((method) => methodText(method, report, style))].join(
    '\n\n',
  );
}

/** What a report says in all, in a sentence or two. */
export function summaryText({ of, basis, counts }: MigrationReport): string {
  const { methods, calls, exact, withLosses, refused, unknown } = counts;
  if (methods === 0)
    return of === 'record' ? 'The record holds no call.' : 'No call of API v2 was found.';
  const what =
    of === 'record'
      ? `${counted(calls, 'call')} of`
      : `${counted(calls, 'place')} in the sources, for`;
  const verdicts = [
    `${exact} exact over API v3`,
    `${withLosses} with losses`,
    `${refused} refused`,
    ...(unknown === 0 ? [] : [`${unknown} that API v2 does not have`]),
  ];
  const foreseen = basis === 'told' ? '' : ' Losses are foreseen from the parameters.';
  return `${what} ${counted(methods, 'method')}: ${verdicts.join(', ')}.${foreseen}`;
}

function counted(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

function methodText(report: MethodReport, { of }: MigrationReport, style: TextStyle): string {
  const { method, verdict, count, wires, refusal, cost, refusedCalls, places } = report;
  const colour =
    verdict === 'exact' ? style.good : verdict === 'with losses' ? style.bold : style.bad;
  const times = of === 'record' ? counted(count, 'call') : counted(count, 'place');
  const over = wires.length === 0 ? '' : ` over ${wires.join(', ')}`;
  const lines = [
    `${style.bold(shortened(method))}: ${colour(verdictWords(verdict))}, ${times}${over}`,
  ];
  const add = (text: string, indent = 2) => lines.push(wrapped(text, style.width, indent));
  if (refusal !== undefined) add(`Why: ${refusal.reason}.`);
  for (const { kind, calls } of refusedCalls)
    add(`${counted(calls, 'call')} refused: ${shortened(kind)}.`);
  if (cost !== undefined) {
    const measured = cost.measured === undefined ? '' : `, ${cost.measured} on the average here`;
    const further = cost.further === undefined ? '' : `; further: ${cost.further}`;
    add(`Requests of API v3 for a call: ${cost.requests}${measured}${further}.`);
  }
  const groups = groupedLosses(report);
  if (groups.length > 0) lines.push('  Losses:');
  for (const group of groups) {
    add(`${group.names.join(', ')} (${lossWords(group)}): ${group.reason}.`, 4);
  }
  const changes = groups.length > 0 ? groups.map(({ change }) => change) : report.changes;
  lines.push('  To change:');
  for (const change of changes) add(change, 4);
  if (places.length > 0) lines.push('  Places:');
  for (const { file, line, confidence } of places.slice(0, mostPlaces)) {
    lines.push(
      `    ${shortened(file, 400)}:${line}  ${style.faint(`sure to ${Math.round(confidence * 100)}%`)}`,
    );
  }
  if (places.length > mostPlaces) lines.push(`    and ${places.length - mostPlaces} more`);
  return lines.join('\n');
}

/** A verdict in words that stand by themselves. */
export function verdictWords(verdict: MethodReport['verdict']): string {
  return verdict === 'unknown' ? 'no method of API v2' : verdict;
}

/** Breaks a text at blanks. */
function wrapped(text: string, width: number, indent: number): string {
  const margin = ' '.repeat(indent);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && indent + line.length + 1 + word.length > width) {
      lines.push(margin + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, margin + line].join('\n');
}
