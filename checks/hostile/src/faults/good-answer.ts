import { goodTag } from './fault.ts';
import type { FaultWire } from '@egoi-client/conformance/support/fault-wires';
import { answerBytes, type RawAnswer } from './visit.ts';

/**
 * The right answer to the call, of which the rows change something.
 *
 * @param changes take the place of body and status, and are added to the headers
 */
export function goodAnswer(wire: FaultWire, changes: Partial<RawAnswer> = {}): RawAnswer {
  return {
    body: goodDocument(wire),
    ...changes,
    headers: { 'Content-Type': `${wire.mediaType}; charset=utf-8`, ...changes.headers },
  };
}

/** The document of the right answer. */
export function goodDocument(wire: FaultWire): string {
  return wire.answer('addTag', goodTag);
}

/** A good answer up to its body, or to the middle of it. */
export function firstBytes(wire: FaultWire, part: 'head' | 'half'): Buffer {
  const bytes = answerBytes(goodAnswer(wire));
  const bodyStart = bytes.indexOf('\r\n\r\n') + 4;
  return bytes.subarray(0, part === 'head' ? bodyStart : (bodyStart + bytes.length) >> 1);
}
