import type { MethodGroup } from '../catalogue/method-spec.ts';
import { abortionError, errorContext } from '../contract/call-end.ts';
import { option, resolveOptions } from '../options/options.ts';
import type { Call, Interceptor, TransportReply, TransportRequest } from '../contract/transport.ts';
import { apiErrorOf } from '../answers/api-answer.ts';
import { cacheKeys } from './cache-key.ts';
import { KeptReplies } from './kept-replies.ts';
import { mayTouch } from './touched-groups.ts';

/** How long, and how many answers, `cacheReads` keeps. */
export interface CacheReadsOptions {
  /** How old an answer may get, in milliseconds, 1 to 86,400,000. @default 60000 */
  readonly ttlMs?: number;
  /** Most answers kept; the longest unused goes first. 1 to 100,000. @default 500 */
  readonly maxEntries?: number;
  /** Most bytes of answers kept, as JSON, 1,024 to 2,147,483,647. A larger answer is not kept. @default 33554432 */
  readonly maxBytes?: number;
  /** Milliseconds of a clock that only goes forward. @default performance.now */
  readonly now?: () => number;
}

const shape = {
  ttlMs: option.timeMs(60_000),
  maxEntries: option.count(500, 1, 100_000),
  maxBytes: option.bytes(33_554_432),
  now: option.callback<() => number>(() => performance.now()),
};

/**
 * Answers reads from memory while their answer is young: the same method with the same parameters and
 * credentials. A cached answer costs no call of the hour's budget when this stands before `quota`.
 *
 * Every call that is not a read drops what it may have changed, before it is sent and again when it
 * has ended, also when it failed: its own group at least, everything for contacts, lists, campaigns,
 * tags, automations and methods outside the catalogue. A read that such a call overtook is not kept.
 * Changes that others make to the account show after `ttlMs`.
 *
 * Error answers are not kept. Each caller gets a value of his own. Equal reads under way do not share
 * one call: the end of one caller's patience must not end another's. Each client has a cache of its own.
 *
 * @throws EgoiConfigError for wrong or unknown options
 */
export function cacheReads(options: CacheReadsOptions = {}): Interceptor {
  const { now, ...limits } = resolveOptions('cacheReads', shape, options);
  return (next) => {
    const replies = new KeptReplies(limits);
    const keyOf = cacheKeys();
    const changes = new Changes(replies);
    return async (request) => {
      const { spec } = request;
      if (spec?.effect !== 'read') return changes.around(next, request);
      const { group } = spec;
      const askedMs = now();
      const before = changes.countFor(group);
      const key = await keyOf(request);
      const known = replies.get(key, now());
      if (known !== undefined) return unlessAborted(known, request);
      const reply = await next(wholeReply(request));
      if (changes.countFor(group) === before && apiErrorOf(reply, request) === undefined) {
        replies.set(key, reply, { group, askedMs });
      }
      return reply;
    };
  };
}

/** What calls that change the account do to kept replies, and to reads under way. */
class Changes {
  readonly #replies: KeptReplies;
  readonly #written = new Map<MethodGroup | undefined, number>();

  constructor(replies: KeptReplies) {
    this.#replies = replies;
  }

  /** How often something changed that a read of this group may show. */
  countFor(group: MethodGroup): number {
    let count = 0;
    for (const [written, times] of this.#written) if (mayTouch(written, group)) count += times;
    return count;
  }

  async around(next: Call, request: TransportRequest): Promise<TransportReply> {
    const written = request.spec?.group;
    this.#note(written);
    try {
      return await next(request);
    } finally {
      this.#note(written);
    }
  }

  #note(written: MethodGroup | undefined): void {
    this.#written.set(written, (this.#written.get(written) ?? 0) + 1);
    this.#replies.drop((group) => mayTouch(written, group));
  }
}

/** What is kept must be whole: the items of a page are told of, and taken by nobody. */
function wholeReply(request: TransportRequest): TransportRequest {
  const { onItem } = request;
  if (onItem === undefined) return request;
  return {
    ...request,
    onItem(item, index) {
      onItem(item, index);
      return undefined;
    },
  };
}

function unlessAborted(reply: TransportReply, request: TransportRequest): TransportReply {
  const { signal } = request;
  if (!signal.aborted) return reply;
  throw abortionError(signal, errorContext(request, reply.transport), 'not_sent');
}
