import type { Transport } from '@egoi-client/core';
import type { CallReading } from './call-reading.ts';
import { type Cancellation, cancellationBy } from './cancellation.ts';
import type { Gateway, GatewayOptions } from './contract.ts';
import { createDispatcher } from './dispatcher.ts';
import { resolveGatewayOptions, resolveListenOptions } from './gateway-options.ts';
import { startServer } from './http-server.ts';
import { pieceBytes, ReadingTurns } from './server/reading-turns.ts';

/**
 * Serves a transport over SOAP, universal SOAP, XML-RPC and REST, at the paths that the service has.
 * The mirror of the client: wire, codec, transport, codec, wire.
 *
 * @param transport answers the calls; stays open when the gateway closes
 * @throws EgoiConfigError for wrong or unknown options, or something that is no transport
 *
 * @example
 * const gateway = createGateway(sandboxTransport());
 * const server = await gateway.listen({ port: 8080 });
 */
export function createGateway(transport: Transport, options: GatewayOptions = {}): Gateway {
  const resolved = resolveGatewayOptions(transport, options);
  const dispatcher = createDispatcher(transport, resolved);
  const turns = new ReadingTurns();
  return {
    async handle(request) {
      const admitted = dispatcher.admit(request);
      if ('reply' in admitted) return admitted.reply;
      const { body, signal } = request;
      if (body.byteLength > resolved.maxBodyBytes) {
        return dispatcher.refuseBody(admitted, 'too-large');
      }
      const cancellation = cancellationBy(signal);
      const reading = dispatcher.read(admitted);
      try {
        if (admitted.takesBody) await readWhole(body, turns, reading, cancellation);
        return await dispatcher.answer(reading, cancellation);
      } finally {
        cancellation.release();
      }
    },
    listen: async (listenOptions = {}) =>
      startServer(dispatcher, resolved, resolveListenOptions(listenOptions)),
  };
}

/** Requests without a server come from no address. */
const anybody = '';

/** Reads a body that is there as a whole, a long one in turns, as long as somebody waits for the answer. */
async function readWhole(
  body: Uint8Array,
  turns: ReadingTurns,
  reading: CallReading,
  cancellation: Cancellation,
): Promise<void> {
  for (let at = 0; at < body.byteLength; at += pieceBytes) {
    if (at > 0) await turns.next(anybody);
    if (at > 0 && cancellation.requested !== undefined) return reading.abandon();
    reading.write(body.subarray(at, at + pieceBytes));
  }
}
