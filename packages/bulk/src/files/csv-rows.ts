import { Readable } from 'node:stream';
import { type Parser, parse } from 'csv-parse';
import { EgoiError, EgoiInputError, type WireObject } from '@egoi-client/core';
import { setMember } from '@egoi-client/core/wire';
import { ContactRow } from '../contact-row.ts';
import type { ContactFile } from './contact-file.ts';
import { type CsvHead, readHead } from './csv-head.ts';
import { type Column, columnsOf } from './csv-header.ts';
import { withoutGuard } from './formula-guard.ts';
import { readText } from './read-text.ts';

/** The rows of a CSV file with a header. */
export async function* csvRows(file: ContactFile): AsyncGenerator<ContactRow, void> {
  const pieces = readText(file);
  try {
    const head = await readHead(pieces, file);
    if (head === undefined) throw unreadable('the file is empty; it needs a header row');
    const parser = rowParser(head.delimiter, file);
    const text = Readable.from(joined(head, pieces));
    text.on('error', (error) => parser.destroy(error));
    text.pipe(parser);
    try {
      for await (const row of parser) yield row as ContactRow;
    } catch (error) {
      throw error instanceof EgoiError ? error : unreadable((error as Error).message);
    } finally {
      text.destroy();
      parser.destroy();
    }
  } finally {
    await pieces.return();
  }
}

async function* joined(head: CsvHead, rest: AsyncIterable<string>): AsyncGenerator<Buffer, void> {
  yield Buffer.from(head.text);
  for await (const piece of rest) if (piece !== '') yield Buffer.from(piece);
}

function rowParser(delimiter: string, file: ContactFile): Parser {
  const { maxRowBytes, spelling } = file;
  let columns: readonly Column[] | undefined;
  const parser: Parser = parse({
    delimiter,
    max_record_size: maxRowBytes,
    // Programs that add rows to a file of another system end them in their own way.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // Ana "Nini" Silva is a name; the quotes are part of it.
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    skip_records_with_error: true,
    on_record(values, { lines }) {
      if (columns === undefined) columns = columnsOf(values, file);
      else parser.push(rowOf(values, columns, lines, file));
      return null;
    },
    on_skip(error) {
      const { lines } = parser.info;
      const problem =
        error?.code === 'CSV_MAX_RECORD_SIZE'
          ? `the row that ends in line ${lines} is longer than the ${maxRowBytes} bytes of ${spelling('maxRowBytes')}; a quote may be left open`
          : 'cannot be read as CSV; a quote is left open in this line or above';
      // The parser has lost its place after a row that is too long, and cannot go on without a header.
      if (columns === undefined || error?.code === 'CSV_MAX_RECORD_SIZE') {
        parser.destroy(unreadable(problem));
      } else parser.push(new ContactRow(null, lines, problem));
      return undefined;
    },
  });
  return parser;
}

/**
 * The contact of a row. Spreadsheets leave empty cells at the end out, or write more of them than there
 * are columns; only text where no column is says that something went wrong.
 */
function rowOf(
  values: readonly string[],
  columns: readonly Column[],
  endLine: number,
  { unescapeFormulas }: ContactFile,
): ContactRow {
  const contact: WireObject = {};
  const homeless: number[] = [];
  values.forEach((value, index) => {
    const column = columns[index] ?? 'nameless';
    if (value === '' || column === 'left out') return;
    if (column !== 'nameless') {
      setMember(contact, column.field, unescapeFormulas ? withoutGuard(value) : value);
    } else if (value.trim() !== '') homeless.push(index + 1);
  });
  const breaks = values.reduce((sum, value) => sum + lineBreaksIn(value), 0);
  const line = endLine - breaks;
  if (homeless.length === 0) return new ContactRow(contact, line);
  const span = breaks > 0 ? ` (it goes on to line ${endLine}; a quote may be left open)` : '';
  const places = homeless.slice(0, 5).join(', ');
  const problem = `has text where the header has no column: in cell ${places} of ${values.length}${span}`;
  return new ContactRow(contact, line, problem);
}

function lineBreaksIn(text: string): number {
  return text.includes('\n') || text.includes('\r') ? text.split(/\r\n|\n|\r/).length - 1 : 0;
}

function unreadable(problem: string): EgoiInputError {
  return new EgoiInputError([{ path: 'source', problem }], { method: 'addSubscriberBulk' });
}
