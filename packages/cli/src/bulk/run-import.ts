import {
  type ImportProgress,
  importSubscribers,
  type ImportSummary,
  UndecidedBatchError,
} from '@egoi-client/bulk';
import { CommandError } from '../command-error.ts';
import { connect } from '../connection/connect.ts';
import type { ConnectionOptions } from '../connection/connection-options.ts';
import { showProgress } from '../output/progress.ts';
import type { Session } from '../session.ts';
import { budget } from './budget.ts';
import { compareFieldNamed } from './compare-field.ts';
import { originOf, type ReadingOptions, refuseSameFiles } from './import-origin.ts';
import { journalOf, resumeCommand, type ResumeOptions } from './journal-of-run.ts';
import { spelling } from './spelling.ts';

/** What `egoi import` was given. */
export interface ImportCommandOptions extends ConnectionOptions, ResumeOptions, ReadingOptions {
  readonly list: string;
  readonly compareField: string;
  readonly newOnly?: boolean;
  readonly rejects?: string;
  readonly batchContacts?: number;
  readonly callsPerHour: number;
  readonly probes?: number;
  readonly confirm?: boolean;
  readonly unverifiable?: 'stop' | 'repeat' | 'skip';
}

/** The service may take long over a call of 50 MB. */
const callTimeoutMs = 600_000;

/** Imports a file of contacts, or what comes from the standard input, into a list. */
export async function runImport(
  session: Session,
  file: string,
  options: ImportCommandOptions,
): Promise<void> {
  const { output, signal } = session;
  const compareField = compareFieldNamed(options.compareField);
  const origin = originOf(session, file, options);
  const { name, source, defaultJournal, toGoOn, defaultRejects } = origin;
  const journal = journalOf(session, { what: 'import', name, defaultJournal, toGoOn }, options);
  const rejects = options.rejects ?? defaultRejects;
  refuseSameFiles({ [name]: file, '--journal': journal.path, '--rejects': rejects });
  const total = output.isWatched ? await origin.countRows() : undefined;
  const progress = showProgress(output, 'rows', total);
  try {
    const { client, close } = await connect(
      session,
      { ...options, retry: options.retry ?? 3, timeout: options.timeout ?? callTimeoutMs },
      {
        interceptors: budget(session, options.callsPerHour, progress),
        // Answers are not shown, and that they count what was sent is said at the end.
        tells: (loss) => loss.kind !== 'field' && !['result', 'count'].includes(loss.name),
      },
    );
    try {
      let reached: ImportProgress | undefined;
      const work = () =>
        importSubscribers(client, source, {
          listID: options.list,
          compareField,
          operation: options.newOnly === true ? 1 : 2,
          journal: journal.path,
          rejects,
          spelling,
          unknownFields: options.unknownColumns === 'keep' ? 'send' : 'reject',
          ...(options.batchContacts === undefined
            ? {}
            : { maxBatchContacts: options.batchContacts }),
          ...(options.probes === undefined ? {} : { probes: options.probes }),
          confirm: options.confirm === true,
          ...(options.unverifiable === undefined ? {} : { unverifiable: options.unverifiable }),
          signal,
          onProgress: (now) => {
            reached = now;
            progress.reach(now.rows, `${now.rejected} rejected, ${now.calls} calls`);
          },
        }).catch((error: unknown) => {
          progress.stop();
          if (reached !== undefined && reached.rows > 0) {
            output.note(`egoi: so far ${countsIn(reached)}`);
          }
          throw inOwnWords(error, `${resumeCommand(session.words)}${toGoOn}`);
        });
      const summary = await journal.during(work);
      progress.stop();
      tell(session, summary, rejects, {
        isQueued: client.limits.isQueued === true,
        isConfirmed: options.confirm === true,
      });
    } finally {
      await close();
    }
  } finally {
    progress.stop();
  }
}

/** Rows are taken, rejected or unknown, so that the numbers add up. */
function countsIn({ rows, taken, rejected, unknown }: ImportProgress): string {
  return `${rows} rows: ${taken} taken, ${rejected} rejected, ${unknown} unknown`;
}

/** The options of this command in place of the library's. */
function inOwnWords(error: unknown, goOn: string): unknown {
  if (!(error instanceof UndecidedBatchError)) return error;
  const { fromRow, rows, reason } = error;
  return new CommandError(
    `nobody knows whether the service took rows ${fromRow + 1} to ${fromRow + rows}: ${reason}`,
    [
      `To send them again, which may reach people twice: ${goOn} --unverifiable repeat`,
      `To leave them and have them told as unknown: ${goOn} --unverifiable skip`,
    ],
    'incomplete',
  );
}

function tell(
  { output }: Session,
  summary: ImportSummary,
  rejects: string,
  { isQueued, isConfirmed }: { readonly isQueued: boolean; readonly isConfirmed: boolean },
): void {
  const { rejected, unknown, cleaned, noise, calls, found, repeated } = summary;
  const kinds = Object.entries(noise).map(([kind, count]) => `${kind} ${count}`);
  const isFlawless = rejected + unknown === 0;
  const value = { ...summary, isQueued, rejects: isFlawless ? undefined : rejects };
  output.result(value, () =>
    [
      `${countsIn(summary)}; this run made ${calls} calls.`,
      ...(isQueued && !isConfirmed
        ? [
            'The account has accepted those that are taken and works them off in its turn. It tells nobody which it passes over then: --confirm looks. What still waits: egoi call getOperationsQueue',
          ]
        : []),
      ...(cleaned === 0
        ? []
        : [`${cleaned} contacts were cleaned of what is no part of a value: ${kinds.join(', ')}.`]),
      ...(found === 0 ? [] : [`${found} calls of unknown outcome were found in the account.`]),
      ...(repeated === 0 ? [] : [`${repeated} calls of unknown outcome were sent again.`]),
    ].join('\n'),
  );
  if (isFlawless) return;
  const flaws = [
    ...(rejected === 0 ? [] : [`${rejected} rows were rejected`]),
    ...(unknown === 0 ? [] : [`of ${unknown} rows nobody knows whether the list has them`]),
  ];
  throw new CommandError(
    flaws.join(', '),
    [
      `They are in ${rejects}, a line each, with the reasons, as far as it is known which they are.`,
    ],
    'incomplete',
  );
}
