import { extname } from 'node:path';
import { Writable } from 'node:stream';
import { EgoiConfigError } from '@egoi-client/core';
import { option, resolveOptions } from '@egoi-client/core/wire';
import { columnsOf } from './export-columns.ts';
import type { ExportOptions, ExportProgress } from './export-contract.ts';
import type { TableForm } from './files/contact-lines.ts';
import { type OptionSpelling, ownSpelling } from './option-spelling.ts';

/** Options of an export with their defaults. */
export interface ResolvedExportOptions extends TableForm {
  readonly listID: string;
  readonly file: string | Writable;
  readonly format: 'ndjson' | 'csv';
  readonly columns?: readonly string[] | undefined;
  readonly journal?: string | undefined;
  readonly pageSize: number;
  readonly callTimeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress: (progress: ExportProgress) => void;
  readonly spelling: OptionSpelling;
}

const formats = new Map<string, 'ndjson' | 'csv'>([
  ['.csv', 'csv'],
  ['.ndjson', 'ndjson'],
  ['.jsonl', 'ndjson'],
]);

const shape = {
  listID: option
    .custom<number | string>(
      (value) => /^\d{1,15}$/.test(String(value)),
      'must be the number of a list',
    )
    .transform(String),
  file: option.custom<string | Writable>(
    (value) => (typeof value === 'string' && value !== '') || value instanceof Writable,
    'must be a path or a stream',
  ),
  format: option
    .custom<'ndjson' | 'csv'>(
      (value) => value === 'ndjson' || value === 'csv',
      'must be ndjson or csv',
    )
    .optional(),
  columns: option
    .custom<readonly string[]>(
      (value) =>
        Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === 'string'),
      'must be a list of names of fields',
    )
    .optional(),
  unknownColumns: option.word(['refuse', 'write'], 'refuse'),
  escapeFormulas: option.flag(true),
  byteOrderMark: option.flag(false),
  delimiter: option
    .custom<string>(
      (value) => typeof value === 'string' && /^[^"\r\n]$/u.test(value),
      'must be one character, no quote and no line break',
    )
    .default(','),
  lineEnds: option.word(['crlf', 'lf'], 'crlf'),
  journal: option.text().optional(),
  pageSize: option.count(1000, 1, 1000),
  callTimeoutMs: option.timeMs(86_400_000),
  signal: option
    .custom<AbortSignal>((value) => value instanceof AbortSignal, 'must be an AbortSignal')
    .optional(),
  onProgress: option.callback<(progress: ExportProgress) => void>(() => {}),
  spelling: option.callback<OptionSpelling>(ownSpelling),
};

const ofTables = ['byteOrderMark', 'delimiter', 'lineEnds'] as const;

/**
 * @throws EgoiConfigError for wrong or unknown options, columns that no contact has, a file whose name
 *   tells no format, and options that do not go together
 */
export function resolveExportOptions(options: ExportOptions): ResolvedExportOptions {
  const resolved = resolveOptions('exportSubscribers', shape, options);
  const { file, columns, unknownColumns, journal, spelling } = resolved;
  const extension = typeof file === 'string' ? extname(file).toLowerCase() : '';
  const format = resolved.format ?? formats.get(extension);
  if (format === undefined) {
    const what =
      typeof file === 'string' ? `'${extname(file)}' tells no format` : 'a stream has no name';
    throw new EgoiConfigError(
      `exportSubscribers: ${what}; give ${spelling('format', 'csv')} or ${spelling('format', 'ndjson')}`,
    );
  }
  if (typeof file !== 'string' && journal !== undefined) {
    throw new EgoiConfigError(
      `exportSubscribers: an export into a stream cannot go on; leave ${spelling('journal')} away`,
    );
  }
  if (format === 'ndjson') {
    const given = ofTables.filter((name) => options[name] !== undefined);
    if (given.length > 0) {
      const names = given.map((name) => spelling(name)).join(', ');
      throw new EgoiConfigError(`exportSubscribers: NDJSON has one form; leave ${names} away`);
    }
  }
  return {
    ...resolved,
    format,
    columns: columns === undefined ? undefined : columnsOf(columns, unknownColumns, spelling),
  };
}
