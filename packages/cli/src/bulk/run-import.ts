import { existsSync } from 'node:fs';
import {
  importSubscribers,
  type ImportSummary,
  readContacts,
  type ReadContactsOptions,
} from '@egoi-client/bulk';
import { CommandError } from '../command-error.ts';
import { connect } from '../connection/connect.ts';
import type { ConnectionOptions } from '../connection/connection-options.ts';
import { showProgress } from '../output/progress.ts';
import type { Session } from '../session.ts';
import { budget } from './budget.ts';
import { countLines } from './count-lines.ts';
import { journalOf, type ResumeOptions } from './journal-of-run.ts';

/** What `egoi import` was given. */
export interface ImportCommandOptions extends ConnectionOptions, ResumeOptions {
  readonly list: string;
  readonly compareField: string;
  readonly newOnly?: boolean;
  readonly rejects?: string;
  readonly format?: 'csv' | 'ndjson';
  readonly column?: Readonly<Record<string, string | null>>;
  readonly unknownColumns: 'refuse' | 'drop' | 'keep';
  readonly delimiter?: string;
  readonly encoding: string;
  readonly batchContacts?: number;
  readonly callsPerHour: number;
  readonly unverifiable?: 'stop' | 'repeat' | 'skip';
}

/** The service may take long over a call of 50 MB. */
const callTimeoutMs = 600_000;

/** Imports a file of contacts into a list. */
export async function runImport(
  session: Session,
  file: string,
  options: ImportCommandOptions,
): Promise<void> {
  const { output, signal } = session;
  if (!existsSync(file)) throw new CommandError(`there is no file ${file}`);
  const source = readContacts(file, readingOf(options));
  const journal = journalOf(session, 'import', file, options);
  const rejects = options.rejects ?? `${file}.rejects.ndjson`;
  const isNdjson =
    (options.format ?? (/\.(ndjson|jsonl)$/i.test(file) ? 'ndjson' : 'csv')) === 'ndjson';
  // The first line of CSV is its header.
  const total = output.isWatched ? (await countLines(file)) - (isNdjson ? 0 : 1) : 0;
  const progress = showProgress(output, 'rows', Math.max(total, 0));
  try {
    const { client } = await connect(
      session,
      { ...options, retry: options.retry ?? 3, timeout: options.timeout ?? callTimeoutMs },
      { interceptors: budget(session, options.callsPerHour, progress) },
    );
    try {
      let batches = 0;
      const work = () =>
        importSubscribers(client, source, {
          listID: options.list,
          compareField: options.compareField,
          operation: options.newOnly === true ? 1 : 2,
          journal: journal.path,
          rejects,
          unknownFields: options.unknownColumns === 'keep' ? 'send' : 'reject',
          ...(options.batchContacts === undefined
            ? {}
            : { maxBatchContacts: options.batchContacts }),
          ...(options.unverifiable === undefined ? {} : { unverifiable: options.unverifiable }),
          signal,
          onProgress: (reached) => {
            ({ batches } = reached);
            progress.reach(reached.rows, `${reached.rejected} rejected, ${reached.calls} calls`);
          },
        });
      const summary = await journal.during(work, () => batches > 0);
      progress.stop();
      tell(session, summary, rejects);
    } finally {
      await client.close();
    }
  } finally {
    progress.stop();
  }
}

function readingOf(options: ImportCommandOptions): ReadContactsOptions {
  const { format, column, delimiter, unknownColumns, encoding } = options;
  return {
    unknownColumns,
    encoding,
    ...(format === undefined ? {} : { format }),
    ...(column === undefined ? {} : { columns: column }),
    ...(delimiter === undefined ? {} : { delimiter }),
  };
}

function tell({ output }: Session, summary: ImportSummary, rejects: string): void {
  const { rows, contacts, rejected, cleaned, noise, calls, taken, found, repeated } = summary;
  const kinds = Object.entries(noise).map(([kind, count]) => `${kind} ${count}`);
  const value = { ...summary, rejects: rejected === 0 ? undefined : rejects };
  output.result(value, () =>
    [
      `${contacts} contacts of ${rows} rows are in; this run made ${calls} calls.`,
      ...(cleaned === 0
        ? []
        : [`${cleaned} contacts were cleaned of what is no part of a value: ${kinds.join(', ')}.`]),
      ...(taken === undefined || taken === contacts
        ? []
        : [`The service counts ${taken}: it passed over those that it has, or does not take.`]),
      ...(found === 0 ? [] : [`${found} calls of unknown outcome were found in the account.`]),
      ...(repeated === 0 ? [] : [`${repeated} calls of unknown outcome were sent again.`]),
    ].join('\n'),
  );
  if (rejected === 0) return;
  throw new CommandError(
    `${rejected} rows were rejected`,
    [`They are in ${rejects}, a line each, with the reasons.`],
    'incomplete',
  );
}
