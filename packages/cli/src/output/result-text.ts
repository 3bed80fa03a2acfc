import type { ResultForm } from './result-form.ts';
import { type TableLook, valueTable } from './value-table.ts';

/** What is printed of a result. */
export interface ResultText {
  readonly text: string;
  /** A word beside it, where there is one. */
  readonly note?: string;
}

/** Where and how a result is printed. */
export interface ResultPlace extends TableLook {
  readonly isTerminal: boolean;
  /** Whether `--json` was given. */
  readonly isJson: boolean;
}

/**
 * A whole result in a form.
 *
 * @param words what people read, where the command has words of its own
 */
export function textOfResult(
  value: unknown,
  words: (() => string) | undefined,
  { format, csvOf }: ResultForm,
  place: ResultPlace,
): ResultText {
  if (place.isJson) return { text: oneLine(value) };
  if (format === 'json') return { text: indented(value) };
  if (format === 'ndjson') return { text: rowsOf(value).map(oneLine).join('\n') };
  if (csvOf !== undefined) return { text: csvOf(rowsOf(value)) };
  if (words !== undefined) return { text: words() };
  const table = format === 'table' || place.isTerminal ? valueTable(value, place) : undefined;
  return table ?? { text: indented(value) };
}

/**
 * What an expression picked, in a form: texts as they are unless JSON is asked for.
 *
 * @param given JSON texts
 */
export function textOfSelected(
  given: readonly string[],
  { format, csvOf }: ResultForm,
  place: ResultPlace,
): ResultText {
  const isRaw = !place.isJson && format === undefined;
  if (isRaw) return { text: given.map(withoutQuotes).join('\n') };
  if (place.isJson || format === 'json') return { text: given.join('\n') };
  const values = given.map((text) => JSON.parse(text) as unknown);
  const [first] = values;
  const picked = values.length === 1 ? first : values;
  if (format === 'ndjson') return { text: rowsOf(picked).map(oneLine).join('\n') };
  if (csvOf !== undefined) return { text: csvOf(rowsOf(picked)) };
  return valueTable(picked, place) ?? { text: given.map(withoutQuotes).join('\n') };
}

/** Whether what an expression gives is read by a person, who wants it on several lines. */
export function isIndented({ format }: ResultForm, { isJson, isTerminal }: ResultPlace): boolean {
  return !isJson && (format === 'json' || (format === undefined && isTerminal));
}

function withoutQuotes(text: string): string {
  return text.startsWith('"') ? (JSON.parse(text) as string) : text;
}

/** A list, also where an object holds nothing else: the contacts of subscriberData. */
function rowsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const members = typeof value === 'object' && value !== null ? Object.values(value) : [];
  const [only] = members;
  return members.length === 1 && Array.isArray(only) ? only : [value];
}

function oneLine(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}

function indented(value: unknown): string {
  return JSON.stringify(value, undefined, 2) ?? 'null';
}
