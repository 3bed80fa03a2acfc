import { WireFormatError, type WireValue } from '@egoi-client/core';

/** Reads a JSON answer once its text is complete, by the engine's own parser; what it says is for `readEnvelope`. */
export class JsonAnswerReader {
  #text = '';

  /** Takes the next piece of the text, cut anywhere. */
  write(text: string): void {
    this.#text += text;
  }

  /** Says that all has come. @throws WireFormatError */
  end(): WireValue {
    try {
      return JSON.parse(this.#text.replace(/^\ufeff/, '')) as WireValue;
    } catch {
      // The parser's message quotes the document.
      throw new WireFormatError('it is not JSON, or not all of it came');
    }
  }
}
