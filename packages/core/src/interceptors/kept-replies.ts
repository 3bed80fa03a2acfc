import type { MethodGroup } from '../catalogue/method-spec.ts';
import { utf8Length } from '../values/request-limits.ts';
import type { TransportReply } from '../contract/transport.ts';
import type { WireValue } from '../values/wire-value.ts';

/** How long and how many. */
export interface KeptRepliesLimits {
  readonly ttlMs: number;
  readonly maxEntries: number;
  readonly maxBytes: number;
}

interface Kept {
  /** As text: nobody can change it, and everyone gets a value of his own. */
  readonly text: string;
  readonly bytes: number;
  readonly transport: string;
  readonly status: number | undefined;
  readonly group: MethodGroup;
  readonly askedMs: number;
}

/** Replies by name, the longest unused first to go. */
export class KeptReplies {
  readonly #limits: KeptRepliesLimits;
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;

  constructor(limits: KeptRepliesLimits) {
    this.#limits = limits;
  }

  /** A reply that is young enough, with a value that belongs to whoever asks. */
  get(key: string, nowMs: number): TransportReply | undefined {
    const kept = this.#kept.get(key);
    if (kept === undefined) return undefined;
    this.#remove(key, kept);
    if (nowMs - kept.askedMs >= this.#limits.ttlMs) return undefined;
    this.#add(key, kept);
    const { transport, status } = kept;
    return {
      value: JSON.parse(kept.text) as WireValue,
      transport,
      durationMs: 0,
      requests: 0,
      ...(status === undefined ? {} : { status }),
    };
  }

  /** @param asked the group of the call and when it began */
  set(key: string, reply: TransportReply, asked: Pick<Kept, 'group' | 'askedMs'>): void {
    const { transport, status } = reply;
    const text = JSON.stringify(reply.value);
    const bytes = utf8Length(text);
    const former = this.#kept.get(key);
    if (former !== undefined) this.#remove(key, former);
    if (bytes > this.#limits.maxBytes) return;
    this.#add(key, { text, bytes, transport, status, ...asked });
    for (const [oldest, kept] of this.#kept) {
      if (this.#kept.size <= this.#limits.maxEntries && this.#bytes <= this.#limits.maxBytes) break;
      this.#remove(oldest, kept);
    }
  }

  /** Lets go of the replies of the groups for which `isStale` says so. */
  drop(isStale: (group: MethodGroup) => boolean): void {
    for (const [key, kept] of this.#kept) if (isStale(kept.group)) this.#remove(key, kept);
  }

  #add(key: string, kept: Kept): void {
    this.#kept.set(key, kept);
    this.#bytes += kept.bytes;
  }

  #remove(key: string, kept: Kept): void {
    this.#kept.delete(key);
    this.#bytes -= kept.bytes;
  }
}
