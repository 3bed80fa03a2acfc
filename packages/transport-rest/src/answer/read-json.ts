import { WireFormatError, type WireValue } from '@egoi-client/core';

/** Reads the text of a JSON answer; what it says is for `readEnvelope`. @throws WireFormatError */
export function readJson(text: string): WireValue {
  try {
    return JSON.parse(text) as WireValue;
  } catch {
    // The parser's message quotes the document.
    throw new WireFormatError('it is not JSON, or not all of it came');
  }
}
