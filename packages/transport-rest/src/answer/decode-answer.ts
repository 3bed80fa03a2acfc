import { isWireObject, type WireObject, type WireValue } from '@egoi-client/core';
import {
  type AnswerDecoder,
  type ArrivingItems,
  type WireAnswer,
  WireFormatError,
} from '@egoi-client/core/wire';
import type { RestFormat } from '../format.ts';
import { envelopeName, restFaultCode } from './answer-tree.ts';
import { type Faithfulness, LossyParse, readRestoredResult, readResult } from './read-result.ts';
import { XmlAnswerReader } from './read-xml.ts';
import { spelledJson } from './spelled-json.ts';

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

/** Reads a JSON answer once its text is complete, by the engine's own parser; what it says is for `readEnvelope`. */
class JsonAnswerReader {
  readonly #pieces: string[] = [];

  /** Takes the next piece of the text, cut anywhere. */
  write(text: string): void {
    this.#pieces.push(text);
  }

  /**
   * Says that all has come, and gives the value to somebody.
   *
   * @param take may throw `LossyParse` where it meets a number or a name that may have lost something;
   *   it then gets the value anew, with such numbers as texts and `key_` in front of such names
   * @throws WireFormatError
   */
  end<T>(take: (document: WireValue, faith: Faithfulness) => T): T {
    const whole = this.#pieces.join('');
    const text = whole.startsWith('\ufeff') ? whole.slice(1) : whole;
    const document = parse(text);
    if (holdsUncarriedText(text)) {
      throw new WireFormatError(
        'a text of it holds a control character or half of a surrogate pair',
      );
    }
    try {
      return take(document, 'lossy');
    } catch (error) {
      if (!(error instanceof LossyParse)) throw error;
      return take(parse(spelledJson(text)), 'faithful');
    }
  }
}

function parse(text: string): WireValue {
  try {
    return JSON.parse(text) as WireValue;
  } catch {
    // The parser's message quotes the document.
    throw new WireFormatError('it is not JSON, or not all of it came');
  }
}

/** Escapes of characters that XML has no place for, behind the backslash. */
const uncarriedEscape = /[bf]|u(?:00(?:0[0-8bcBC]|0[eEfF]|1)|[fF]{3}[eEfF])/y;
const highHalf = /u[dD][89abAB]../y;
const lowHalf = /u[dD][c-fC-F]/y;
const escapedLowHalf = /\\u[dD][c-fC-F]/y;

/**
 * Tells whether a text of a JSON document holds a character that no other wire could carry: a control
 * character, or half of a surrogate pair.
 *
 * @param json valid JSON, so that every backslash begins an escape
 */
function holdsUncarriedText(json: string): boolean {
  if (/[\ufffe\uffff]/.test(json) || !json.isWellFormed()) return true;
  for (let at = json.indexOf('\\'); at !== -1; at = json.indexOf('\\', at)) {
    at += 1;
    if (isLetter(json, at)) {
      at += 5;
      continue;
    }
    if (matchesAt(uncarriedEscape, json, at) || matchesAt(lowHalf, json, at)) return true;
    if (!matchesAt(highHalf, json, at)) at += 1;
    else if (matchesAt(escapedLowHalf, json, at + 5)) at += 11;
    else return true;
  }
  return false;
}

/** Tells `\u00e9` and the like, which answers are full of, without an expression for each. */
function isLetter(json: string, at: number): boolean {
  if (json.charCodeAt(at) !== codeOf('u')) return false;
  const first = json.charCodeAt(at + 1);
  const third = json.charCodeAt(at + 3);
  return first === codeOf('0') ? third > codeOf('1') : first > codeOf('0') && first <= codeOf('9');
}

function codeOf(character: string): number {
  return character.charCodeAt(0);
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
