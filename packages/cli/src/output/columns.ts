import type { Output } from './output.ts';
import { cellWidth, padded, shortened } from './cells.ts';

/** A column of a table, as wide as it is. */
export interface Column {
  readonly name: string;
  readonly cells: readonly string[];
  /** Numbers stand at the right, and are never shortened. @default false */
  readonly isNumber?: boolean;
  /** What somebody types again is never shortened either. @default false */
  readonly isWhole?: boolean;
  /** Tells which row it is: it gets room first and is left out last. @default false */
  readonly isTelling?: boolean;
}

/** A table that fits. */
export interface FittedTable {
  readonly header: string;
  readonly rows: readonly string[];
  /** Names of the columns for which there was no room. */
  readonly leftOut: readonly string[];
  /** How many columns were kept. */
  readonly kept: number;
  /** Whether a cell was shortened. */
  readonly isShortened: boolean;
}

const gap = '  ';

/** Below that a text says nothing any more. */
const leastWidth = 10;

/** Most addresses and titles can be told apart by so much. */
const leastTelling = 24;

interface Measured extends Column {
  readonly natural: number;
  readonly least: number;
}

/**
 * Fits columns into a width: texts are shortened, and columns left out where even that is too much.
 *
 * @param width of the terminal; without one everything is shown as it is
 */
export function fitColumns(columns: readonly Column[], width = Infinity): FittedTable {
  const all = columns.map(measure);
  const kept = keepWhatFits(all, width);
  const widths = widthsOf(kept, width - gap.length * (kept.length - 1));
  const lineOf = (cells: readonly string[]) =>
    cells
      .map((cell, index) => {
        const room = widths[index] ?? 0;
        return padded(shortened(cell, room), room, kept[index]?.isNumber);
      })
      .join(gap)
      .trimEnd();
  const count = Math.max(0, ...kept.map(({ cells }) => cells.length));
  return {
    header: lineOf(kept.map(({ name }) => name)),
    rows: Array.from({ length: count }, (_, row) =>
      lineOf(kept.map(({ cells }) => cells[row] ?? '')),
    ),
    leftOut: all.filter((column) => !kept.includes(column)).map(({ name }) => name),
    kept: kept.length,
    isShortened: kept.some(({ natural }, index) => natural > (widths[index] ?? 0)),
  };
}

/** What is left of a terminal for lines below a title, which begin with two blanks. */
export function roomInside({ room }: Output): number | undefined {
  return room === undefined ? undefined : room - 2;
}

function measure(column: Column): Measured {
  // One by one: a list may have more rows than a call takes arguments.
  const natural = column.cells.reduce(
    (widest, cell) => Math.max(widest, cellWidth(cell)),
    cellWidth(column.name),
  );
  const { isNumber = false, isWhole = isNumber, isTelling = false } = column;
  const least = isWhole ? natural : Math.min(natural, isTelling ? leastTelling : leastWidth);
  return { ...column, natural, least };
}

function keepWhatFits(columns: readonly Measured[], width: number): Measured[] {
  const kept = [...columns];
  const isTooWide = () =>
    kept.reduce((sum, { least }) => sum + least + gap.length, -gap.length) > width;
  while (kept.length > 1 && isTooWide()) {
    const lesser = kept.findLastIndex(({ isTelling = false }) => !isTelling);
    kept.splice(lesser === -1 ? kept.length - 1 : lesser, 1);
  }
  return kept;
}

/** Each has what it needs, or as much as the others that need more; those that tell the row come first. */
function widthsOf(columns: readonly Measured[], width: number): number[] {
  const widths = columns.map(({ least }) => least);
  let room = Math.max(0, width - widths.reduce((sum, least) => sum + least, 0));
  for (const isFirst of [true, false]) {
    const wanting = columns
      .map(({ natural, least, isTelling = false }, index) => ({
        index,
        isTelling,
        more: natural - least,
      }))
      .filter(({ isTelling }) => isTelling === isFirst)
      .toSorted((a, b) => a.more - b.more);
    wanting.forEach(({ index, more }, turn) => {
      const share = Math.min(more, Math.floor(room / (wanting.length - turn)));
      widths[index] = (widths[index] ?? 0) + share;
      room -= share;
    });
  }
  return widths.map((least) => Math.min(least, Math.max(1, width)));
}
