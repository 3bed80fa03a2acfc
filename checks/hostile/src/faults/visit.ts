import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** An HTTP answer to be written as it stands, right or wrong. */
export interface RawAnswer {
  /** @default 200 */
  readonly status?: number;
  /** @default a right Content-Length */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** One connection to the server, with what can be done to it. */
export class Visit {
  /** Whether the client may keep the connection open: it was given one whole answer. */
  reusable = false;
  /** Requests that came in whole. */
  requests = 0;
  receivedBytes = 0;
  readonly #socket: Socket;
  readonly #waiting: { readonly isMet: () => boolean; readonly goOn: () => void }[] = [];
  #received: Buffer = Buffer.alloc(0);

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
  }

  /** Resolves once some of the request is in. */
  someRequest(): Promise<void> {
    return this.#until(() => this.receivedBytes > 0);
  }

  /** Resolves once a whole request is in, or as many as `count` says. */
  request(count = 1): Promise<void> {
    return this.#until(() => this.requests >= count);
  }

  /** Answers once the request is in, and leaves the connection open. */
  async answer(answer: RawAnswer): Promise<void> {
    await this.request();
    this.reusable = true;
    this.write(answerBytes(answer));
  }

  write(bytes: string | Buffer): void {
    this.#socket.write(bytes);
  }

  end(bytes: string | Buffer): void {
    this.#socket.end(bytes);
  }

  /** Writes byte by byte, each soon after the one before, until the connection ends. */
  async drip(bytes: Buffer): Promise<void> {
    for (const byte of bytes) {
      if (this.#socket.destroyed) return;
      this.write(Buffer.of(byte));
      await wait(5);
    }
  }

  /** Stops reading, so that what comes stays with the operating system. */
  ignore(): void {
    this.#socket.pause();
  }

  /** Ends the connection with a reset, whatever is under way. */
  reset(): void {
    this.#socket.resetAndDestroy();
  }

  #until(isMet: () => boolean): Promise<void> {
    if (isMet()) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ isMet, goOn: resolve }));
  }

  #receive(chunk: Buffer): void {
    this.receivedBytes += chunk.length;
    this.#received = Buffer.concat([this.#received, chunk]);
    for (let size = this.#wholeRequest(); size > 0; size = this.#wholeRequest()) {
      this.#received = this.#received.subarray(size);
      this.requests += 1;
    }
    for (const { isMet, goOn } of this.#waiting) if (isMet()) goOn();
  }

  /** The size of the first request that is there, in bytes; 0 while it is not whole. */
  #wholeRequest(): number {
    const end = this.#received.indexOf('\r\n\r\n');
    if (end === -1) return 0;
    const head = this.#received.toString('latin1', 0, end);
    const size = end + 4 + Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
    return this.#received.length < size ? 0 : size;
  }
}

/** The bytes of an answer. */
export function answerBytes({ status = 200, headers, body }: RawAnswer): Buffer {
  const bytes = Buffer.from(body);
  const all = { 'Content-Length': String(bytes.length), ...headers };
  return Buffer.concat([headBytes(status, all), bytes]);
}

/** The bytes before the body, and nothing added to them. */
export function headBytes(status: number, headers: Readonly<Record<string, string>>): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`HTTP/1.1 ${status} Whatever\r\n${lines.join('')}\r\n`, 'latin1');
}
