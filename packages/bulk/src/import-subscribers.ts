import { type EgoiClient, EgoiConfigError } from '@egoi-client/core';
import { packContacts } from './batches/pack-contacts.ts';
import type { ContactSource, ImportOptions, ImportSummary } from './contract.ts';
import { type ResolvedImportOptions, resolveImportOptions } from './import-options.ts';
import { ImportRun } from './import-run.ts';
import { openImportJournal } from './journal/import-journal.ts';
import { openRejectFile } from './journal/reject-file.ts';

/**
 * Imports contacts into a list with the fewest calls of addSubscriberBulk, and goes on where it
 * stopped when it is called again with the same journal and the same source: batches that the service
 * answered are not sent again, and a batch whose outcome nobody knows is looked up in the account first.
 *
 * Needs one read of the source and memory for one batch. The calls wait for the hour's budget where
 * the client has `quota()` among its interceptors, and are repeated where it has `retry()`.
 *
 * @param source contacts, as `readContacts` or any loop gives them
 * @returns what became of it, once every row is answered or rejected
 * @throws EgoiConfigError for wrong options, a journal of another import or one in use, and files that
 *   cannot be used; EgoiInputError for a source that changed; UndecidedBatchError, an
 *   EgoiConfigError, for a call that may have arrived where that cannot be found out; EgoiApiError when the API refuses a
 *   batch; EgoiAbortError for the signal; any other EgoiError of a call. All but the first can be resumed
 * @example
 * await importSubscribers(client, readContacts('contacts.csv'), { listID: 1, journal: 'contacts.journal' });
 */
export async function importSubscribers(
  client: EgoiClient,
  source: ContactSource,
  options: ImportOptions,
): Promise<ImportSummary> {
  const resolved = resolveImportOptions(options);
  checkSource(source);
  const journal = await openImportJournal(resolved.journal, resolved.header, resolved.spelling);
  try {
    const rejects = await openRejectFile(
      resolved.rejects,
      journal.batches.at(-1)?.rejectBytes ?? 0,
    );
    try {
      const run = new ImportRun(client, resolved, journal, rejects);
      await importAll(client, source, resolved, run);
      await rejects.sync();
      return run.summary();
    } finally {
      await rejects.close();
    }
  } finally {
    await journal.close();
  }
}

async function importAll(
  client: EgoiClient,
  source: ContactSource,
  options: ResolvedImportOptions,
  run: ImportRun,
): Promise<void> {
  const {
    batch: parameters,
    unknownFields,
    maxBatchBytes,
    maxBatchContacts,
    signal,
    spelling,
  } = options;
  const batches = packContacts(source, {
    limits: client.limits,
    parameters,
    unknownFields,
    maxBatchBytes,
    maxBatchContacts,
    packed: run.packed,
    onReject: (reject) => run.reject(reject),
    onClean: (noise) => run.clean(noise),
    onRow: (rows) => run.read(rows),
    signal,
    spelling,
  });
  for await (const batch of batches) await run.settle(batch);
}

function checkSource(source: unknown): void {
  const isLoopable =
    typeof source === 'object' &&
    source !== null &&
    (Symbol.asyncIterator in source || Symbol.iterator in source);
  if (!isLoopable) {
    throw new EgoiConfigError(
      'importSubscribers: the source must be a list or another iterable of contacts; of a file, readContacts(path) makes one',
    );
  }
}
