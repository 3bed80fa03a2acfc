import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ContactSource, readContacts, type ReadContactsOptions } from '@egoi-client/bulk';
import { CommandError } from '../command-error.ts';
import type { StandardInput } from '../files/standard-input.ts';
import type { Session } from '../session.ts';
import { countLines } from './count-lines.ts';
import { spelling } from './spelling.ts';

/** How the contacts are to be read, as the command was told. */
export interface ReadingOptions {
  readonly format?: 'csv' | 'ndjson';
  readonly column?: Readonly<Record<string, string | null>>;
  readonly unknownColumns: 'refuse' | 'drop' | 'keep';
  readonly delimiter?: string;
  readonly encoding: string;
  readonly unescapeFormulas: boolean;
  readonly maxRowBytes?: number;
}

/** The contacts to import, and what goes with them. */
export interface ImportOrigin {
  readonly name: string;
  readonly source: ContactSource;
  readonly defaultJournal: string;
  readonly defaultRejects: string;
  /** What else must be done to go on. */
  readonly toGoOn: string;
  /** How many rows there are, as far as can be seen beforehand. */
  countRows(): Promise<number | undefined>;
}

/**
 * @param file its path, or `-` for the standard input
 * @throws CommandError where there is no file
 */
export function originOf({ input }: Session, file: string, options: ReadingOptions): ImportOrigin {
  return file === '-' ? standardInput(input, options) : namedFile(file, options);
}

function namedFile(file: string, options: ReadingOptions): ImportOrigin {
  if (!existsSync(file)) throw new CommandError(`there is no file ${file}`);
  const isNdjson =
    (options.format ?? (/\.(ndjson|jsonl)$/i.test(file) ? 'ndjson' : 'csv')) === 'ndjson';
  return {
    name: file,
    source: readContacts(file, readingOf(options)),
    defaultJournal: `${file}.egoi-import`,
    defaultRejects: `${file}.rejects.ndjson`,
    toGoOn: '',
    // The first line of CSV is its header.
    countRows: async () => Math.max((await countLines(file)) - (isNdjson ? 0 : 1), 0),
  };
}

function standardInput(input: StandardInput, options: ReadingOptions): ImportOrigin {
  return {
    name: 'the standard input',
    source: readContacts(input.take('import -'), { format: 'csv', ...readingOf(options) }),
    defaultJournal: 'stdin.egoi-import',
    defaultRejects: 'stdin.rejects.ndjson',
    toGoOn: ' (with the same contacts at its input)',
    countRows: () => Promise.resolve(undefined),
  };
}

/** @throws CommandError where one file is to be two things, and would be written over */
export function refuseSameFiles(files: Readonly<Record<string, string>>): void {
  const names = Object.keys(files);
  const paths = Object.values(files).map((path) => resolve(path));
  paths.forEach((path, index) => {
    const other = paths.indexOf(path);
    if (other === index) return;
    throw new CommandError(`${names[other]} and ${names[index]} are one file`, [
      'Give each a file of its own.',
    ]);
  });
}

function readingOf(options: ReadingOptions): ReadContactsOptions {
  const { format, column, delimiter, unknownColumns, encoding, maxRowBytes } = options;
  return {
    unknownColumns,
    encoding,
    unescapeFormulas: options.unescapeFormulas,
    spelling,
    ...(format === undefined ? {} : { format }),
    ...(column === undefined ? {} : { columns: column }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(maxRowBytes === undefined ? {} : { maxRowBytes }),
  };
}
