import type { Unverifiable } from '@egoi-client/bulk';
import { option, resolveOptions } from '@egoi-client/core/wire';
import { type ImportPlace, placeShape } from './open-import.ts';

/** How a worker goes about its work. All workers of an import should have the same. */
export interface ImportWorkerOptions extends ImportPlace {
  /** Most calls that finding out about one batch may take: whether it arrived, or which contacts the service did not take, 1 to 10,000. @default 300 */
  readonly probes?: number;
  /** How long the service may still be at work on a call whose outcome is unknown, in milliseconds. @default 60000 */
  readonly settleMs?: number;
  /** Time limit of one call, in milliseconds. A batch of a worker that died is left alone for so long. @default 300000 */
  readonly callTimeoutMs?: number;
  /** What to do with a call that can neither be proved to have arrived nor be repeated without harm. @default 'stop' */
  readonly unverifiable?: Unverifiable;
  /** How long a worker may be silent before its batch goes to another, in milliseconds, 1,000 to 3,600,000. @default 30000 */
  readonly lockMs?: number;
  /** How long a stopped worker waits, after its call, for Redis to take what it has to say, in milliseconds. @default 5000 */
  readonly stopMs?: number;
  /** Told what ails the connection to Redis, as often as it does. Must not throw. @default nothing */
  readonly onRedisError?: (message: string) => void;
}

export const onRedisErrorOption = option
  .custom<(message: string) => void>((value) => typeof value === 'function', 'must be a function')
  .default(() => () => undefined);

const shape = {
  ...placeShape,
  probes: option.count(300, 1, 10_000),
  settleMs: option.timeMs(60_000),
  callTimeoutMs: option.timeMs(300_000),
  unverifiable: option.word(['stop', 'repeat', 'skip'], 'stop'),
  lockMs: option.count(30_000, 1000, 3_600_000),
  stopMs: option.timeMs(5000),
  onRedisError: onRedisErrorOption,
};

/** @throws EgoiConfigError for wrong or unknown options */
export function resolveWorkerOptions(options: ImportWorkerOptions) {
  return resolveOptions('importWorker', shape, options);
}
