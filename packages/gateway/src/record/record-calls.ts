import { option, resolveOptions } from '@egoi-client/core/wire';
import type { EndedCall } from '../ended-call.ts';
import { GatheredShapes } from './gathered-shapes.ts';
import { RecordFile } from './record-file.ts';

/** How a record is kept. */
export interface RecordOptions {
  /** How often what has been gathered is written, in milliseconds, 10 to 3,600,000. @default 5000 */
  readonly flushMs?: number;
  /** Most distinct shapes that are held until they are written, 1 to 100,000; those beyond count as `(other)`. @default 2000 */
  readonly maxShapes?: number;
  /** Told when the file cannot be written to, once until it can again. What was gathered is kept. @default none */
  readonly onError?: (error: unknown) => void;
  /** Milliseconds since the epoch. @default Date.now */
  readonly now?: () => number;
}

/** Records the shapes of a gateway's calls in a file. */
export interface CallRecorder {
  /** For the option of that name of `createGateway`. */
  readonly onCall: (call: EndedCall) => void;
  /** Writes all that has been gathered. @throws what the system says, where it cannot be written */
  flush(): Promise<void>;
  /**
   * Writes all to the file and opens it anew by its path, once another program has moved it away.
   *
   * @throws EgoiConfigError where that cannot be opened: the one before stays in use
   */
  reopen(): Promise<void>;
  /** Writes all, and lets go of the file. @throws what the system says, where it cannot be written */
  close(): Promise<void>;
}

const shape = {
  flushMs: option.count(5000, 10, 3_600_000),
  maxShapes: option.count(2000, 1, 100_000),
  onError: option.callback<NonNullable<RecordOptions['onError']>>(() => undefined),
  now: option.callback<() => number>(Date.now),
};

/** Of the names of all shapes: a caller may send long ones. */
const maxGatheredBytes = 4 * 1024 * 1024;

/** Each time: a caller who sends ever new shapes must not fill the disk at their pace. */
const maxBytesAtOnce = 64 * 1024;

/**
 * Records what calls come over a gateway: methods, names and types of parameters, outcomes and losses,
 * with their counts, and never a value. The file has a line of JSON for each shape and flush, and belongs
 * to its owner alone; one that is there is gone on with. `egoi migrate report` reads it.
 *
 * @param path of the file
 * @throws EgoiConfigError for wrong options, a file that cannot be written to, a link, or what is no file
 *
 * @example
 * const recorder = await recordCalls('calls.jsonl');
 * const gateway = createGateway(transport, { onCall: recorder.onCall });
 */
export async function recordCalls(
  path: string,
  options: RecordOptions = {},
): Promise<CallRecorder> {
  const { flushMs, maxShapes, onError, now } = resolveOptions('recordCalls', shape, options);
  const shapes = new GatheredShapes({ maxShapes, maxBytes: maxGatheredBytes });
  let file = await RecordFile.open(path);
  let isFailing = false;

  const write = async (maxBytes: number) => {
    const taken = shapes.take(maxBytes);
    if (taken.length === 0) return;
    let written = 0;
    try {
      written = await file.append(taken.map(({ text }) => text));
      isFailing = false;
    } finally {
      for (const { giveBack } of taken.slice(written)) giveBack();
    }
  };
  const writeAll = async () => {
    while (!shapes.isEmpty) await write(Number.POSITIVE_INFINITY);
  };

  // One after the other: a flush must not meet a file that is being closed.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  const tell = (error: unknown) => {
    if (!isFailing) onError(error);
    isFailing = true;
  };
  const timer = setInterval(() => void inTurn(() => write(maxBytesAtOnce)).catch(tell), flushMs);
  // A record is no reason for a program to stay.
  timer.unref();

  return {
    onCall: (call) => shapes.add(call, now()),
    flush: () => inTurn(writeAll),
    reopen: () =>
      inTurn(async () => {
        const next = await RecordFile.open(path);
        try {
          await writeAll();
        } catch (error) {
          tell(error);
        }
        await file.close();
        file = next;
      }),
    close() {
      clearInterval(timer);
      return inTurn(async () => {
        try {
          await writeAll();
        } finally {
          await file.close();
        }
      });
    },
  };
}
