import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { pipeline, type Transform } from 'node:stream';
import zlib from 'node:zlib';
import { EgoiProtocolError } from '@egoi-client/core';
import { WireFormatError } from '@egoi-client/core/wire';
import { decodeText, decodeWhole, isCharset } from './body-text.ts';
import type { HttpAnswer, HttpAnswerHead, HttpExchange } from './contract.ts';
import { Turns } from './turns.ts';

/** An answer whose body is still to be read. */
export interface ArrivingAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Its bytes, compressed as the headers say. */
  readonly body: AsyncIterable<Buffer>;
  /** All of the body where that has come already, and is not compressed. */
  readonly arrived?: () => Promise<Buffer | undefined>;
  /** Reads no further. */
  readonly stop: () => void;
}

/** What is known of an answer by its status and headers. */
function headOf(
  { status, headers }: Pick<ArrivingAnswer, 'status' | 'headers'>,
  wanted: readonly string[] | undefined,
) {
  const retryAfterMs = retryAfterOf(headers, Date.now());
  const head: HttpAnswerHead = {
    status,
    mediaType: mediaTypeOf(headers),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(wanted === undefined ? {} : { headers: wantedOf(headers, wanted) }),
  };
  return head;
}

function wantedOf(
  headers: IncomingHttpHeaders,
  wanted: readonly string[],
): Readonly<Record<string, string>> {
  const told = wanted.flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return Object.fromEntries(told);
}

/**
 * Reads, decompresses and decodes an answer.
 *
 * @param maxBytes the most that it may have after decompression
 * @param target who it is from, for messages
 * @throws EgoiProtocolError where it cannot be read; what its connection fails with comes as it is
 */
export async function readAnswer(
  answer: ArrivingAnswer,
  maxBytes: number,
  target: string,
  { context, onText, wantedHeaders }: HttpExchange,
): Promise<HttpAnswer> {
  const { status, headers } = answer;
  const head = headOf(answer, wantedHeaders);
  // A page in place of an answer is told by its status; letters lost from it are no reason to hide that.
  const strictness = status >= 200 && status < 300 ? 'refuse' : 'replace';
  const charset = charsetOf(headers);
  let text = '';
  try {
    const arrived = await answer.arrived?.();
    if (arrived !== undefined) {
      const whole = decodeWhole(arrived, charset, strictness);
      if (onText === undefined) return { ...head, text: whole };
      onText(whole, head);
      return { ...head, text: '' };
    }
    const turns = new Turns();
    const chunks = decompressedBody(answer, maxBytes);
    for await (const piece of decodeText(chunks, charset, strictness)) {
      if (onText === undefined) text += piece;
      else onText(piece, head);
      await turns.after(piece.length);
    }
  } catch (error) {
    answer.stop();
    if (!(error instanceof WireFormatError)) throw error;
    const message = `the answer from ${target} (HTTP ${status}) cannot be read: ${error.message}`;
    throw new EgoiProtocolError(message, { ...context, cause: error });
  }
  return { ...head, text };
}

const maxRetryAfterMs = 86_400_000;
const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const zonedDate = new RegExp(
  `^(?:[A-Z][a-z]{2}, \\d{2} (?:${months}) \\d{4}|[A-Z][a-z]+day, \\d{2}-(?:${months})-\\d{2}) \\d{2}:\\d{2}:\\d{2} GMT$`,
);
const zonelessDate = new RegExp(
  `^[A-Z][a-z]{2} (?:${months}) [ \\d]\\d \\d{2}:\\d{2}:\\d{2} \\d{4}$`,
);

/** The media type without parameters, lower case; `''` where there is none. */
function mediaTypeOf(headers: IncomingHttpHeaders): string {
  const [type = ''] = (headers['content-type'] ?? '').split(';', 1);
  return type.trim().toLowerCase();
}

