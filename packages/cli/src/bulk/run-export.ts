import { existsSync } from 'node:fs';
import { exportSubscribers } from '@egoi-client/bulk';
import { CommandError } from '../command-error.ts';
import { connect } from '../connection/connect.ts';
import type { ConnectionOptions } from '../connection/connection-options.ts';
import { showProgress } from '../output/progress.ts';
import type { Session } from '../session.ts';
import { budget } from './budget.ts';
import { journalOf, type ResumeOptions } from './journal-of-run.ts';

/** What `egoi export` was given. */
export interface ExportCommandOptions extends ConnectionOptions, ResumeOptions {
  readonly list: string;
  readonly overwrite?: boolean;
  readonly format?: 'csv' | 'ndjson';
  readonly columns?: readonly string[];
  readonly escapeFormulas: boolean;
  readonly pageSize: number;
  readonly callsPerHour: number;
}

/** Writes the contacts of a list into a file. */
export async function runExport(
  session: Session,
  file: string,
  options: ExportCommandOptions,
): Promise<void> {
  const { output, signal } = session;
  const { list, format, columns, escapeFormulas, pageSize, callsPerHour } = options;
  const journal = journalOf(session, 'export', file, options);
  if (options.resume !== true && options.overwrite !== true && existsSync(file)) {
    throw new CommandError(`there is a file ${file} already`, ['To write it anew: --overwrite']);
  }
  const progress = showProgress(output, 'contacts', undefined);
  try {
    const { client } = await connect(
      session,
      { ...options, retry: options.retry ?? 3 },
      { interceptors: budget(session, callsPerHour, progress) },
    );
    try {
      let read = 0;
      const work = () =>
        exportSubscribers(client, {
          listID: list,
          file,
          journal: journal.path,
          escapeFormulas,
          pageSize,
          ...(format === undefined ? {} : { format }),
          ...(columns === undefined ? {} : { columns }),
          signal,
          onProgress: ({ contacts, pages }) => {
            read = pages;
            progress.reach(contacts, `${pages} pages`);
          },
        });
      const summary = await journal.during(work, () => read > 0);
      progress.stop();
      const { contacts, bytes, pages } = summary;
      output.result(
        { ...summary, file },
        () => `${contacts} contacts are in ${file} (${bytes} bytes); this run read ${pages} pages.`,
      );
    } finally {
      await client.close();
    }
  } finally {
    progress.stop();
  }
}
