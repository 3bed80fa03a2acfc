import { type Cancellation, cancellationBy } from './cancellation.ts';
import type { AdmittedRequest, HttpReply, HttpRequest, HttpService } from './contract.ts';
import { pieceBytes, ReadingTurns } from './reading-turns.ts';
import { bodyRefusal, declaredBodyRefusal } from './refusal.ts';
import type { ResolvedServerOptions } from './server-options.ts';

/** Requests without a server come from no address. */
const anybody = '';

/**
 * Answers whole requests by a service, without a server: for tests, and for servers of other makers.
 * The limits of bodies hold; those of connections, and whose requests are taken, are the other server's.
 */
export function requestHandler(
  service: HttpService,
  limits: Pick<ResolvedServerOptions, 'maxBodyBytes' | 'minBodyBytesPerSecond'>,
): (request: HttpRequest) => Promise<HttpReply> {
  const turns = new ReadingTurns();
  return async (request) => {
    const admitted = service.admit(request);
    if ('reply' in admitted) return admitted.reply;
    const { headers, body, signal } = request;
    const refusal =
      body.byteLength > limits.maxBodyBytes
        ? bodyRefusal('body-too-large', limits)
        : admitted.write && declaredBodyRefusal(headers, limits);
    if (refusal !== undefined) return service.refuse(refusal, request);
    const cancellation = cancellationBy(signal);
    try {
      await readWhole(body, turns, admitted, cancellation);
      return await admitted.answer(cancellation);
    } finally {
      cancellation.release();
    }
  };
}

/** Reads a body that is there as a whole, a long one in turns, as long as somebody waits for the answer. */
async function readWhole(
  body: Uint8Array,
  turns: ReadingTurns,
  admitted: AdmittedRequest,
  cancellation: Cancellation,
): Promise<void> {
  if (admitted.write === undefined) return;
  for (let at = 0; at < body.byteLength; at += pieceBytes) {
    if (at > 0) await turns.next(anybody);
    if (at > 0 && cancellation.requested !== undefined) return;
    admitted.write(body.subarray(at, at + pieceBytes));
  }
}
