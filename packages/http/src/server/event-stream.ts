import { randomBytes } from 'node:crypto';
import { PassThrough, type Readable } from 'node:stream';
import type { HttpReply, RequestHead } from './contract.ts';
import { plainReply } from './http-reply.ts';
import { targetOf } from './request-target.ts';

/** Who is that far behind, in bytes, is let go; they come back by themselves and get what is still kept. */
const mostBehindBytes = 1024 * 1024;
/** How often something is sent where nothing happens, in milliseconds: servers close silent connections. */
const heartbeatMs = 10_000;
/** How long events are gathered to be sent in one piece: many small writes would slow the server down. */
const gatherMs = 20;

/** An event with its number. */
interface Numbered<T> {
  readonly number: number;
  readonly event: T;
}

/**
 * Server-sent events (HTML, 9.2), each a JSON value, to those who follow. The last ones are kept for
 * those who come back: the id of an event, `<run>-<number>`, says how far they had got, and the numbers
 * of a run have no gaps, so that whoever was away too long sees how many passed. The first event of a
 * connection, `start`, has no more than the id before the first that it will bring.
 */
export class EventStream<T> {
  readonly #mostKept: number;
  readonly #mostFollowers: number;
  readonly #run = randomBytes(4).toString('hex');
  readonly #followers = new Set<PassThrough>();
  #kept: Numbered<T>[] = [];
  #lastNumber = 0;
  /** What followers are not sent yet: written as it is published, so that no one event waits for many. */
  #gathered = '';
  #gathering: NodeJS.Timeout | undefined;
  #heartbeat: NodeJS.Timeout | undefined;

  /**
   * @param mostKept how many events are kept, at least
   * @param mostFollowers how many may follow at once; each holds a connection of the server
   */
  constructor({ mostKept, mostFollowers }: { mostKept: number; mostFollowers: number }) {
    this.#mostKept = mostKept;
    this.#mostFollowers = mostFollowers;
  }

  /** How far somebody has got who knows all that was published. */
  get place(): string {
    return `${this.#run}-${this.#lastNumber}`;
  }

  publish(event: T): void {
    this.#lastNumber += 1;
    const numbered = { number: this.#lastNumber, event };
    this.#kept.push(numbered);
    // Seldom, for it moves them all.
    if (this.#kept.length > 2 * this.#mostKept) this.#kept = this.#kept.slice(-this.#mostKept);
    if (this.#followers.size === 0) return;
    this.#gathered += this.#textOf(numbered);
    this.#gathering ??= setTimeout(() => this.#flush(), gatherMs);
  }

  /**
   * Answers a request of somebody who wants to follow, with 503 where too many do. Its header
   * `Last-Event-ID` says how far they had got, or `?after=` with a `place`; without them `?last=20` wants
   * so many of the kept ones first.
   */
  reply(head: Pick<RequestHead, 'url' | 'headers'>): HttpReply {
    if (this.#followers.size >= this.#mostFollowers) {
      return plainReply(503, `${this.#mostFollowers} follow already`);
    }
    const stream = this.#open(this.#numberBefore(head));
    const headers = {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    };
    return { status: 200, headers, body: '', stream };
  }

  /** The number before the first event that somebody wants. */
  #numberBefore({ url, headers }: Pick<RequestHead, 'url' | 'headers'>): number {
    const query = new URLSearchParams(targetOf(url).query);
    const place = headers['last-event-id'] ?? query.get('after') ?? '';
    const [, run, number] = /^([\da-f]{8})-(\d{1,15})$/.exec(place) ?? [];
    // All of another run's events are new to them.
    if (run !== undefined) return run === this.#run ? Number(number) : 0;
    const last = query.get('last') ?? '';
    return this.#lastNumber - (/^\d{1,6}$/.test(last) ? Number(last) : 0);
  }

  #open(wantedAfter: number): Readable {
    // What is gathered goes to the others first: to this one it comes by what is kept.
    this.#flush();
    const oldest = this.#kept[0]?.number ?? this.#lastNumber + 1;
    const after = Math.min(Math.max(wantedAfter, oldest - 1), this.#lastNumber);
    const follower = new PassThrough();
    follower.write(`retry: 1000\nid: ${this.#run}-${after}\nevent: start\ndata: {}\n\n`);
    follower.write(this.#textAfter(after));
    this.#followers.add(follower);
    this.#heartbeat ??= setInterval(() => this.#send(':\n\n'), heartbeatMs).unref();
    follower.once('close', () => this.#forget(follower));
    return follower;
  }

  #forget(follower: PassThrough): void {
    this.#followers.delete(follower);
    if (this.#followers.size > 0) return;
    clearInterval(this.#heartbeat);
    this.#heartbeat = undefined;
  }

  #flush(): void {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    this.#send(this.#gathered);
    this.#gathered = '';
  }

  #textAfter(number: number): string {
    const first = this.#kept.length - (this.#lastNumber - number);
    return this.#kept
      .slice(Math.max(first, 0))
      .map((kept) => this.#textOf(kept))
      .join('');
  }

  #textOf({ number, event }: Numbered<T>): string {
    return `id: ${this.#run}-${number}\ndata: ${JSON.stringify(event)}\n\n`;
  }

  #send(text: string): void {
    if (text === '') return;
    for (const follower of this.#followers) {
      if (follower.writableLength > mostBehindBytes) follower.destroy();
      else follower.write(text);
    }
  }

  /** Sends what is gathered, and ends what is open. To be called before the server closes, which waits for it. */
  close(): void {
    this.#flush();
    for (const follower of this.#followers) follower.end();
  }
}
