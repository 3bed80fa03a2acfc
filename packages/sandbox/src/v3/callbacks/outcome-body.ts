import type { WorkOutcome } from '../../account/work/account-work.ts';

/** What a `callback_url` gets: of an import its four counts and no file, of an export or a report the address of its file. */
export function outcomeBody(outcome: WorkOutcome): Readonly<Record<string, string | number>> {
  return 'counts' in outcome ? { ...outcome.counts, file: '' } : { file: outcome.file };
}
