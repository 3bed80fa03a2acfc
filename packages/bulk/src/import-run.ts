import { type EgoiClient, EgoiAbortError, EgoiApiError, EgoiConfigError } from '@egoi-client/core';
import { batchIsInAccount, type BatchPresence } from './batches/batch-in-account.ts';
import { isOutcomeUnknown, sendBatch } from './batches/send-batch.ts';
import type { Noise } from './cleaning/noise.ts';
import { NoiseTally } from './cleaning/noise-tally.ts';
import type { ContactBatch, PackedBatch, RejectedRow } from './batch-contract.ts';
import type { ImportProgress, ImportSummary } from './contract.ts';
import type { ResolvedImportOptions } from './import-options.ts';
import { type ImportJournal, isSettled } from './journal/import-journal.ts';
import type { RejectFile } from './journal/reject-file.ts';

/** How often one run sends a batch whose calls end in the unknown and that is not in the account. */
const maxSends = 3;
const rowsPerReport = 10_000;

/** One run of an import: settles batch after batch, and counts. */
export class ImportRun {
  readonly #client: EgoiClient;
  readonly #options: ResolvedImportOptions;
  readonly #journal: ImportJournal;
  readonly #rejects: RejectFile;
  readonly #startedAt: number;
  /** The first row that no batch of the journal had when the run began. */
  readonly #freshRow: number;
  readonly #cleaned = new NoiseTally();
  #rows = 0;
  #read = 0;
  #contacts = 0;
  #rejected = 0;
  #batches = 0;
  #calls = 0;

  constructor(
    client: EgoiClient,
    options: ResolvedImportOptions,
    journal: ImportJournal,
    rejects: RejectFile,
  ) {
    this.#client = client;
    this.#options = options;
    this.#journal = journal;
    this.#rejects = rejects;
    this.#startedAt = options.now();
    const last = journal.batches.at(-1);
    this.#freshRow = last === undefined ? 0 : last.fromRow + last.rows;
  }

  /** The batches of the runs before. */
  get packed(): readonly PackedBatch[] {
    return this.#journal.batches;
  }

  /** Takes note of a row that cannot be sent. */
  async reject(reject: RejectedRow): Promise<void> {
    this.#rejected += 1;
    if (reject.row >= this.#freshRow || !this.#rejects.isComplete) await this.#rejects.add(reject);
  }

  /** Takes note of a contact that was cleaned. */
  clean(noise: readonly Noise[]): void {
    this.#cleaned.add(noise);
  }

  /** Takes note of how many rows were read. */
  read(rows: number): void {
    this.#read = rows;
    if (rows % rowsPerReport === 0) this.#report();
  }

  /** Sees to it that the service has a batch. */
  async settle(batch: ContactBatch): Promise<void> {
    const known = this.#journal.batches[batch.index];
    if (known === undefined || !isSettled(known)) await this.#deliver(batch);
    this.#rows = batch.fromRow + batch.rows;
    this.#contacts += batch.contacts.length;
    this.#batches += 1;
    this.#report();
  }

  summary(): ImportSummary {
    const { batches } = this.#journal;
    const counts = batches.flatMap(({ count }) => (count === undefined ? [] : [count]));
    this.#rows = this.#read;
    const progress = this.#progress();
    this.#options.onProgress(progress);
    return {
      ...progress,
      ...this.#cleaned.counts(),
      taken: counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0),
      found: batches.filter(({ state }) => state === 'found').length,
      repeated: batches.filter(({ repeats }) => repeats > 0).length,
    };
  }

  async #deliver(batch: ContactBatch): Promise<void> {
    let uncertainSince =
      this.#journal.batches[batch.index]?.state === 'sending' ? this.#startedAt : undefined;
    for (let sends = 1; ; sends += 1) {
      if (uncertainSince !== undefined && (await this.#isThere(batch, uncertainSince))) return;
      const failure = await this.#send(batch);
      if (failure === undefined) return;
      if (this.#options.signal.aborted || sends === maxSends) throw failure;
      uncertainSince = this.#options.now();
    }
  }

  /** @returns the error of a call that may have arrived. @throws that of one that did not */
  async #send(batch: ContactBatch): Promise<Error | undefined> {
    const { batch: parameters, signal, callTimeoutMs: timeoutMs, now } = this.#options;
    const { index } = batch;
    const journal = this.#journal;
    const rejectBytes = await this.#rejects.sync();
    this.#throwIfAborted();
    await journal.sending(batch, now(), rejectBytes);
    this.#calls += 1;
    let count: number | undefined;
    try {
      count = await sendBatch(this.#client, batch.contacts, parameters, { signal, timeoutMs });
    } catch (error) {
      if (isOutcomeUnknown(error)) return error instanceof Error ? error : new Error(String(error));
      if (error instanceof EgoiApiError) await journal.unsent(index, 'refused', error.wireCode);
      else await journal.unsent(index, 'not_sent');
      throw error;
    }
    await journal.answered(index, count);
    return undefined;
  }

  /** Looks up a batch whose outcome is unknown. @returns whether it need not be sent again */
  async #isThere(batch: ContactBatch, uncertainSince: number): Promise<boolean> {
    const presence = await this.#lookUp(batch, uncertainSince);
    const { index } = batch;
    const verdict = presence === 'unverifiable' ? this.#options.unverifiable : presence;
    if (verdict === 'found') await this.#journal.found(index);
    else if (verdict === 'skip') await this.#journal.skipped(index);
    else if (verdict === 'stop') throw unverifiable(batch);
    else await this.#journal.unsent(index, 'missing');
    return verdict === 'found' || verdict === 'skip';
  }

  async #lookUp(batch: ContactBatch, uncertainSince: number): Promise<BatchPresence> {
    const { batch: parameters, probes, settleMs, signal, now, wait } = this.#options;
    // Whoever sent it is gone or has given up, so the service can have begun no later than this.
    const left = settleMs - Math.max(0, now() - uncertainSince);
    if (left > 0) await wait(left, signal);
    this.#throwIfAborted();
    return batchIsInAccount(this.#client, batch.contacts, parameters, {
      probes,
      sentAt: this.#journal.batches[batch.index]?.sentAt ?? uncertainSince,
      signal,
      timeoutMs: this.#options.callTimeoutMs,
      onCall: () => {
        this.#calls += 1;
      },
    });
  }

  #throwIfAborted(): void {
    if (this.#options.signal.aborted) {
      throw new EgoiAbortError('the import was aborted; it goes on when it is called again', {
        delivery: 'not_sent',
      });
    }
  }

  #report(): void {
    this.#options.onProgress(this.#progress());
  }

  #progress(): ImportProgress {
    return {
      rows: this.#rows,
      contacts: this.#contacts,
      rejected: this.#rejected,
      batches: this.#batches,
      calls: this.#calls,
    };
  }
}

function unverifiable({ index, fromRow, rows }: ContactBatch): EgoiConfigError {
  return new EgoiConfigError(
    `nobody knows whether the service took batch ${index} (rows ${fromRow + 1} to ${fromRow + rows}), and none of its contacts has an e-mail address to look it up by. Run the import again with unverifiable: 'repeat' to send it again, which leaves contacts that are there as they are, or with 'skip' if you know that it arrived`,
  );
}
