import { EgoiError } from './errors/egoi-error.ts';
import { abortionError, errorContext } from './errors/error-context.ts';
import { EgoiProtocolError } from './errors/errors.ts';
import { followSignal } from './linked-signal.ts';
import type { Transport, TransportReply, TransportRequest } from './transport.ts';

/** How long a transport may take to end a call of its own accord once the signal has fired. */
const abortGraceMs = 250;

/** Holds a transport to its contract: it settles when the signal fires, and rejects with `EgoiError` only. */
export async function callTransport(
  transport: Transport,
  request: TransportRequest,
): Promise<TransportReply> {
  const context = errorContext(request, transport.id);
  const { signal } = request;
  if (signal.aborted) throw abortionError(signal, context, 'not_sent');
  const cleanUps: (() => void)[] = [];
  const overdue = new Promise<never>((_resolve, reject) => {
    // The transport's own error knows how far the call got, so it has the first word.
    const onAbort = () => {
      const timer = setTimeout(
        () => reject(abortionError(signal, context, 'unknown')),
        abortGraceMs,
      );
      cleanUps.push(() => clearTimeout(timer));
    };
    cleanUps.push(followSignal(signal, onAbort));
  });
  try {
    return await Promise.race([transport.call(request), overdue]);
  } catch (error) {
    if (error instanceof EgoiError) throw error;
    throw new EgoiProtocolError(`transport '${transport.id}' failed in a way that it must not`, {
      ...context,
      delivery: 'unknown',
      cause: error,
    });
  } finally {
    for (const cleanUp of cleanUps) cleanUp();
  }
}
