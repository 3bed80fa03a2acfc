import {
  type BatchParameters,
  batchParameters,
  type ContactBatch,
  type ContactSource,
  NoiseTally,
  packContacts,
  People,
  SentContacts,
} from '@egoi-client/bulk';
import { EgoiConfigError, EgoiConnectionError } from '@egoi-client/core';
import { type RequestLimits } from '@egoi-client/core/wire';
import { forgottenBatches } from './forgotten-batches.ts';
import { isDone } from './batch-record.ts';
import { heldMs, releaseHeld } from './held-batches.ts';
import type { QueuedBatch } from './import-journal.ts';
import { readStatus } from './import-status.ts';
import { jobId, type OpenImport, withImport } from './open-import.ts';
import { SharingBatches } from './sharing-batches.ts';
import { pauseUnlessAborted, orAborted } from './or-aborted.ts';
import {
  type QueuedImport,
  type QueueImportOptions,
  resolveQueueOptions,
} from './queue-options.ts';

const hourMs = 3_600_000;

/** How often a batch that the service cannot have seen is tried; with pauses of five minutes, for eight hours. */
const attempts = 100;

/**
 * Reads contacts, packs them into calls and puts them into Redis, where the workers of all machines
 * find them. Killed and called again with the same options and the same source it goes on where it
 * stopped; called again when it is done it changes nothing.
 *
 * @param client says what one call may hold; an EgoiClient with the transport that the workers use
 * @param source gives the same contacts in the same order each time
 * @throws EgoiConfigError for wrong options, and for an import of that name with other parameters or
 *   of which `maxWaiting` batches have failed; EgoiInputError or EgoiConfigError for other contacts than
 *   before; EgoiConnectionError when Redis answers with an error or has forgotten batches, which queueing
 *   again mends; EgoiAbortError when the signal fires; what the source throws. While Redis is away it waits.
 */
export async function queueImport(
  client: { readonly limits: RequestLimits },
  source: ContactSource,
  options: QueueImportOptions,
): Promise<QueuedImport> {
  const resolved = resolveQueueOptions(options);
  const parameters = batchParameters(resolved.target);
  const { callsPerHour, maxWaiting, onProgress, pollMs, signal, onReject } = resolved;
  const work = async (opened: OpenImport) => {
    const { journal, queue } = opened;
    await checkSame(opened, 'parameters', JSON.stringify(parameters));
    await queue.setGlobalRateLimit(callsPerHour, hourMs);
    const packed = unbroken(await journal.batches());
    const seal = await journal.seal();
    const queued = { rows: 0, contacts: 0, rejected: 0, batches: 0 };
    const tally = new NoiseTally();
    const packing = packContacts(source, {
      limits: client.limits,
      parameters,
      packed,
      maxBatchBytes: Math.min(resolved.maxBatchBytes, client.limits.maxBytes),
      ...resolved.packing,
      onRow: (rows) => {
        queued.rows = rows;
      },
      onClean: (noise) => tally.add(noise),
      async onReject(reject) {
        queued.rejected += 1;
        await onReject?.(reject);
      },
    });
    const { compareField } = parameters;
    const before = { sent: new SentContacts(compareField), open: new SharingBatches(compareField) };
    for await (const batch of packing) {
      if (batch.index >= packed.length) {
        if (seal !== undefined && batch.index >= seal.batches) throw otherSource(opened);
        await roomFor(opened, maxWaiting, pollMs, signal);
        if (!(await journal.noteBatch(noteOf(batch)))) throw otherSource(opened);
      }
      await addJob(opened, batch, parameters, before);
      queued.contacts += batch.contacts.length;
      queued.batches += 1;
      onProgress({ ...queued, ...tally.counts() });
    }
    const { batches, rows, rejected } = queued;
    const forgotten = await forgottenBatches(opened, batches);
    if (forgotten > 0) throw forgetful(opened, forgotten);
    await checkSame(opened, 'seal', JSON.stringify({ batches, rows, rejected }));
    return { ...queued, ...tally.counts() };
  };
  const whole = (opened: OpenImport) =>
    orAborted(work(opened), signal, 'the queueing was aborted; it can be done again');
  return await withImport(resolved, 'keep trying', whole, resolved.onRedisError);
}

