import { type WireValue } from '@egoi-client/core';
import {
  type AnswerDecoder,
  type ArrivingItems,
  type WireAnswer,
  WireFormatError,
} from '@egoi-client/core/wire';
import type { RestFormat } from '../format.ts';
import { readEnvelope } from './read-envelope.ts';
import { type Faithfulness, JsonAnswerReader } from './read-json.ts';
import { readRestoredResult, readResult } from './read-result.ts';
import { XmlAnswerReader } from './read-xml.ts';

/** What is known of an answer before it is read. */
export interface ExpectedAnswer {
  /** The method that was called; another spelling of it in the answer will do. */
  readonly method: string;
  readonly format: RestFormat;
  /** Whether an empty body stands for the empty list. */
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
  const decoder = answerDecoder(expected);
  decoder.write(text);
  return decoder.end();
}

/**
 * Reads an answer as `decodeAnswer` does, while its text arrives; JSON once all of it is there.
 *
 * @param arriving whom to tell of items, which an answer in XML allows
 */
export function answerDecoder(
  { method, format, expectsList }: ExpectedAnswer,
  arriving?: ArrivingItems,
): AnswerDecoder {
  const isJson = format === 'json';
  const document = isJson ? new JsonAnswerReader() : new XmlAnswerReader(method, arriving);
  const read = (value: WireValue, faith: Faithfulness): WireAnswer =>
    readEnvelope(value, method, isJson ? (body) => readResult(body, faith) : readRestoredResult);
  let isEmpty = true;
  return {
    write(text) {
      isEmpty &&= text.trim() === '';
      document.write(text);
    },
    end() {
      return isEmpty ? emptyAnswer(expectsList) : document.end(read);
    },
  };
}

/**
 * The maker's PHP wrapper reads an empty body as an empty list (reference, 14.4). The framework's own
 * empty list has a status, and a PHP process that dies sends an empty body for any answer.
 */
function emptyAnswer(isList: boolean): WireAnswer {
  if (isList) return { value: [] };
  throw new WireFormatError(
    "it is empty. That may be an empty list, or a PHP process that died; where it is a list, set restTransport's option emptyAnswer to 'list'",
  );
}
