import {
  type AnswerDecoder,
  type ArrivingItems,
  type WireAnswer,
  WireFormatError,
} from '@egoi-client/core/wire';
import type { XmlName } from '@egoi-client/xml';
import { BodyReader, type SoapBody } from './read-body.ts';

/**
 * Reads an answer of SOAP 1.1 or 1.2: the part `return`, or the only one there is; none is null.
 *
 * @param method the method that was called; without it any answer will do. Case does not count, as
 *   PHP answers in the spelling of its own method
 * @throws WireFormatError for anything but an answer, and for the answer of another method
 */
export function decodeAnswer(text: string, method?: string): WireAnswer {
  const decoder = answerDecoder(method);
  decoder.write(text);
  return decoder.end();
}

/**
 * Reads an answer as `decodeAnswer` does, while its text arrives.
 *
 * @param arriving whom to tell of items that stand in the part `return`
 */
export function answerDecoder(method?: string, arriving?: ArrivingItems): AnswerDecoder {
  const reader = new BodyReader((name) => (isAnswerTo(name, method) ? arriving : undefined));
  return {
    write: (text) => reader.write(text),
    end: () => answerIn(reader.end(), method),
  };
}

function answerIn(body: SoapBody, method: string | undefined): WireAnswer {
  if ('fault' in body) return body;
  const { name, parts } = body;
  if (!isAnswerTo(name, method)) {
    throw new WireFormatError('the answer belongs to another method');
  }
  const part = parts.find((candidate) => candidate.name === 'return') ?? parts[0];
  return { value: part === undefined ? null : part.value };
}

function isAnswerTo({ local }: XmlName, method: string | undefined): boolean {
  return method === undefined || local.toLowerCase() === `${method}Response`.toLowerCase();
}
