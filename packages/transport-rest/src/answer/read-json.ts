import { WireFormatError, type WireValue } from '@egoi-client/core';

/** Reads a JSON answer once its text is complete, by the engine's own parser; what it says is for `readEnvelope`. */
export class JsonAnswerReader {
  readonly #pieces: string[] = [];

  /** Takes the next piece of the text, cut anywhere. */
  write(text: string): void {
    this.#pieces.push(text);
  }

  /** Says that all has come. @throws WireFormatError */
  end(): WireValue {
    try {
      const text = this.#pieces.join('');
      return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text) as WireValue;
    } catch {
      // The parser's message quotes the document.
      throw new WireFormatError('it is not JSON, or not all of it came');
    }
  }
}
