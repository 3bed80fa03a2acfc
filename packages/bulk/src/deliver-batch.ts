import {
  type EgoiClient,
  EgoiAbortError,
  EgoiApiError,
  EgoiPartialError,
  EgoiTimeoutError,
} from '@egoi-client/core';
import type { ContactBatch } from './batch-contract.ts';
import { isDoubtful, isSettled } from './batch-state.ts';
import { isOutcomeUnknown, sendBatch } from './batches/send-batch.ts';
import { queuedImports, restBetweenLooks } from './doubt/account-queue.ts';
import { type Shortfall, shortfallOf, unconfirmedOf, uncounted } from './doubt/count-shortfall.ts';
import { People } from './doubt/people.ts';
import type { SentContacts } from './doubt/sent-contacts.ts';
import { beginSurvey, continueSurvey, type Survey } from './doubt/survey.ts';
import { partlyDone, type Verdict, verdictOf } from './doubt/verdict.ts';
import type { ResolvedImportOptions } from './import-options.ts';
import type { ImportJournal, JournaledBatch } from './journal/import-journal.ts';
import type { RejectFile } from './journal/reject-file.ts';
import { UndecidedBatchError } from './undecided-batch-error.ts';

/** How often one run sends a batch whose calls end in the unknown and that is not in the account. */
const maxSends = 3;

/** With what batches are delivered. */
export interface DeliveryContext {
  readonly client: EgoiClient;
  readonly options: ResolvedImportOptions;
  readonly journal: ImportJournal;
  readonly rejects: RejectFile;
  /** The contacts of the batches before. */
  readonly sent: SentContacts;
}

/** Sees to it that the service has batches, and finds out what became of calls without an answer. */
export class Delivery {
  readonly #context: DeliveryContext;
  readonly #startedAt: number;
  #sends = 0;
  #lookups = 0;
  #lookupsOfCounts = 0;
  /** Whether no import of this one's can be waiting in the account's queue. */
  #isWorkedOff = false;

  constructor(context: DeliveryContext) {
    this.#context = context;
    this.#startedAt = context.options.now();
  }

  /** Calls made so far. */
  get calls(): number {
    return this.#sends + this.#lookups;
  }

