import type { IncomingHttpHeaders } from 'node:http';
import { EgoiProtocolError } from '@egoi-client/core';
import { WireFormatError } from '@egoi-client/core/wire';
import { charsetOf, mediaTypeOf, retryAfterOf } from './answer-headers.ts';
import { decompressedBody } from './body-bytes.ts';
import { decodeText, decodeWhole } from './body-text.ts';
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
function headOf({ status, headers }: Pick<ArrivingAnswer, 'status' | 'headers'>) {
  const retryAfterMs = retryAfterOf(headers, Date.now());
  const head: HttpAnswerHead = {
    status,
    mediaType: mediaTypeOf(headers),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
  return head;
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
  { context, onText }: HttpExchange,
): Promise<HttpAnswer> {
  const { status, headers } = answer;
  const head = headOf(answer);
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
