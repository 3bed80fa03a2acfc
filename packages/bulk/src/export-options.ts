import { extname } from 'node:path';
import { EgoiConfigError, option, resolveOptions } from '@egoi-client/core';
import type { ExportOptions, ExportProgress } from './export-contract.ts';

/** Options of an export with their defaults. */
export interface ResolvedExportOptions {
  readonly listID: string;
  readonly file: string;
  readonly format: 'ndjson' | 'csv';
  readonly columns?: readonly string[] | undefined;
  readonly escapeFormulas: boolean;
  readonly journal?: string | undefined;
  readonly pageSize: number;
  readonly callTimeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress: (progress: ExportProgress) => void;
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
  file: option.text(),
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
  escapeFormulas: option.flag(true),
  journal: option.text().optional(),
  pageSize: option.count(1000, 1, 1000),
  callTimeoutMs: option.timeMs(86_400_000),
  signal: option
    .custom<AbortSignal>((value) => value instanceof AbortSignal, 'must be an AbortSignal')
    .optional(),
  onProgress: option.callback<(progress: ExportProgress) => void>(() => {}),
};

/** @throws EgoiConfigError for wrong or unknown options, and a file whose name tells no format */
export function resolveExportOptions(options: ExportOptions): ResolvedExportOptions {
  const resolved = resolveOptions('exportSubscribers', shape, options);
  const format = resolved.format ?? formats.get(extname(resolved.file).toLowerCase());
  if (format === undefined) {
    throw new EgoiConfigError(
      `exportSubscribers: '${extname(resolved.file)}' tells no format; give format: 'csv' or 'ndjson'`,
    );
  }
  return { ...resolved, format };
}
