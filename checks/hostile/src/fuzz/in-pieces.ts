import { type AnswerDecoder, type WireAnswer, WireFormatError } from '@egoi-client/core/wire';

/**
 * Reads an answer whole and in pieces.
 *
 * @returns the answer
 * @throws WireFormatError where both refuse it, Error where the two see different things
 */
export function inPieces(text: string, decoder: () => AnswerDecoder): WireAnswer {
  const whole = outcomeOf(decoder(), text, text.length + 1);
  const cut = outcomeOf(decoder(), text, 1 + (text.length % 97));
  if (JSON.stringify(whole) !== JSON.stringify(cut)) {
    throw new Error(`whole: ${JSON.stringify(whole)}, in pieces: ${JSON.stringify(cut)}`);
  }
  if (whole === 'refused') throw new WireFormatError('both refuse it');
  return whole;
}

function outcomeOf(decoder: AnswerDecoder, text: string, size: number): WireAnswer | 'refused' {
  try {
    for (let at = 0; at < text.length; at += size) decoder.write(text.slice(at, at + size));
    return decoder.end();
  } catch (error) {
    if (error instanceof WireFormatError) return 'refused';
    throw error;
  }
}
