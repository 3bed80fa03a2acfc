import { cellText, cellWidth, isEmptyCell, padded, shortened } from './cells.ts';
import { type Column, fitColumns } from './columns.ts';

/** A value as a person reads it. */
export interface ValueTable {
  readonly text: string;
  /** What was not shown, and how to see it. */
  readonly note: string;
}

/** What a table looks like where it is shown. */
export interface TableLook {
  /** Columns of the terminal; without one nothing is shortened. */
  readonly width?: number | undefined;
  readonly bold: (text: string) => string;
}

type Row = Readonly<Record<string, unknown>>;

/** A part of what is shown, and what of it is not. */
interface Shown {
  readonly text: string;
  readonly count?: string;
  readonly leftOut?: readonly string[];
  /** How many columns or members were left out for being empty. */
  readonly empty: number;
  readonly isShortened: boolean;
}

/** Names of members that tell which one it is. */
const tellingName =
  /^(?:[a-z]{0,4}id|listnum|hash|e?mail|title|name|nome|subject|code|method|wire)$/i;

/**
 * A list of objects as a table, one object as a line a member, with tables below for the lists in it;
 * `undefined` for any other value, which JSON shows better.
 */
export function valueTable(value: unknown, look: TableLook): ValueTable | undefined {
  const parts = isRow(value) ? partsOf(value, look) : isTable(value) ? [tableOf(value, look)] : [];
  if (parts.length === 0) return undefined;
  const empty = parts.reduce((sum, part) => sum + part.empty, 0);
  const leftOut = parts.flatMap((part) => part.leftOut ?? []);
  const isPartial = empty > 0 || leftOut.length > 0 || parts.some((part) => part.isShortened);
  return {
    text: parts.map(({ text }) => text).join('\n\n'),
    note: [
      ...parts.flatMap(({ count }) => count ?? []),
      ...(leftOut.length === 0 ? [] : [`no room for ${leftOut.join(', ')}`]),
      ...(empty === 0 ? [] : [`${empty} empty left out`]),
      ...(isPartial ? ['in full: --output json'] : []),
    ].join('; '),
  };
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTable(value: unknown): value is readonly Row[] {
  return Array.isArray(value) && value.length > 0 && value.every(isRow);
}

function isPart([, value]: readonly [string, unknown]): boolean {
  return (isTable(value) || isRow(value)) && !isEmptyCell(value);
}

/** The plain members together, and each that is a table or an object of its own. */
function partsOf(row: Row, look: TableLook): Shown[] {
  const entries = Object.entries(row);
  const plain = Object.fromEntries(entries.filter((entry) => !isPart(entry)));
  const first = recordOf(plain, look);
  const parts = entries.filter(isPart).map(([name, value]) => {
    const part = isTable(value) ? tableOf(value, look) : recordOf(value as Row, look);
    // With nothing beside it, it needs no name.
    if (entries.length === 1) return part;
    return { ...part, text: `${look.bold(cellText(name))}\n${part.text}` };
  });
  return [first, ...parts].filter(({ text }) => text !== '');
}

function tableOf(rows: readonly Row[], look: TableLook): Shown {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const filled = names.filter((name) => rows.some((row) => !isEmptyCell(member(row, name))));
  const empty = names.length - filled.length;
  const count = rows.length === 1 ? '1 row' : `${rows.length} rows`;
  const columns = filled.map((name) => columnOf(rows, name));
  const { header, rows: lines, kept, leftOut, isShortened } = fitColumns(columns, look.width);
  // With one column a table says less than each row by itself.
  if (kept === 1 && filled.length > 1) {
    const blocks = rows.map((row) => recordOf(row, look));
    return {
      text: blocks.map(({ text }) => text).join('\n\n'),
      count,
      empty,
      isShortened: blocks.some((block) => block.isShortened),
    };
  }
  return { text: [look.bold(header), ...lines].join('\n'), count, leftOut, empty, isShortened };
}

function columnOf(rows: readonly Row[], name: string): Column {
  const values = rows.map((row) => member(row, name));
  return {
    name: cellText(name),
    cells: values.map(cellText),
    isNumber: values.every((value) => typeof value === 'number' || isEmptyCell(value)),
    isTelling: tellingName.test(name),
  };
}

function recordOf(row: Row, { width = Infinity, bold }: TableLook): Shown {
  const all = Object.entries(row);
  const cells = all
    .filter(([, value]) => !isEmptyCell(value))
    .map(([name, value]) => [cellText(name), cellText(value)] as const);
  const widest = cells.reduce((most, [name]) => Math.max(most, cellWidth(name)), 0);
  const nameWidth = Math.min(widest, Math.max(leastWidth, Math.floor(width / 2)));
  const room = Math.max(leastWidth, width - nameWidth - 2);
  const lines = cells.map(
    ([name, value]) =>
      `${bold(padded(shortened(name, nameWidth), nameWidth))}  ${shortened(value, room)}`,
  );
  return {
    text: lines.join('\n'),
    empty: all.length - cells.length,
    isShortened: widest > nameWidth || cells.some(([, value]) => cellWidth(value) > room),
  };
}

const leastWidth = 8;

function member(row: Row, name: string): unknown {
  return Object.hasOwn(row, name) ? row[name] : undefined;
}
