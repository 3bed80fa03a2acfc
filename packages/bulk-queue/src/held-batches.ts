import { jobId, type OpenImport } from './open-import.ts';

/** How long a held batch waits at most before it is looked at again: in practice it is released long before. */
export const heldMs = 86_400_000;

/**
 * Puts the held batches into the queue whose predecessors are done. Done after every turn, and now and
 * then by every worker: one that died may have settled a batch and released nothing.
 */
export async function releaseHeld({
  queue,
  journal,
}: Pick<OpenImport, 'queue' | 'journal'>): Promise<void> {
  for (const [index, after] of await journal.held()) {
    if (await journal.areDone([index])) {
      await journal.release(index);
      continue;
    }
    if (!(await journal.areDone(after))) continue;
    const job = await queue.getJob(jobId(index));
    // Another worker may have been quicker.
    if (job !== undefined && (await job.isDelayed())) await job.promote().catch(() => undefined);
  }
}

/** Batches that cannot go on, since one before them has failed that holds some of the same contacts. */
export function stuckBehind(
  held: ReadonlyMap<number, readonly number[]>,
  failed: ReadonlySet<number>,
): Map<number, number> {
  const stuck = new Map<number, number>();
  for (const [index, after] of [...held].toSorted(([one], [other]) => one - other)) {
    const cause = after.find((other) => failed.has(other) || stuck.has(other));
    if (cause !== undefined) stuck.set(index, stuck.get(cause) ?? cause);
  }
  return stuck;
}