  /** @throws EgoiError when the batch is not settled; it is gone on with when the import is run again */
  async deliver(batch: ContactBatch): Promise<void> {
    if (!isSettled(this.#known(batch)?.state)) await this.#send(batch);
    await this.#accountFor(batch);
  }

  #known({ index }: ContactBatch): JournaledBatch | undefined {
    return this.#context.journal.batches[index];
  }

  async #send(batch: ContactBatch): Promise<void> {
    let doubtSince = isDoubtful(this.#known(batch)?.state) ? this.#startedAt : undefined;
    for (let sends = 1; ; sends += 1) {
      if (doubtSince !== undefined && !(await this.#isToBeSent(batch, doubtSince))) return;
      await this.#keepOrder(batch);
      const failure = await this.#call(batch);
      if (failure === undefined) return;
      if (this.#context.options.signal.aborted || sends === maxSends) throw failure;
      doubtSince = this.#context.options.now();
    }
  }

  /** @returns the error of a call that may have arrived. @throws that of one that did not */
  async #call(batch: ContactBatch): Promise<Error | undefined> {
    const { client, journal, options, rejects } = this.#context;
    const { batch: parameters, signal, callTimeoutMs: timeoutMs, now } = options;
    const { index, contacts, origins } = batch;
    const left = new Set(this.#known(batch)?.left);
    const rejectBytes = await rejects.sync();
    this.#throwIfAborted();
    await journal.sending(batch, now(), rejectBytes);
    this.#sends += 1;
    let count: number | undefined;
    try {
      const present =
        left.size === 0
          ? contacts
          : contacts.filter((_contact, place) => !left.has(origins[place]?.row ?? -1));
      count = await sendBatch(client, present, parameters, { signal, timeoutMs });
    } catch (error) {
      if (error instanceof EgoiPartialError) {
        await journal.partly(index);
        throw error;
      }
      if (isOutcomeUnknown(error)) return error instanceof Error ? error : new Error(String(error));
      if (error instanceof EgoiApiError) await journal.refused(index, error.wireCode);
      else await journal.notSent(index);
      throw error;
    }
    await journal.answered(index, count);
    this.#isWorkedOff = false;
    return undefined;
  }

  /**
   * An account that works imports off after its answers may take them in another order: contacts of
   * earlier batches are sent once those are done, so that no older row overwrites a newer one.
   */
  async #keepOrder({ contacts }: ContactBatch): Promise<void> {
    const { client, options, sent } = this.#context;
    const { signal, callTimeoutMs: timeoutMs, probes, wait } = options;
    if (client.limits.isQueued !== true || this.#isWorkedOff) return;
    if (sent.noveltyOf(contacts).repeats === 0) return;
    let awaited: readonly string[] | undefined;
    for (let looks = 0; looks < probes; looks += 1) {
      this.#throwIfAborted();
      this.#lookups += 1;
      const queued = await queuedImports(client, { signal, timeoutMs });
      awaited = (awaited ?? queued).filter((id) => queued.includes(id));
      if (awaited.length === 0) {
        this.#isWorkedOff = true;
        return;
      }
      await wait(restBetweenLooks(looks), signal);
    }
    throw new EgoiTimeoutError(
      'the account does not come to an end with the imports in its queue, behind which the next contacts must come; run the import again later',
      { timeoutMs, delivery: 'not_sent' },
    );
  }

  /** Finds out about a batch that may have arrived. @returns whether it is to be sent again */
  async #isToBeSent(batch: ContactBatch, doubtSince: number): Promise<boolean> {
    const { journal, options } = this.#context;
    const { settleMs, signal, now, wait, unverifiable } = options;
    const { index, contacts } = batch;
    // Whoever sent it is gone or has given up, so the service can have begun no later than this.
    const restMs = settleMs - Math.max(0, now() - doubtSince);
    if (restMs > 0) await wait(restMs, signal);
    const isPartly = this.#known(batch)?.state === 'partly';
    const verdict = isPartly ? partlyDone : await this.#verdictOf(batch);
    if (verdict.kind === 'found') {
      await journal.found(index);
      return false;
    }
    if (verdict.kind === 'unknown' && unverifiable === 'stop') {
      throw new UndecidedBatchError(batch, verdict.reason);
    }
    const left = rowsAt(batch, verdict.left);
    const isAnyoneThere =
      new Set([...left, ...(this.#known(batch)?.left ?? [])]).size < contacts.length;
    if ((verdict.kind === 'unknown' && unverifiable === 'skip') || !isAnyoneThere) {
      await journal.skipped(index);
      return false;
    }
    await journal.missing(index, left);
    return true;
  }

  async #verdictOf(batch: ContactBatch): Promise<Verdict> {
    const { options, sent } = this.#context;
    const { contacts } = batch;
    const { batch: parameters, probes } = options;
    const people = new People(contacts, parameters);
    const novelty = sent.noveltyOf(contacts);
    const survey = await this.#survey(batch, people, novelty.witnesses, probes);
    return verdictOf({ contacts, people, parameters, ...novelty }, survey);
  }

  /** Finds out which contacts the service did not take, where it counts fewer than were sent or none at all. */
  async #accountFor(batch: ContactBatch): Promise<void> {
    const { client, journal, options, sent } = this.#context;
    const { batch: parameters, probes } = options;
    const known = this.#known(batch);
    if (known?.state !== 'answered' || known.passedOver !== undefined) return;
    if (client.limits.isQueued === true) {
      if (options.confirm) await this.#confirm(batch, known);
      return;
    }
    // Whoever counts that many has taken every row: the usual case is decided without a look at any.
    const { count = Number.POSITIVE_INFINITY } = known;
    if (count >= batch.contacts.length) return;
    const { places, people } = this.#sentOf(batch, known);
    const isSure = journal.batches.every(
      ({ state, passedOver }) => state !== 'skipped' && (passedOver?.unknown ?? 0) === 0,
    );
    const old = isSure ? sent.countOf(people) : 0;
    const missing = uncounted(count, people, parameters, old);
    if (missing === 0) return;
    // Looking may take as many calls as sending did, so that it cannot draw out a long import by more.
    const most = Math.min(probes, Math.max(probes, this.#sends) - this.#lookupsOfCounts);
    const before = this.#lookups;
    const survey = most < 1 ? undefined : await this.#survey(batch, people, [], most);
    this.#lookupsOfCounts += this.#lookups - before;
    await this.#passedOver(batch, places, shortfallOf(missing, people, parameters, survey));
  }

  /** Looks for the contacts of a batch once the account has worked it off. */
  async #confirm(batch: ContactBatch, known: JournaledBatch): Promise<void> {
    const { places, people } = this.#sentOf(batch, known);
    const survey = await this.#survey(batch, people, [], this.#context.options.probes);
    await this.#passedOver(batch, places, unconfirmedOf(people, survey));
  }

  /** The contacts that a batch was last sent with, and their places in it. */
  #sentOf(batch: ContactBatch, known: JournaledBatch) {
    const left = new Set(known.left);
    const isSent = (place: number) => !left.has(batch.origins[place]?.row ?? -1);
    const contacts = batch.contacts.filter((_contact, place) => isSent(place));
    return {
      places: [...batch.contacts.keys()].filter(isSent),
      people: new People(contacts, this.#context.options.batch),
    };
  }

  /** @param places of the contacts that the shortfall numbers */
  async #passedOver(
    batch: ContactBatch,
    places: readonly number[],
    { absent, unchanged, left, unknown }: Shortfall,
  ): Promise<void> {
    const rows = (those: readonly number[]) =>
      rowsAt(
        batch,
        those.flatMap((place) => places[place] ?? []),
      );
    await this.#context.journal.passedOver(batch.index, {
      absent: rows(absent),
      unchanged: rows(unchanged),
      left: rows(left),
      unknown,
    });
  }

  async #survey(
    batch: ContactBatch,
    people: People,
    witnesses: readonly number[],
    maxCalls: number,
  ): Promise<Survey | undefined> {
    const { client, options } = this.#context;
    const { batch: parameters, signal, callTimeoutMs: timeoutMs, now, wait } = options;
    const sentAt = this.#known(batch)?.sentAt ?? now();
    const { isQueued } = client.limits;
    const looked = { people, parameters, witnesses, sentAt, maxCalls, isQueued };
    let survey = beginSurvey(looked);
    while (survey !== undefined && !survey.done) {
      if (survey.restMs !== undefined) await wait(survey.restMs, signal);
      this.#throwIfAborted();
      this.#lookups += 1;
      survey = await continueSurvey(client, looked, survey, { signal, timeoutMs });
    }
    // Where nobody can be looked up nobody has looked at the queue.
    if (survey !== undefined && survey.way !== 'queue') this.#isWorkedOff = true;
    return survey;
  }

  #throwIfAborted(): void {
    if (this.#context.options.signal.aborted) {
      throw new EgoiAbortError('the import was aborted; it goes on when it is called again', {
        delivery: 'not_sent',
      });
    }
  }
}

/** The rows of the source in which contacts of a batch stand. */
function rowsAt({ origins }: ContactBatch, places: readonly number[]): number[] {
  return places.flatMap((place) => origins[place]?.row ?? []);
}
