import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { EgoiInputError } from '@egoi-client/core';
import { abortionError, type ErrorContext } from '@egoi-client/core/wire';

/** How many characters are gathered before they are handed on. */
const pieceLength = 32 * 1024;

/** A body up to this size, in bytes, is held whole; a larger one is written while it is sent. */
const maxHeldBytes = 256 * 1024;

/** A body whose size is known and allowed, so that it can be sent. */
export interface RequestBody {
  readonly bytes: number;
  /** All of it, where it is held whole. */
  readonly text?: string;
  /** Its pieces, where it is not. */
  readonly stream?: (reader: BodyReader) => Readable;
}

/** Who takes the pieces of a body. */
interface BodyReader {
  /** Turns true once nobody reads on at the other end. */
  readonly refused: boolean;
  /** No piece is still to be made. */
  bodyIsWhole: boolean;
}

/** What measuring knows of the exchange that a body is for. */
export interface BodyExchange {
  readonly signal: Pick<AbortSignal, 'aborted' | 'reason'>;
  readonly context: ErrorContext;
}

/**
 * Measures a body before anything is sent. A large one in pieces is not kept for that: they are made once
 * to be counted and once more to be sent, with a turn of the event loop after each. A large text is cut.
 *
 * @param maxBytes the most that it may have
 * @param heldBytes the most that is held whole
 * @throws EgoiInputError for a larger one, and what the pieces themselves throw
 */
export async function measureBody(
  body: string | Iterable<string>,
  maxBytes: number,
  { signal, context }: BodyExchange,
  heldBytes = maxHeldBytes,
): Promise<RequestBody> {
  const isText = typeof body === 'string';
  let text = isText ? body : '';
  let bytes = isText ? Buffer.byteLength(body) : 0;
  for (const piece of isText ? [] : body) {
    bytes += Buffer.byteLength(piece);
    text = bytes <= heldBytes ? text + piece : '';
    if (bytes <= maxHeldBytes) continue;
    await nextTurn();
    if (signal.aborted) throw abortionError(signal, context, 'not_sent');
  }
  if (bytes > maxBytes) {
    const problem = `the request has ${bytes} bytes, more than maxRequestBytes, ${maxBytes}; send less at a time`;
    throw new EgoiInputError([{ path: 'parameters', problem }], context);
  }
  if (bytes <= heldBytes) return { bytes, text };
  // In pieces, so that an answer before the end of the request is seen as what it is.
  const pieces = isText ? textPieces(() => [body]) : body;
  return { bytes, stream: (reader) => new BodyStream(pieces, bytes, reader) };
}

/** The pieces of a body, each made when the connection has taken the one before. */
class BodyStream extends Readable {
  readonly #pieces: Iterator<string>;
  readonly #reader: BodyReader;
  #bytesLeft: number;

  constructor(pieces: Iterable<string>, bytes: number, reader: BodyReader) {
    super();
    this.#pieces = pieces[Symbol.iterator]();
    this.#bytesLeft = bytes;
    this.#reader = reader;
    reader.bodyIsWhole = false;
  }

  // A turn of the event loop lies between two pieces even where the connection takes all at once.
  override _read(): void {
    setImmediate(() => this.#pushNext());
  }

  /** What nobody wants any more stays open: its end would say that the body is whole. */
  #pushNext(): void {
    if (this.#reader.refused) return;
    try {
      this.push(this.#next());
    } catch (error) {
      this.destroy(error as Error);
    }
  }

  /** The last piece goes out only once there is none behind it: with it the server has all it asks for. */
  #next(): Buffer | null {
    const piece = this.#pieceAfter();
    this.#bytesLeft -= piece?.length ?? 0;
    const isWhole = this.#bytesLeft === 0 && (piece === null || this.#pieceAfter() === null);
    if (!isWhole && (piece === null || this.#bytesLeft <= 0)) {
      throw new Error('the parameters were changed while they were sent');
    }
    if (isWhole) this.#reader.bodyIsWhole = true;
    return piece;
  }

  /** An empty piece would look like one that is still to come. */
  #pieceAfter(): Buffer | null {
    for (;;) {
      const { done, value } = this.#pieces.next();
      if (done === true) return null;
      if (value !== '') return Buffer.from(value);
    }
  }
}
/**
 * A text that is made anew each time it is read, in pieces of some tens of thousands of characters.
 *
 * @param write gives the pieces of whatever size, the same each time
 */
export function textPieces(write: () => Iterable<string>): Iterable<string> {
  return { [Symbol.iterator]: () => gathered(write()) };
}

function* gathered(pieces: Iterable<string>): Generator<string, void> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < pieceLength) continue;
    yield* slices(text);
    text = '';
  }
  if (text !== '') yield text;
}

/** A single text of a call can be many pieces long. No cut goes through a surrogate pair. */
function* slices(text: string): Generator<string, void> {
  let start = 0;
  while (text.length - start > 2 * pieceLength) {
    const last = text.charCodeAt(start + pieceLength - 1);
    const end = start + pieceLength - (last >= 0xd800 && last < 0xdc00 ? 1 : 0);
    yield text.slice(start, end);
    start = end;
  }
  yield text.slice(start);
}
