import type { WireValue } from '@egoi-client/core';
import { WireFormatError } from '@egoi-client/core/wire';
import { spelledJson } from './spelled-json.ts';

/**
 * Whether a document says all that its text does. The engine's parser takes digits from long numbers
 * and puts names that are numbers in order.
 */
export type Faithfulness = 'lossy' | 'faithful';

/** What the engine's parser has made of a document is not all that the document says. */
export class LossyParse extends Error {
  override readonly name = 'LossyParse';
}

/** Reads a JSON answer once its text is complete, by the engine's own parser; what it says is for `readEnvelope`. */
export class JsonAnswerReader {
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
