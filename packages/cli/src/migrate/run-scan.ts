import { reportOfFindings, scanFolder } from '@egoi-client/migrate';
import { CommandError } from '../command-error.ts';
import { showProgress } from '../output/progress.ts';
import type { Session } from '../session.ts';
import type { ScanCommandOptions } from './migrate-options.ts';
import { showReport } from './show-report.ts';

/** Finds the calls in sources, and reports on them. */
export async function runScan(
  session: Session,
  folder: string,
  options: ScanCommandOptions,
): Promise<void> {
  const { output, signal } = session;
  const { minConfidence, vendor, timeLimit } = options;
  const progress = showProgress(output, 'files', undefined);
  const { findings, files, skipped, isComplete } = await scanFolder(folder, {
    signal,
    ...(minConfidence === undefined ? {} : { minConfidence }),
    ...(vendor === undefined ? {} : { includeVendor: vendor }),
    ...(timeLimit === undefined ? {} : { timeLimitMs: timeLimit * 1000 }),
    onProgress: (done) => progress.reach(done, ''),
  }).finally(() => progress.stop());
  const report = reportOfFindings(findings);
  await showReport(session, report, folder, { findings, files, skipped, isComplete }, options);
  const passed = skipped.length === 0 ? '' : `, ${skipped.length} passed over (--json names them)`;
  output.note(`${files} ${files === 1 ? 'source was' : 'sources were'} looked at${passed}.`);
  if (!isComplete) {
    throw new CommandError(
      'not all sources were looked at',
      ['Give it more time with --time-limit, or a smaller folder.'],
      'incomplete',
    );
  }
}
