import { isWireObject, type WireObject, type WireValue } from '@egoi-client/core';
import {
  type AnswerDecoder,
  type ArrivingItems,
  type WireAnswer,
  WireFormatError,
} from '@egoi-client/core/wire';
import type { RestFormat } from '../format.ts';
import { envelopeName, restFaultCode } from './answer-tree.ts';
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
  const document = isJson
    ? new JsonAnswerReader()
    : new XmlAnswerReader((name) => isSameMethod(name, method), arriving);
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

/**
 * Takes an answer out of its envelope. Source: reference, 14.4 and 14.5; golden files.
 *
 * @param document the answer as JSON says it, or as XML says it once turned into the same form
 * @param method the method that was called
 * @param readBody undoes what REST adds to the result in this form of the document
 * @throws WireFormatError for anything but an answer to this method
 */
export function readEnvelope(
  document: WireValue,
  method: string,
  readBody: (body: WireValue) => WireValue,
): WireAnswer {
  const envelope = isWireObject(document) ? member(document, envelopeName) : undefined;
  if (envelope !== undefined) return readMethod(envelope, method, readBody);
  const [name = '', body] = onlyMember(document);
  if (!isWireObject(body) || member(body, 'status') !== 'failed') {
    throw new WireFormatError(`it is not an ${envelopeName} answer`);
  }
  const noMethod = name === 'rest';
  if (!noMethod && !isSameMethod(name, method)) foreignMethod();
  const faultCode = noMethod ? restFaultCode.noMethod : restFaultCode.unknownMethod;
  return { fault: { faultCode, faultString: failureOf(body) ?? '' } };
}

function readMethod(
  envelope: WireValue,
  method: string,
  readBody: (body: WireValue) => WireValue,
): WireAnswer {
  const members = isWireObject(envelope) ? Object.entries(envelope) : [];
  if (members.length === 0) throw new WireFormatError('its envelope holds no method');
  const [, body] = members.find(([name]) => isSameMethod(name, method)) ?? foreignMethod();
  const failure = isWireObject(body) ? failureOf(body) : undefined;
  if (failure !== undefined) {
    return { fault: { faultCode: restFaultCode.failed, faultString: failure } };
  }
  return { value: readBody(body) };
}

/** The text of a failure: `status` says `failed`, and a `response` is all that stands beside it. */
function failureOf(body: WireObject): string | undefined {
  const response = member(body, 'response');
  const alone = Object.keys(body).length === 2;
  if (response === undefined || member(body, 'status') !== 'failed' || !alone) return undefined;
  const message = isWireObject(response) ? member(response, 'message') : response;
  return typeof message === 'string' ? message : '';
}

function onlyMember(value: WireValue): readonly [string, WireValue] | readonly [] {
  const members = isWireObject(value) ? Object.entries(value) : [];
  return members.length === 1 ? (members[0] ?? []) : [];
}

function foreignMethod(): never {
  throw new WireFormatError('it belongs to another method');
}

function member(struct: WireObject, name: string): WireValue | undefined {
  return Object.hasOwn(struct, name) ? struct[name] : undefined;
}

/** Letter case is all that the known spellings of one method differ in (reference, 14.2). */
function isSameMethod(name: string, method: string): boolean {
  return name.toLowerCase() === method.toLowerCase();
}
