import { EgoiError } from '../errors/egoi-error.ts';
import { abortionError, errorContext } from '../contract/error-context.ts';
import { EgoiProtocolError } from '../errors/errors.ts';
import { followSignal } from '../contract/linked-signal.ts';
import type { Transport, TransportReply, TransportRequest } from '../contract/transport.ts';

/** How long a transport may take to end a call of its own accord once the signal has fired. */
const abortGraceMs = 250;

/** Holds a transport to its contract: it settles when the signal fires, and rejects with `EgoiError` only. */
export async function callTransport(
  transport: Transport,
  request: TransportRequest,
): Promise<TransportReply> {
  const { signal } = request;
  const { id } = transport;
  if (signal.aborted) throw abortionError(signal, errorContext(request, id), 'not_sent');
  let grace: NodeJS.Timeout | undefined;
  let unfollow: (() => void) | undefined;
  try {
    return await new Promise<TransportReply>((resolve, reject) => {
      const giveUp = (): void =>
        reject(abortionError(signal, errorContext(request, id), 'unknown'));
      unfollow = followSignal(signal, () => {
        // The transport's own error knows how far the call got, so it has the first word.
        grace = setTimeout(giveUp, abortGraceMs);
      });
      transport.call(request).then(resolve, reject);
    });
  } catch (error) {
    if (error instanceof EgoiError) throw error;
    throw new EgoiProtocolError(`transport '${id}' failed in a way that it must not`, {
      ...errorContext(request, id),
      delivery: 'unknown',
      cause: error,
    });
  } finally {
    unfollow?.();
    clearTimeout(grace);
  }
}
