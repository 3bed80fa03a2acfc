import { AsyncLocalStorage } from 'node:async_hooks';
import type { Transport } from '@egoi-client/core';
import {
  type AdmittedRequest,
  CancellationSource,
  type HttpReply,
  type HttpService,
  type RequestHead,
} from '@egoi-client/http/server';
import { ArrivingBody, type CallLog } from './call-log.ts';
import type { DecodedCall, Exchange } from './exchange.ts';

/** Which exchange a call belongs to, from the wire down to the account. */
const current = new AsyncLocalStorage<Exchange>();

/** A transport that writes down what calls of an exchange hold, and what came of them. */
export function watchedTransport(transport: Transport): Transport {
  return {
    ...transport,
    async call(request) {
      const exchange = current.getStore();
      if (exchange === undefined) return transport.call(request);
      const { method, spec, params, credentials } = request;
      const call: DecodedCall = { request: { method, spec, params, credentials } };
      exchange.calls.push(call);
      try {
        const reply = await transport.call(request);
        call.value = reply.value;
        return reply;
      } catch (error) {
        call.error = error;
        throw error;
      }
    },
  };
}

/** A service that writes down its exchanges. */
export function watchedService(service: HttpService, log: CallLog): HttpService {
  return {
    admit: (head) => admissionOf(service, log, head, log.begin(head)),
    refuse(refusal, head) {
      const reply = service.refuse(refusal, head);
      if (head !== undefined) log.end(log.begin(head), [], 0, reply);
      return reply;
    },
    onDefect: (error) => service.onDefect(error),
  };
}

function admissionOf(
  service: HttpService,
  log: CallLog,
  head: RequestHead,
  exchange: Exchange,
): AdmittedRequest | { readonly reply: HttpReply } {
  const body = new ArrivingBody();
  const end = (reply?: HttpReply) => log.end(exchange, body.pieces, body.length, reply);
  const admitted = service.admit(head);
  if ('reply' in admitted) {
    end(admitted.reply);
    return admitted;
  }
  const { write } = admitted;
  return {
    write:
      write === undefined
        ? undefined
        : (bytes) => {
            body.write(bytes);
            write(bytes);
          },
    async answer(cancellation) {
      try {
        const reply = await current.run(exchange, () => admitted.answer(cancellation));
        end(reply);
        return reply;
      } catch (error) {
        end();
        throw error;
      }
    },
  };
}

/** Whether an exchange can be sent once more: all of its body is kept. */
export function isWhole({ request }: Exchange): boolean {
  return request.bytes.length === request.length;
}

/**
 * Sends a request once more, as it stood.
 *
 * @param service the one that is watched, itself unwatched
 * @returns the new exchange
 */
export async function replay(
  service: HttpService,
  log: CallLog,
  { id, head, request }: Exchange,
): Promise<Exchange> {
  const exchange = log.begin(head, id);
  const admitted = admissionOf(service, log, head, exchange);
  if ('reply' in admitted) return exchange;
  admitted.write?.(request.bytes);
  try {
    await admitted.answer(new CancellationSource());
  } catch (error) {
    service.onDefect(error);
  }
  return exchange;
}
