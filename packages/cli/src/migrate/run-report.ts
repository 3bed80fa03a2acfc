import { readRecord, reportOfRecord } from '@egoi-client/migrate';
import { CommandError } from '../command-error.ts';
import type { Session } from '../session.ts';
import type { ReportCommandOptions } from './migrate-options.ts';
import { showReport } from './show-report.ts';

/** Reports on a record of a gateway. */
export async function runReport(
  session: Session,
  file: string,
  options: ReportCommandOptions,
): Promise<void> {
  const { calls, unreadLines, from, to } = await readRecord(
    file === '-' ? session.input.take('report -') : file,
  );
  const title = file === '-' ? 'the standard input' : file;
  await showReport(session, reportOfRecord(calls), title, { from, to, unreadLines }, options);
  if (unreadLines === 0) return;
  const lines = unreadLines === 1 ? '1 line' : `${unreadLines} lines`;
  throw new CommandError(
    `${lines} of the record could not be read`,
    ['A line that was torn at the end of a process is one of them. The report is of all others.'],
    'incomplete',
  );
}
