import { PassThrough, type Readable } from 'node:stream';
import type { CallLog } from './call-log.ts';
import { summaryOf } from './call-summary.ts';
import type { Exchange } from './exchange.ts';

/** Most pages that are told of calls at once. */
const mostReaders = 32;
/** A reader who is that far behind, in bytes, is let go; it comes back by itself and catches up. */
const mostBehindBytes = 1024 * 1024;
/** How often something is sent where nothing happens, in milliseconds: servers and proxies close silent connections. */
const heartbeatMs = 20_000;
/** How long calls are gathered to be told in one piece: many small writes would slow the calls down. */
const gatherMs = 20;

/** Tells open pages of calls, as server-sent events (HTML, 9.2), each with a `CallSummary` as JSON. */
export class LiveCalls {
  readonly #readers = new Set<PassThrough>();
  readonly #log: CallLog;
  readonly #stopListening: () => void;
  #heartbeat: NodeJS.Timeout | undefined;
  /** What is not told yet. */
  #gathered: Exchange[] = [];

  constructor(log: CallLog) {
    this.#log = log;
    this.#stopListening = log.listen((exchange) => this.#gather(exchange));
  }

  /**
   * Tells of calls from now on, and first of those that the reader has not seen.
   *
   * @param lastSeen the id of the last one that it has seen
   * @returns `undefined` where too many listen already
   */
  open(lastSeen: number): Readable | undefined {
    if (this.#readers.size >= mostReaders) return undefined;
    const reader = new PassThrough();
    this.#tellGathered();
    const unseen = this.#log
      .newest()
      .toReversed()
      .filter(({ id, durationMs }) => id > lastSeen && durationMs !== undefined);
    reader.write(`retry: 1000\n\n${eventsOf(unseen)}`);
    this.#readers.add(reader);
    this.#heartbeat ??= setInterval(() => this.#send(':\n\n'), heartbeatMs).unref();
    reader.once('close', () => this.#forget(reader));
    return reader;
  }

  #forget(reader: PassThrough): void {
    this.#readers.delete(reader);
    if (this.#readers.size > 0) return;
    clearInterval(this.#heartbeat);
    this.#heartbeat = undefined;
  }

  #gather(exchange: Exchange): void {
    if (this.#readers.size === 0) return;
    this.#gathered.push(exchange);
    if (this.#gathered.length === 1) setTimeout(() => this.#tellGathered(), gatherMs).unref();
  }

  #tellGathered(): void {
    if (this.#gathered.length > 0) this.#send(eventsOf(this.#gathered));
    this.#gathered = [];
  }

  #send(text: string): void {
    for (const reader of this.#readers) {
      if (reader.writableLength > mostBehindBytes) reader.destroy();
      else reader.write(text);
    }
  }

  /** Ends what is open, so that the server can close. */
  close(): void {
    this.#stopListening();
    this.#tellGathered();
    for (const reader of this.#readers) reader.end();
  }
}

function eventsOf(exchanges: readonly Exchange[]): string {
  return exchanges
    .map(
      (exchange) =>
        `id: ${exchange.id}\nevent: call\ndata: ${JSON.stringify(summaryOf(exchange))}\n\n`,
    )
    .join('');
}
