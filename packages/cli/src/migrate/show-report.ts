import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { type MigrationReport, reportHtml, reportText } from '@egoi-client/migrate';
import { CommandError } from '../command-error.ts';
import { dataStream } from '../output/data-stream.ts';
import type { Session } from '../session.ts';
import type { ReportCommandOptions } from './migrate-options.ts';

/**
 * Prints a report, as JSON with what belongs to it, and writes its page where one is wished.
 *
 * @param title of the page
 * @param more members of the JSON beside the report's own
 * @throws CommandError where `--fail-on` says so, or the page cannot be written
 */
export async function showReport(
  { output }: Session,
  report: MigrationReport,
  title: string,
  more: Readonly<Record<string, unknown>>,
  { html, failOn }: ReportCommandOptions,
): Promise<void> {
  if (html === '-') {
    if (output.isResultAlone) throw pageBesideResult;
    await writeAll(dataStream(process.stdout), reportHtml(report, title));
  } else {
    if (html !== undefined) await writePage(html, reportHtml(report, title));
    output.read({ ...report, ...more }, () => reportText(report, output));
    if (html !== undefined) output.note(`The page is in ${html}`);
  }
  const reason = failOn === undefined ? undefined : reasonToFail(report, failOn);
  if (reason !== undefined) throw new CommandError(reason, [], 'incomplete');
}

const pageBesideResult = new CommandError(
  '--html - prints the page, and another form of the report was asked for',
  ['Give the page a file: --html report.html'],
);

async function writeAll(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

async function writePage(path: string, page: string): Promise<void> {
  try {
    await writeFile(path, page);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandError(`the page cannot be written to ${path} (${code ?? 'unknown reason'})`, [
      'Give --html a file in a folder that is there and that you may write to.',
    ]);
  }
}

function reasonToFail(
  { counts, methods }: MigrationReport,
  failOn: NonNullable<ReportCommandOptions['failOn']>,
): string | undefined {
  const refused = counts.refused + counts.unknown;
  if (refused > 0) return `${refused} of the methods are refused or unknown`;
  const losing = methods.filter(({ losses }) =>
    losses.some(({ needsLeave }) => needsLeave || failOn === 'losses'),
  );
  if (failOn === 'refused' || losing.length === 0) return undefined;
  return failOn === 'leave'
    ? `${losing.length} of the methods have losses that need leave`
    : `${losing.length} of the methods have losses`;
}
