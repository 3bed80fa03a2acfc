import { type WireValue } from '@egoi-client/core';
import { WireFormatError } from '@egoi-client/core/wire';
import { spelledJson } from './spelled-json.ts';
import { holdsUncarriedText } from './uncarried-json.ts';

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
