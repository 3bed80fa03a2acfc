/**
 * How far a batch is.
 *
 * - `sending` its call was begun, and nobody has said how it ended
 * - `doubtful` its call ended without an answer, or whoever made it did: it may have arrived
 * - `partly` its call was done in part, which is not begun anew
 * - `unsent` the service cannot have it; it is to be sent (again)
 * - `failed` refused by the service, so that it does not have it and a person has to look
 * - `answered` the service said yes
 * - `found` the account was seen to have it
 * - `skipped` it may have arrived, and it was decided to leave it at that
 */
export type BatchState =
  | 'sending'
  | 'doubtful'
  | 'partly'
  | 'unsent'
  | 'failed'
  | 'answered'
  | 'found'
  | 'skipped';

/** What can become known of a batch. */
export type BatchEvent = keyof typeof transitions;

const open = ['sending', 'doubtful'] as const;

/**
 * All that can become of a batch: what may happen in which state, and the state after it. `none` is a
 * batch of which nothing is known yet, so that it was never sent. An answer is the truth whenever it comes.
 */
const transitions = {
  sending: { from: ['none', 'unsent', 'failed'], to: 'sending' },
  lost: { from: ['sending'], to: 'doubtful' },
  answered: {
    from: ['sending', 'doubtful', 'partly', 'unsent', 'failed', 'found', 'skipped'],
    to: 'answered',
  },
  partly: { from: ['sending'], to: 'partly' },
  refused: { from: ['sending'], to: 'failed' },
  not_sent: { from: ['sending'], to: 'unsent' },
  missing: { from: [...open, 'partly'], to: 'unsent' },
  found: { from: open, to: 'found' },
  skipped: { from: [...open, 'partly'], to: 'skipped' },
} as const satisfies Record<
  string,
  { readonly from: readonly (BatchState | 'none')[]; readonly to: BatchState }
>;

/** The state after an event; `undefined` where it cannot happen. */
export function nextState(
  present: BatchState | undefined,
  event: BatchEvent,
): BatchState | undefined {
  if (!Object.hasOwn(transitions, event)) return undefined;
  const { from, to } = transitions[event];
  return (from as readonly string[]).includes(present ?? 'none') ? to : undefined;
}

/** Whether nothing is left to be done for a batch. */
export function isSettled(state: BatchState | undefined): boolean {
  return state === 'answered' || state === 'found' || state === 'skipped';
}

/** Whether the service may have a batch, or a part of it, of which that is not known. */
export function isDoubtful(state: BatchState | undefined): boolean {
  return state === 'sending' || state === 'doubtful' || state === 'partly';
}

/** Rows of an answered batch that the service did not take, by the reason, where its count says so. */
export interface PassedOver {
  readonly absent: readonly number[];
  readonly unchanged: readonly number[];
  readonly left: readonly number[];
  /** How many more, of which nobody knows which they are. */
  readonly unknown: number;
}

/** What is known of a batch that has come to its end. */
export interface BatchOutcome {
  readonly state: BatchState;
  /** Rows that were not sent again, since their contacts left the list after the batch was sent. */
  readonly left: readonly number[];
  readonly passedOver: PassedOver | undefined;
}

/** What became of the contacts of a batch: they add up to its size. */
export interface ContactCounts {
  readonly taken: number;
  /** The service did not take them. */
  readonly rejected: number;
  /** Nobody knows whether the service took them. */
  readonly unknown: number;
}

/**
 * Counts the contacts of a batch; `undefined` for one that is still to be sent.
 *
 * @param size how many it has
 */
export function countsOf(
  { state, left, passedOver }: BatchOutcome,
  size: number,
): ContactCounts | undefined {
  if (state === 'skipped' || isDoubtful(state)) return { taken: 0, rejected: 0, unknown: size };
  if (state === 'failed') return { taken: 0, rejected: size, unknown: 0 };
  if (!isSettled(state)) return undefined;
  const { absent = [], unchanged = [], left: refused = [], unknown: more = 0 } = passedOver ?? {};
  const rejected = absent.length + unchanged.length + refused.length;
  const unknown = left.length + more;
  return { taken: size - rejected - unknown, rejected, unknown };
}
