import type { EgoiClient } from '@egoi-client/core';
import type { ContactBatch, PackedBatch, RejectedRow } from './batch-contract.ts';
import { countsOf, isDoubtful } from './batch-state.ts';
import type { Noise } from './cleaning/noise.ts';
import { NoiseTally } from './cleaning/noise-tally.ts';
import type { ImportProgress, ImportSummary } from './contract.ts';
import { Delivery } from './deliver-batch.ts';
import { SentContacts } from './doubt/sent-contacts.ts';
import type { ResolvedImportOptions } from './import-options.ts';
import type { ImportJournal, JournaledBatch } from './journal/import-journal.ts';
import type { RejectFile } from './journal/reject-file.ts';
import { rowReasons } from './row-reasons.ts';

const rowsPerReport = 10_000;

/** One run of an import: settles batch after batch, and counts. */
export class ImportRun {
  readonly #client: EgoiClient;
  readonly #options: ResolvedImportOptions;
  readonly #journal: ImportJournal;
  readonly #rejects: RejectFile;
  readonly #sent: SentContacts;
  readonly #delivery: Delivery;
  /** The last batch that the journal had when the run began. */
  readonly #lastKnown: JournaledBatch | undefined;
  readonly #cleaned = new NoiseTally();
  readonly #counts = { rows: 0, contacts: 0, taken: 0, rejected: 0, unknown: 0, batches: 0 };
  /** Rows that were read and cannot be sent, of which some may belong to batches to come. */
  #unsendable = 0;
  #unsendableCounted = 0;
  #read = 0;

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
    this.#sent = new SentContacts(options.batch.compareField);
    this.#delivery = new Delivery({ client, options, journal, rejects, sent: this.#sent });
    this.#lastKnown = journal.batches.at(-1);
  }

  /** The batches of the runs before. */
  get packed(): readonly PackedBatch[] {
    return this.#journal.batches;
  }

  /** Takes note of a row that cannot be sent. */
  async reject(reject: RejectedRow): Promise<void> {
    this.#unsendable += 1;
    const last = this.#lastKnown;
    const isNew = last === undefined || reject.row >= last.fromRow + last.rows;
    if (isNew || !this.#rejects.isComplete) await this.#rejects.add(reject);
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
    try {
      await this.#delivery.deliver(batch);
    } catch (error) {
      if (isDoubtful(this.#journal.batches[batch.index]?.state)) {
        this.#count(batch);
        this.#report();
      }
      throw error;
    }
    const known = this.#journal.batches[batch.index];
    // What was written about the last batch was cut off when the file was opened.
    const isNew = batch.index >= (this.#lastKnown?.index ?? 0);
    if (known !== undefined && (isNew || !this.#rejects.isComplete)) {
      await this.#tellRows(batch, known);
    }
    const absent = new Set(known?.passedOver?.absent);
    this.#sent.add(
      batch.contacts.filter((_contact, place) => !absent.has(batch.origins[place]?.row ?? -1)),
    );
    this.#count(batch);
    this.#counts.batches += 1;
    this.#counts.contacts += batch.contacts.length;
    this.#report();
  }

  summary(): ImportSummary {
    const { batches } = this.#journal;
    // Who has only taken note of contacts counts what was sent, and not what it took.
    const isCounted = this.#client.limits.isQueued !== true;
    const counts = batches.flatMap(({ count }) =>
      count === undefined || !isCounted ? [] : [count],
    );
    // Rows behind the last contact belong to no batch.
    this.#counts.rejected += this.#unsendable - this.#unsendableCounted;
    this.#counts.rows = this.#read;
    const progress = this.#progress();
    this.#options.onProgress(progress);
    return {
      ...progress,
      ...this.#cleaned.counts(),
      counted: counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0),
      found: batches.filter(({ state }) => state === 'found').length,
      repeated: batches.filter(({ repeats }) => repeats > 0).length,
    };
  }

  /** Writes the rows into the reject file that are not in the list, or may not be. */
  async #tellRows({ contacts, origins }: ContactBatch, outcome: JournaledBatch): Promise<void> {
    const reasons = rowReasons(
      outcome,
      origins.map(({ row }) => row),
    );
    if (reasons.size === 0) return;
    for (const [place, origin] of origins.entries()) {
      const problem = reasons.get(origin.row);
      if (problem === undefined) continue;
      const problems = [{ path: 'contact', problem }];
      await this.#rejects.add({ ...origin, problems, contact: contacts[place] });
    }
  }

  #count(batch: ContactBatch): void {
    const known = this.#journal.batches[batch.index];
    const counts = known && countsOf(known, batch.contacts.length);
    if (counts === undefined) return;
    this.#counts.rows = batch.fromRow + batch.rows;
    this.#counts.taken += counts.taken;
    this.#counts.rejected += counts.rejected + batch.rejected;
    this.#counts.unknown += counts.unknown;
    this.#unsendableCounted += batch.rejected;
  }

  #report(): void {
    this.#options.onProgress(this.#progress());
  }

  #progress(): ImportProgress {
    return { ...this.#counts, calls: this.#delivery.calls };
  }
}
