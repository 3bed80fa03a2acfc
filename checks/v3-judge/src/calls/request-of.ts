import { writeRequest } from '@egoi-client/v3-api';
import type { JudgedCall } from './judged-call.ts';
import { type SentRequest, writeUnchecked } from './write-unchecked.ts';

/**
 * The request of a call: by the client half where it is right.
 *
 * @throws Error where the client half refuses it
 */
export function requestOf(call: JudgedCall): SentRequest {
  if (call.kind === 'wrong') return writeUnchecked(call);
  const written = writeRequest(call.name, call.input as never);
  if (written.kind === 'request') return written;
  const [first] = written.problems;
  throw new Error(`the client half refuses ${call.name}: ${first?.path} ${first?.problem}`);
}
