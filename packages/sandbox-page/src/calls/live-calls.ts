import { PassThrough, type Readable } from 'node:stream';
import type { CallLog } from './call-log.ts';
import type { Exchange } from './exchange.ts';

/** Most pages that are told of calls at once. */
const mostReaders = 32;
/** A reader who is that far behind, in bytes, is let go; it comes back by itself and catches up. */
const mostBehindBytes = 1024 * 1024;
/** How often something is sent where nothing happens, in milliseconds: servers and proxies close silent connections. */
const heartbeatMs = 20_000;

/** Tells open pages of calls, as server-sent events (HTML, 9.2). */
export class LiveCalls {
  readonly #readers = new Set<PassThrough>();
  readonly #log: CallLog;
  readonly #lineOf: (exchange: Exchange) => string;
  readonly #stopListening: () => void;
  #heartbeat: NodeJS.Timeout | undefined;

  /** @param lineOf writes an exchange as one line of HTML */
  constructor(log: CallLog, lineOf: (exchange: Exchange) => string) {
    this.#log = log;
    this.#lineOf = lineOf;
    this.#stopListening = log.listen((exchange) => this.#tell(exchange));
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
    reader.write('retry: 1000\n\n');
    for (const exchange of this.#log.newest().toReversed()) {
      if (exchange.id > lastSeen && exchange.durationMs !== undefined) {
        reader.write(this.#eventOf(exchange));
      }
    }
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

  #eventOf(exchange: Exchange): string {
    return `id: ${exchange.id}\nevent: call\ndata: ${this.#lineOf(exchange).replaceAll(/[\r\n]+/g, ' ')}\n\n`;
  }

  #tell(exchange: Exchange): void {
    if (this.#readers.size > 0) this.#send(this.#eventOf(exchange));
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
    for (const reader of this.#readers) reader.end();
  }
}
