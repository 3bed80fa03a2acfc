import { EgoiCallbackError } from './callback-error.ts';

/** The bytes or the text of a body, whole or as it arrives. */
export type ReceivedBody =
  | string
  | Uint8Array
  | AsyncIterable<Uint8Array | string>
  | ReadableStream<Uint8Array>
  | null
  | undefined;

/** What a framework's own reading of a body has made of it. */
type ReadBody = Readonly<Record<string, unknown>>;

/** The headers of a request: those of Fetch, or names in lower case as `node:http` has them. */
type ReceivedHeaders =
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * A request that came in: a `Request` of Fetch, an `IncomingMessage` of `node:http` with what Express
 * and its like add to it, a request of Fastify, or anything else that has headers and a body.
 */
export interface ReceivedRequest {
  readonly headers: ReceivedHeaders;
  /** The body, or what a framework has read out of it. @default the request itself, where it is a stream */
  readonly body?: ReceivedBody | ReadBody;
  /** @default POST */
  readonly method?: string | undefined;
  /** Address, of which the query counts. */
  readonly url?: string | undefined;
}

/** How much of a body is read, and how long. */
export interface ReadingLimits {
  /** Largest body, in bytes, 1 to 16,777,216. @default 262144 (256 KiB) */
  readonly maxBodyBytes?: number;
  /** Time in which a body must have come, in milliseconds, 1 to 600,000. @default 10000 */
  readonly timeoutMs?: number;
}

/** The value of a header; `''` where there is none, or more than one. */
export function headerOf({ headers }: ReceivedRequest, name: string): string {
  const value =
    'get' in headers && typeof headers.get === 'function'
      ? headers.get(name)
      : (headers as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value.trim() : '';
}

/**
 * The whole body as text, or what a framework has read out of it.
 *
 * @throws EgoiCallbackError for one that is too large, too slow, compressed, no UTF-8, or read already
 */
export async function receiveBody(
  request: ReceivedRequest,
  { maxBodyBytes, timeoutMs }: Required<ReadingLimits>,
): Promise<string | ReadBody> {
  const coding = headerOf(request, 'content-encoding');
  if (coding !== '' && coding.toLowerCase() !== 'identity') {
    throw new EgoiCallbackError(
      'type',
      'the body is compressed: let the server decompress it first',
    );
  }
  const tooLarge = () =>
    new EgoiCallbackError('size', `the body has more than maxBodyBytes, ${maxBodyBytes}`);
  const declared = headerOf(request, 'content-length');
  const { body } = request as { readonly body?: unknown };
  if (isPlain(body)) return body;
  if (Number(declared) > maxBodyBytes) throw tooLarge();
  if (typeof body === 'string') {
    if (Buffer.byteLength(body) > maxBodyBytes) throw tooLarge();
    return body;
  }
  if (body instanceof Uint8Array) {
    if (body.byteLength > maxBodyBytes) throw tooLarge();
    return textOf([body]);
  }
  const pieces = piecesOf(body ?? request);
  if (pieces === undefined) return '';
  return collect(pieces, maxBodyBytes, timeoutMs, tooLarge);
}

function isPlain(body: unknown): body is ReadBody {
  if (typeof body !== 'object' || body === null || Symbol.asyncIterator in body) return false;
  const prototype: unknown = Object.getPrototypeOf(body);
  return prototype === null || prototype === Object.prototype;
}

/** @throws EgoiCallbackError where somebody has read the stream before */
function piecesOf(source: unknown): AsyncIterator<unknown> | undefined {
  const { locked, bodyUsed, readableEnded, readableDidRead } = source as Readonly<
    Record<string, unknown>
  >;
  if (locked === true || bodyUsed === true || readableEnded === true || readableDidRead === true) {
    throw new EgoiCallbackError(
      'used',
      'the body was read before: hand over what was read as body, or read the request here first',
    );
  }
  const { iterator } = source as { readonly iterator?: unknown };
  // A stream of Node.js would close the connection when it is left, and nobody could answer over it.
  if (typeof iterator === 'function') {
    return iterator.call(source, { destroyOnReturn: false }) as AsyncIterator<unknown>;
  }
  const iterate = (source as Partial<AsyncIterable<unknown>>)[Symbol.asyncIterator];
  return iterate?.call(source);
}

async function collect(
  pieces: AsyncIterator<unknown>,
  maxBytes: number,
  timeoutMs: number,
  tooLarge: () => EgoiCallbackError,
): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const error = new EgoiCallbackError('time', `the body did not come within ${timeoutMs} ms`);
    timer = setTimeout(() => reject(error), timeoutMs);
  });
  // Nobody may be waiting when it comes.
  late.catch(() => undefined);
  const read: Uint8Array[] = [];
  let bytes = 0;
  try {
    for (;;) {
      const next = await Promise.race([pieces.next(), late]);
      if (next.done === true) return textOf(read);
      const piece = typeof next.value === 'string' ? Buffer.from(next.value) : next.value;
      if (!(piece instanceof Uint8Array)) {
        throw new EgoiCallbackError('used', 'the body must come in pieces of text or of bytes');
      }
      bytes += piece.byteLength;
      if (bytes > maxBytes) throw tooLarge();
      read.push(piece);
    }
  } catch (error) {
    // Not awaited: a source that does not answer would keep the caller for ever.
    void Promise.resolve(pieces.return?.()).catch(() => undefined);
    if (error instanceof EgoiCallbackError) throw error;
    throw new EgoiCallbackError('gone', 'the body broke off: the sender has gone');
  } finally {
    clearTimeout(timer);
  }
}

function textOf(pieces: readonly Uint8Array[]): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
  } catch {
    throw new EgoiCallbackError('type', 'the body is not in UTF-8');
  }
}
