import { type AnswerDecoder, type WireAnswer, WireFormatError } from '@egoi-client/core';
import type { RestFormat } from '../format.ts';
import { readEnvelope } from './read-envelope.ts';
import { readJson } from './read-json.ts';
import { readXml } from './read-xml.ts';

/** What is known of an answer before it is read. */
export interface ExpectedAnswer {
  /** The method that was called; another spelling of it in the answer will do. */
  readonly method: string;
  readonly format: RestFormat;
  /** Whether the method's result is a list: an empty body then stands for the empty one. */
  readonly expectsList: boolean;
}

/**
 * Reads an answer: the method's result freed of its envelope, or the fault in its place. Leaves are
 * the text that came; an error answer (`ERROR` beside a status of success, or a bare word) is a value.
 * Source: reference, 14.4 and 14.5; golden files.
 *
 * @param text the whole body
 * @throws WireFormatError for anything but a whole answer to this method. Holds no text of the body
 */
export function decodeAnswer(text: string, expected: ExpectedAnswer): WireAnswer {
  const document = text.replace(/^\ufeff/, '');
  // Seen from the service where a list has no element (reference, 14.4).
  if (document.trim() === '') {
    if (expected.expectsList) return { value: [] };
    throw new WireFormatError('it is empty');
  }
  const parsed = expected.format === 'json' ? readJson(document) : readXml(document);
  return readEnvelope(parsed, expected.method);
}

/** Reads an answer as `decodeAnswer` does, while its text arrives. */
export function answerDecoder(expected: ExpectedAnswer): AnswerDecoder {
  let text = '';
  return {
    write(piece) {
      text += piece;
    },
    end: () => decodeAnswer(text, expected),
  };
}
