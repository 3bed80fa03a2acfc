import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { pipeline, type Transform } from 'node:stream';
import zlib from 'node:zlib';
import { WireFormatError } from '@egoi-client/core/wire';
import { isCharset } from './charset.ts';

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
export async function* decompressedBody(
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