/** Holds a member of the header to what an earlier call wrote there. */
async function checkSame(
  opened: OpenImport,
  member: 'parameters' | 'seal',
  text: string,
): Promise<void> {
  if ((await opened.journal.settle(member, text)) === text) return;
  if (member === 'seal') throw otherSource(opened);
  throw new EgoiConfigError(
    `${opened.queue.name}: it was begun with other parameters (list, compareField, operation or what goes with every call); take the same ones, or another importId`,
  );
}

/** The batches before the first one that Redis has forgotten; those behind it are found to be there again. */
function unbroken(batches: readonly QueuedBatch[]): readonly QueuedBatch[] {
  const gap = batches.findIndex(({ index }, place) => index !== place);
  return gap === -1 ? batches : batches.slice(0, gap);
}

function forgetful({ queue }: OpenImport, forgotten: number): EgoiConnectionError {
  return new EgoiConnectionError(
    `${queue.name}: Redis has forgotten ${forgotten} of the batches that it was given. Queue the import again with the same contacts, and let Redis keep what it is given (appendonly yes, appendfsync always)`,
    { delivery: 'not_sent' },
  );
}

function otherSource({ queue }: OpenImport): EgoiConfigError {
  return new EgoiConfigError(
    `${queue.name}: the source has other contacts than when it was queued; import them under another importId`,
  );
}

function noteOf(batch: ContactBatch): QueuedBatch {
  const { index, fromRow, rows, contacts, fingerprint, rejected } = batch;
  return { index, fromRow, rows, size: contacts.length, fingerprint, rejected };
}

/**
 * Waits until fewer batches wait than may: Redis keeps them in memory.
 *
 * @throws EgoiConfigError when as many have failed, which Redis keeps too: more would hardly fare better
 */
async function roomFor(
  opened: OpenImport,
  maxWaiting: number,
  pollMs: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  while ((await opened.queue.getJobCountByTypes('wait', 'active', 'delayed')) >= maxWaiting) {
    await throwIfFailed(opened, maxWaiting);
    await pauseUnlessAborted(pollMs, signal);
  }
  await throwIfFailed(opened, maxWaiting);
}

async function throwIfFailed(opened: OpenImport, maxWaiting: number): Promise<void> {
  const { queue } = opened;
  if ((await queue.getJobCountByTypes('failed')) === 0) return;
  const { failed } = await readStatus(opened);
  if (failed.length < maxWaiting) return;
  throw new EgoiConfigError(
    `${queue.name}: ${failed.length} batches have failed, importStatus says why; when the cause is gone, call retryImport and queue the import again`,
  );
}

/** What is known of the batches before one. */
interface BatchesBefore {
  readonly sent: SentContacts;
  readonly open: SharingBatches;
}

/** Puts a batch into the queue, where it waits for those before it that hold some of the same contacts. */
async function addJob(
  { journal, queue }: OpenImport,
  batch: ContactBatch,
  parameters: BatchParameters,
  { sent, open }: BatchesBefore,
): Promise<void> {
  const { index, contacts, origins } = batch;
  const novelty = sent.noveltyOf(contacts);
  // With updates the service counts contacts that were there, too.
  const known = parameters.operation === 2 ? 0 : sent.countOf(new People(contacts, parameters));
  sent.add(contacts);
  // The job of a batch that is done is gone; one that is still there is not added again.
  if (isDone(await journal.read(index))) return;
  for (const other of open.indexes) {
    if (isDone(await journal.read(other))) open.forget(other);
  }
  const after = open.add(index, contacts);
  const isHeld = after.length > 0 && (await queue.getJob(jobId(index))) === undefined;
  if (isHeld) await journal.hold(index, after);
  const rows = origins.map(({ row }) => row);
  await queue.add(
    'batch',
    { index, parameters, contacts, rows, ...novelty, known, after },
    {
      jobId: jobId(index),
      attempts,
      backoff: { type: 'custom' },
      removeOnComplete: true,
      removeOnFail: false,
      stackTraceLimit: 1,
      ...(isHeld ? { delay: heldMs } : {}),
    },
  );
  // What it waits for may have been done before it was there to be released.
  if (isHeld) await releaseHeld({ queue, journal });
}
