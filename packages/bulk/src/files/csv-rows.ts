import { Readable } from 'node:stream';
import { type Parser, parse } from 'csv-parse';
import { EgoiError, EgoiInputError, setMember, type WireObject } from '@egoi-client/core';
import { ContactRow } from '../contact-row.ts';
import { delimiterOf, fieldsOf } from './csv-header.ts';
import type { ResolvedReadOptions } from './read-options.ts';
import { readText } from './read-text.ts';

/** The rows of a CSV file with a header. */
export async function* csvRows(
  path: string,
  options: ResolvedReadOptions,
): AsyncGenerator<ContactRow, void> {
  const pieces = readText(path, options.encoding);
  try {
    const head = await readHead(pieces, options.maxRowBytes);
    if (head.trim() === '') throw unreadable('the file is empty; it needs a header row');
    const header = /^[^\r\n]*/.exec(head)?.[0] ?? '';
    const parser = rowParser(options.delimiter ?? delimiterOf(header), options);
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

/** The first pieces, up to the end of the header. */
async function readHead(pieces: AsyncGenerator<string, void>, maxLength: number): Promise<string> {
  let head = '';
  while (!/[\r\n]/.test(head) && head.length <= maxLength) {
    const { value, done } = await pieces.next();
    if (done === true) break;
    head += value;
  }
  return head;
}

async function* joined(head: string, rest: AsyncIterable<string>): AsyncGenerator<Buffer, void> {
  if (head !== '') yield Buffer.from(head);
  for await (const piece of rest) if (piece !== '') yield Buffer.from(piece);
}

function rowParser(delimiter: string, options: ResolvedReadOptions): Parser {
  let fields: (string | null)[] | undefined;
  const parser: Parser = parse({
    delimiter,
    max_record_size: options.maxRowBytes,
    relax_column_count: true,
    // Ana "Nini" Silva is a name; the quotes are part of it.
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    skip_records_with_error: true,
    on_record(values, { lines }) {
      if (fields === undefined) fields = fieldsOf(values, options);
      else parser.push(rowOf(values, fields, lines));
      return null;
    },
    on_skip(error) {
      const { lines } = parser.info;
      const problem =
        error?.code === 'CSV_MAX_RECORD_SIZE'
          ? `the row that ends in line ${lines} is longer than the ${options.maxRowBytes} bytes of maxRowBytes; a quote may be left open`
          : 'cannot be read as CSV; a quote is left open in this line or above';
      // The parser has lost its place after a row that is too long, and cannot go on without a header.
      if (fields === undefined || error?.code === 'CSV_MAX_RECORD_SIZE') {
        parser.destroy(unreadable(problem));
      } else parser.push(new ContactRow(null, lines, problem));
      return undefined;
    },
  });
  return parser;
}

function rowOf(
  values: readonly string[],
  fields: readonly (string | null)[],
  endLine: number,
): ContactRow {
  const contact: WireObject = {};
  for (let index = 0; index < fields.length; index += 1) {
    const field = fields[index];
    const value = values[index];
    if (field !== null && field !== undefined && value !== undefined && value !== '') {
      setMember(contact, field, value);
    }
  }
  const breaks = values.reduce((sum, value) => sum + lineBreaksIn(value), 0);
  const line = endLine - breaks;
  if (values.length === fields.length) return new ContactRow(contact, line);
  const span = breaks > 0 ? ` (it goes on to line ${endLine}; a quote may be left open)` : '';
  const problem = `has ${values.length} values where the header has ${fields.length} columns${span}`;
  return new ContactRow(contact, line, problem);
}

function lineBreaksIn(text: string): number {
  return text.includes('\n') || text.includes('\r') ? text.split(/\r\n|\n|\r/).length - 1 : 0;
}

function unreadable(problem: string): EgoiInputError {
  return new EgoiInputError([{ path: 'source', problem }], { method: 'addSubscriberBulk' });
}
