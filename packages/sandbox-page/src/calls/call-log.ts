import type { HttpReply, RequestHead } from '@egoi-client/http/server';
import type { Exchange, KeptBody } from './exchange.ts';

/** Most bytes of one body that are kept. */
const mostBytesOfBody = 256 * 1024;
/** Most bytes of all bodies that are kept. */
const mostBytes = 32 * 1024 * 1024;
/** What an exchange takes beside its bodies, roughly. */
const bytesOfHead = 2048;

/** Told of an exchange that begins, or has got its answer. */
type Listener = (exchange: Exchange) => void;

/** The last requests with their answers. What it keeps is bounded; the oldest go first. */
export class CallLog {
  readonly #kept = new Map<number, Exchange>();
  readonly #mostExchanges: number;
  readonly #listeners = new Set<Listener>();
  readonly #startedMs = new WeakMap<Exchange, number>();
  #bytes = 0;
  #lastId = 0;
  #dropped = 0;

  constructor(mostExchanges: number) {
    this.#mostExchanges = mostExchanges;
  }

  /** How many were dropped to stay within bounds. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Most that are kept. */
  get most(): number {
    return this.#mostExchanges;
  }

  get size(): number {
    return this.#kept.size;
  }

  begin(head: RequestHead, replayOf?: number): Exchange {
    this.#lastId += 1;
    const { method, url, headers, origin } = head;
    const exchange: Exchange = {
      id: this.#lastId,
      time: new Date(),
      // A copy: the head of a running server is a view of its connection.
      head: { method, url, headers: { ...headers }, ...(origin === undefined ? {} : { origin }) },
      request: { bytes: Buffer.alloc(0), length: 0 },
      calls: [],
      replayOf,
    };
    this.#kept.set(exchange.id, exchange);
    this.#startedMs.set(exchange, performance.now());
    this.#bytes += bytesOfHead;
    return exchange;
  }

  /** @param reply `undefined` where the connection was closed in its place */
  end(exchange: Exchange, pieces: readonly Buffer[], length: number, reply?: HttpReply): void {
    exchange.request = { bytes: Buffer.concat(pieces), length };
    exchange.durationMs = performance.now() - (this.#startedMs.get(exchange) ?? 0);
    if (reply === undefined) exchange.isLost = true;
    else {
      const body = keptBody(reply.body);
      exchange.answer = { status: reply.status, headers: reply.headers, body };
    }
    if (!this.#kept.has(exchange.id)) return;
    this.#bytes += sizeOf(exchange) - bytesOfHead;
    this.#makeRoom();
    for (const listener of this.#listeners) listener(exchange);
  }

  #makeRoom(): void {
    for (const [id, oldest] of this.#kept) {
      if (this.#kept.size <= this.#mostExchanges && this.#bytes <= mostBytes) return;
      this.#bytes -= sizeOf(oldest);
      this.#kept.delete(id);
      this.#dropped += 1;
    }
  }

  find(id: number): Exchange | undefined {
    return this.#kept.get(id);
  }

  /** The newest first. */
  newest(): Exchange[] {
    return [...this.#kept.values()].toReversed();
  }

  clear(): void {
    this.#kept.clear();
    this.#bytes = 0;
    this.#dropped = 0;
  }

  /** @returns takes the listener away */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** As it counts against the bound: a call keeps its decoded values too, about as large as its bytes. */
function sizeOf({ request, answer }: Exchange): number {
  return bytesOfHead + 2 * (request.bytes.length + (answer?.body.bytes.length ?? 0));
}

function keptBody(body: string | Uint8Array): KeptBody {
  const bytes = Buffer.from(body as string);
  if (bytes.length <= mostBytesOfBody) return { bytes, length: bytes.length };
  return { bytes: Buffer.from(bytes.subarray(0, mostBytesOfBody)), length: bytes.length };
}

/** Keeps the pieces of a body while they arrive, as far as there is room. */
export class ArrivingBody {
  readonly pieces: Buffer[] = [];
  length = 0;

  write(bytes: Uint8Array): void {
    const room = mostBytesOfBody - this.length;
    this.length += bytes.byteLength;
    // A copy: the server reads what comes next into the same memory.
    if (room > 0) this.pieces.push(Buffer.from(bytes.subarray(0, room)));
  }
}
