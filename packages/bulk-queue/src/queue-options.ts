import type {
  ImportTarget,
  NoiseCounts,
  PackOptions,
  RejectedRow,
  UnknownFields,
} from '@egoi-client/bulk';
import { option, resolveOptions } from '@egoi-client/core/wire';
import { type ImportPlace, placeShape } from './open-import.ts';
import { onRedisErrorOption } from './worker-options.ts';

/** How a source becomes an import that several machines carry out. */
export interface QueueImportOptions extends ImportPlace, ImportTarget {
  /** Turns that all workers together get in an hour, 1 to 10,000; a turn makes one call at most. Source: reference, limits (14). @default 150 */
  readonly callsPerHour?: number;
  /** Fields that addSubscriberBulk is not known to have: `reject` the row, or `send` them as they are. @default 'reject' */
  readonly unknownFields?: UnknownFields;
  /** Largest call, in bytes of its body. A batch is one value in Redis. @default 5000000, or what the transport takes if that is less */
  readonly maxBatchBytes?: number;
  /** Most contacts of one call, 1 to 1,000,000. @default 1000000: as many as fit */
  readonly maxBatchContacts?: number;
  /** How many batches may wait in Redis before the reading pauses, 1 to 100,000. @default 20 */
  readonly maxWaiting?: number;
  /** Told every row that cannot be sent, in order, and from the first one again when the import is queued again. */
  readonly onReject?: (reject: RejectedRow) => void | Promise<void>;
  /** Told after every batch. */
  readonly onProgress?: (progress: QueuedImport) => void;
  /** Told what ails the connection to Redis, as often as it does. Must not throw. @default nothing */
  readonly onRedisError?: (message: string) => void;
  /** How often to look whether Redis has room again, in milliseconds. @default 1000 */
  readonly pollMs?: number;
  /** Ends the reading with EgoiAbortError; it can be done again. */
  readonly signal?: AbortSignal;
}

/** What was queued. */
export interface QueuedImport {
  /** Rows of the source, rejected ones included. */
  readonly rows: number;
  readonly contacts: number;
  readonly rejected: number;
  /** Contacts whose values were cleaned of what is plainly no part of them, such as blanks around an address. */
  readonly cleaned: number;
  /** What that was, and in how many contacts; kinds that did not occur are missing. */
  readonly noise: NoiseCounts;
  readonly batches: number;
}

const isFunction = (value: unknown) => typeof value === 'function';

const shape = {
  ...placeShape,
  callsPerHour: option.count(150, 1, 10_000),
  maxBatchBytes: option.bytes(5_000_000),
  maxWaiting: option.count(20, 1, 100_000),
  onProgress: option
    .custom<(progress: QueuedImport) => void>(isFunction, 'must be a function')
    .default(() => () => undefined),
  onReject: option
    .custom<NonNullable<QueueImportOptions['onReject']>>(isFunction, 'must be a function')
    .optional(),
  onRedisError: onRedisErrorOption,
  pollMs: option.timeMs(1000),
};

/**
 * The options by whom they concern: the target goes to `batchParameters` and the packing to
 * `packContacts`, which check them.
 *
 * @throws EgoiConfigError for wrong or unknown options
 */
export function resolveQueueOptions(options: QueueImportOptions) {
  const { listID, compareField, operation, parameters, ...others } = options;
  const { unknownFields, maxBatchContacts, signal, ...own } = others;
  return {
    ...resolveOptions('queueImport', shape, own),
    target: given({ listID, compareField, operation, parameters }) as ImportTarget,
    packing: given({ unknownFields, maxBatchContacts, signal }) as Pick<
      PackOptions,
      'unknownFields' | 'maxBatchContacts' | 'signal'
    >,
    signal,
  };
}

/** The members that say something. */
function given(options: object): object {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
