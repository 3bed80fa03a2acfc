import { readCorpus } from './corpus.ts';
import type { Decoder } from './decoder.ts';
import { makeDecoders } from './decoders.ts';
import { seededRandom, seedOf } from '@egoi-client/conformance/support/random';
import type { FuzzTask, WorkerMessage } from './task.ts';

const objectMembers = Reflect.ownKeys(Object.prototype).length;
/** After so many the rest would say nothing new. */
const mostFailures = 10;

// Runs the inputs of one task and says of each, before it is read, which one it is: the watchdog
// outside can then name the one that never ends.
process.once('message', (task: FuzzTask) => void runTask(task));

async function runTask({ seed, decoder: name, first, count, packages }: FuzzTask): Promise<void> {
  const decoder = makeDecoders(readCorpus(packages)).find((candidate) => candidate.name === name);
  if (decoder === undefined) throw new Error(`there is no decoder ${name}`);
  let failures = 0;
  for (let index = first; index < first + count && failures < mostFailures; index += 1) {
    tell(index);
    const what = await failureOf(decoder, seedOf(seed, name, index));
    if (what === undefined) continue;
    failures += 1;
    tell({ index, what });
  }
  await decoder.close?.();
  process.disconnect();
}

async function failureOf(decoder: Decoder, seed: number): Promise<string | undefined> {
  try {
    const wrong = await decoder.run(seededRandom(seed));
    if (wrong !== undefined) return wrong;
    return Reflect.ownKeys(Object.prototype).length === objectMembers
      ? undefined
      : 'Object.prototype was changed';
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

function tell(message: WorkerMessage): void {
  process.send?.(message);
}