/** The `charset` parameter of Content-Type. */
function charsetOf(headers: IncomingHttpHeaders): string | undefined {
  return /;\s*charset\s*=\s*["']?([^"';\s]+)/i.exec(headers['content-type'] ?? '')?.[1];
}

/**
 * How long `Retry-After` asks to wait, in milliseconds, at most a day. Source: RFC 9110, 10.2.3: a
 * number of seconds, or a date in one of the three forms of 5.6.7.
 */
export function retryAfterOf(headers: IncomingHttpHeaders, nowMs: number): number | undefined {
  const value = headers['retry-after']?.trim();
  if (value === undefined) return undefined;
  const waitMs = /^\d+$/.test(value) ? Number(value) * 1000 : dateMs(value) - nowMs;
  return Number.isNaN(waitMs) ? undefined : Math.min(Math.max(waitMs, 0), maxRetryAfterMs);
}

function dateMs(value: string): number {
  if (zonedDate.test(value)) return Date.parse(value);
  return zonelessDate.test(value) ? Date.parse(`${value} GMT`) : Number.NaN;
}

const decompressorOptions = { chunkSize: 64 * 1024 };

/** A body as it is received, and the headers that say how to read it. */
interface ReceivedBody {
  readonly headers: IncomingHttpHeaders;
  readonly body: AsyncIterable<Buffer>;
}

/**
 * The bytes of a body that came together with its head, as short ones do. Ends when the connection is
 * free for the next request.
 *
 * @returns `undefined` where some are still to come, or have to be decompressed
 * @throws WireFormatError for a body that is too large
 */
export async function arrivedBody(
  response: IncomingMessage,
  maxBytes: number,
): Promise<Buffer | undefined> {
  if (!response.complete || codingOf(response.headers) !== '') return undefined;
  const ended = new Promise<void>((resolve) => {
    // Node gives the connection back one tick after the end.
    response.once('end', () => process.nextTick(resolve));
    response.once('close', resolve);
  });
  const bytes = (response.read() as Buffer | null) ?? Buffer.alloc(0);
  if (bytes.length > maxBytes) throw tooLarge(maxBytes);
  await ended;
  return bytes;
}

/**
 * The bytes of a body, decompressed as they arrive. No more than `maxBytes` are taken in, and no more
 * given out.
 *
 * @throws WireFormatError for a body that is too large or whose compression is broken or not known;
 *   what the connection fails with comes as it is
 */
async function* decompressedBody(
  { headers, body }: ReceivedBody,
  maxBytes: number,
): AsyncGenerator<Buffer> {
  if (Number(headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const received = capped(body, maxBytes);
  const coding = codingOf(headers);
  if (coding === '') {
    yield* received;
    return;
  }
  const first = await received.next();
  // Some servers name a coding on empty bodies too.
  if (first.done === true) return;
  yield* decompressed(received, first.value, decompressorFor(coding, first.value), maxBytes);
}

/** How a body is compressed; `''` where it is not. */
function codingOf(headers: IncomingHttpHeaders): string {
  const codings = (headers['content-encoding'] ?? '').split(',').map((name) => name.trim());
  return codings.filter(compresses).join(', ').toLowerCase();
}

/** What servers call bytes that are as they are. */
const plainCodings = new Set(['', 'identity', 'none', 'binary', '7bit', '8bit']);

/** Some PHP pages name their charset where a compression belongs. */
function compresses(coding: string): boolean {
  return !plainCodings.has(coding.toLowerCase()) && !isCharset(coding);
}

async function* decompressed(
  received: AsyncGenerator<Buffer>,
  first: Buffer,
  decompressor: Transform,
  maxBytes: number,
): AsyncGenerator<Buffer> {
  let failure: { readonly error: unknown } | undefined;
  const source = async function* () {
    try {
      yield first;
      yield* received;
    } catch (error) {
      failure = { error };
      throw error;
    }
  };
  // Errors reach the loop below through the decompressor.
  pipeline(source, decompressor, () => {});
  try {
    yield* capped(decompressor, maxBytes);
  } catch (error) {
    if (failure !== undefined) throw failure.error;
    if (error instanceof WireFormatError) throw error;
    throw new WireFormatError('its compression is broken', { cause: error });
  }
}

async function* capped(source: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Buffer> {
  let total = 0;
  for await (const chunk of source) {
    total += chunk.length;
    if (total > maxBytes) throw tooLarge(maxBytes);
    yield chunk;
  }
}

function decompressorFor(coding: string, first: Buffer): Transform {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return zlib.createGunzip(decompressorOptions);
    case 'deflate':
      // Servers disagree on what deflate means: with zlib's header, as the standard says, or without.
      return ((first[0] ?? 0) & 0x0f) === 8
        ? zlib.createInflate(decompressorOptions)
        : zlib.createInflateRaw(decompressorOptions);
    case 'br':
      return zlib.createBrotliDecompress(decompressorOptions);
    default:
      throw new WireFormatError('it is compressed in a way that was not asked for');
  }
}

function tooLarge(maxBytes: number): WireFormatError {
  return new WireFormatError(`it is larger than maxResponseBytes, ${maxBytes} bytes`);
}
