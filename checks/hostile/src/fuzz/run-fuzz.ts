import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { readCorpus } from './corpus.ts';
import type { Decoder } from './decoder.ts';
import { makeDecoders } from './decoders.ts';
import { runTask } from './run-task.ts';
import type { FuzzFailure } from './task.ts';

/** What to run. */
export interface FuzzOptions {
  readonly seed: number;
  /** How many inputs, over all decoders that take part. */
  readonly inputs: number;
  /** The one decoder to run. @default all */
  readonly decoder?: string | undefined;
  /** The one input to run again, by its number. @default all */
  readonly index?: number | undefined;
  /** Told how many inputs are done, now and then. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface FuzzReport {
  readonly inputs: number;
  readonly failures: readonly FuzzFailure[];
}

/** Inputs that one worker reads before another takes over. */
const batch = 20_000;
const packages = fileURLToPath(new URL('../../../../packages/', import.meta.url));

/**
 * Feeds spoiled documents and noise to every decoder.
 *
 * @throws Error when there is no decoder of that name
 */
export async function runFuzz(options: FuzzOptions): Promise<FuzzReport> {
  const chosen = makeDecoders(readCorpus(packages)).filter(
    ({ name }) => options.decoder === undefined || name === options.decoder,
  );
  if (chosen.length === 0) throw new Error(`there is no decoder ${options.decoder}`);
  const tasks = tasksFor(chosen, options);
  const inputs = tasks.reduce((sum, { count }) => sum + count, 0);
  const failures: FuzzFailure[] = [];
  let done = 0;
  const waiting = [...tasks];
  const work = async (): Promise<void> => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
      failures.push(...(await runTask({ ...task, seed: options.seed, packages })));
      done += task.count;
      options.onProgress?.(done, inputs);
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
  return { inputs, failures };
}

interface Portion {
  readonly decoder: string;
  readonly first: number;
  readonly count: number;
}

function tasksFor(decoders: readonly Decoder[], { inputs, index }: FuzzOptions): Portion[] {
  if (index !== undefined) {
    return decoders.map(({ name }) => ({ decoder: name, first: index, count: 1 }));
  }
  const shares = decoders.reduce((sum, { share }) => sum + share, 0);
  return decoders.flatMap(({ name, share }) => {
    const total = Math.ceil((inputs * share) / shares);
    return Array.from({ length: Math.ceil(total / batch) }, (_, part) => ({
      decoder: name,
      first: part * batch,
      count: Math.min(batch, total - part * batch),
    }));
  });
}
