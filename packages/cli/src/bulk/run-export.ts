import { existsSync } from 'node:fs';
import { type ExportOptions, exportSubscribers, type ExportSummary } from '@egoi-client/bulk';
import { CommandError } from '../command-error.ts';
import { connect } from '../connection/connect.ts';
import type { ConnectionOptions } from '../connection/connection-options.ts';
import { dataStream } from '../output/data-stream.ts';
import { showProgress } from '../output/progress.ts';
import type { Session } from '../session.ts';
import { budget } from './budget.ts';
import { journalOf, type ResumeOptions, type RunJournal } from './journal-of-run.ts';
import { spelling } from './spelling.ts';

/** What `egoi export` was given. */
export interface ExportCommandOptions extends ConnectionOptions, ResumeOptions {
  readonly list: string;
  readonly overwrite?: boolean;
  readonly format?: 'csv' | 'ndjson';
  readonly columns?: readonly string[];
  readonly unknownColumns?: 'refuse' | 'write';
  readonly escapeFormulas: boolean;
  readonly excel?: boolean;
  readonly bom?: boolean;
  readonly delimiter?: string;
  readonly lineEnds?: 'crlf' | 'lf';
  readonly pageSize: number;
  readonly callsPerHour: number;
}

/** Where the contacts go, and how the work on it is kept. */
interface Destination extends Pick<ExportOptions, 'file' | 'journal' | 'format'> {
  readonly name: string;
  readonly isStream: boolean;
  readonly during: RunJournal['during'];
}

/** Writes the contacts of a list into a file, or to the standard output. */
export async function runExport(
  session: Session,
  file: string,
  options: ExportCommandOptions,
): Promise<void> {
  const { output, signal } = session;
  const { list, escapeFormulas, pageSize, callsPerHour } = options;
  const { name, isStream, during, ...destination } =
    file === '-' ? standardOutput(session, options) : namedFile(session, file, options);
  // Contacts on a terminal and a bar in between would be read by nobody.
  const isShown = isStream && process.stdout.isTTY;
  const progress = showProgress(
    isShown ? { ...output, isWatched: false } : output,
    'contacts',
    undefined,
  );
  try {
    const { client, close } = await connect(
      session,
      { ...options, retry: options.retry ?? 3 },
      { interceptors: budget(session, callsPerHour, progress) },
    );
    try {
      const work = () =>
        exportSubscribers(client, {
          ...destination,
          ...formOf(options),
          listID: list,
          escapeFormulas,
          pageSize,
          signal,
          spelling,
          onProgress: ({ contacts, pages }) => progress.reach(contacts, `${pages} pages`),
        });
      const summary = await during(work);
      progress.stop();
      tell(session, summary, name, isStream);
    } finally {
      await close();
    }
  } finally {
    progress.stop();
  }
}

/** @throws CommandError for options that only a file can have */
function standardOutput(
  { output }: Session,
  { resume, journal, overwrite, format }: ExportCommandOptions,
): Destination {
  if (output.isResultAlone && !output.json) {
    throw new CommandError('--output and --select are for the summary, and - prints the contacts', [
      'Name a file, or choose with --columns and --format.',
    ]);
  }
  if (resume === true || journal !== undefined || overwrite === true) {
    throw new CommandError('an export to the standard output cannot be resumed', [
      'Leave --resume, --journal and --overwrite away, or name a file.',
    ]);
  }
  return {
    name: 'the standard output',
    isStream: true,
    file: dataStream(process.stdout),
    format: format ?? 'csv',
    during: (work) => work(),
  };
}

/** @throws CommandError for a file that is there already, and for a journal that does not fit */
function namedFile(session: Session, file: string, options: ExportCommandOptions): Destination {
  const defaultJournal = `${file}.egoi-export`;
  const subject = { what: 'export', name: file, defaultJournal, toGoOn: '' } as const;
  const journal = journalOf(session, subject, options);
  if (options.resume !== true && options.overwrite !== true && existsSync(file)) {
    throw new CommandError(`there is a file ${file} already`, ['To write it anew: --overwrite']);
  }
  return {
    name: file,
    isStream: false,
    file,
    journal: journal.path,
    ...(options.format === undefined ? {} : { format: options.format }),
    during: journal.during,
  };
}

function formOf(options: ExportCommandOptions): Partial<ExportOptions> {
  const { columns, unknownColumns, excel = false, bom, lineEnds } = options;
  const byteOrderMark = bom ?? (excel ? true : undefined);
  // Where a comma is written in decimals, spreadsheets part columns by semicolons.
  const delimiter = options.delimiter ?? (excel ? ';' : undefined);
  return {
    ...(columns === undefined ? {} : { columns }),
    ...(unknownColumns === undefined ? {} : { unknownColumns }),
    ...(byteOrderMark === undefined ? {} : { byteOrderMark }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(lineEnds === undefined ? {} : { lineEnds }),
  };
}

function tell({ output }: Session, summary: ExportSummary, name: string, isStream: boolean): void {
  const { contacts, bytes, pages, leftOut } = summary;
  const text = [
    `${contacts} contacts are in ${name} (${bytes} bytes); this run read ${pages} pages.`,
    ...(leftOut.length === 0
      ? []
      : [
          `Fields without a column: ${leftOut.join(', ')}. To have them too, name them: --columns … --unknown-columns write`,
        ]),
  ].join('\n');
  const value = { ...summary, file: name };
  if (!isStream) output.result(value, () => text);
  else if (output.json) output.warn(JSON.stringify(value));
  else output.note(text);
}
