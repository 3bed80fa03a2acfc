import { type Transport, WireFormatError } from '@egoi-client/core';
import { callTransport } from './call-transport.ts';
import type { HttpReply, HttpRequest } from './contract.ts';
import { type Endpoint, makeEndpoints } from './endpoints.ts';
import type { ResolvedGatewayOptions } from './gateway-options.ts';
import { plainReply } from './http-reply.ts';
import { parseMediaType } from './media-type.ts';
import { reportError } from './report-error.ts';
import { wsdlReply } from './wsdl-reply.ts';

type RequestHead = Omit<HttpRequest, 'body' | 'signal'>;

interface Target {
  readonly endpoint: Endpoint | undefined;
  /** Without the question mark. */
  readonly query: string;
}

/** What stands between HTTP and the transport: everything of the gateway but sockets. */
export interface Front {
  /** The reply to a request that needs no body to be answered: refusals and WSDLs. */
  admit(head: RequestHead): HttpReply | undefined;
  /** The reply to a request whose body was not taken in. The head has been admitted. */
  refuseBody(head: RequestHead, problem: 'too-large' | 'no-room'): HttpReply;
  /** Never rejects. */
  handle(request: HttpRequest): Promise<HttpReply>;
}

/** Puts a transport behind the four endpoints. */
export function createFront(transport: Transport, options: ResolvedGatewayOptions): Front {
  const { maxBodyBytes, publicUrl, onError } = options;
  const endpoints = makeEndpoints(options.maxFormFields);

  const targetOf = (url: string): Target => {
    // The absolute form is how clients ask through a proxy; RFC 9112 wants it understood everywhere.
    const target = url.replace(/^https?:\/\/[^/?#]*/i, '');
    const [path = '', ...query] = target.split('?');
    return { endpoint: endpoints.get(path), query: query.join('?') };
  };

  const refuseBody: Front['refuseBody'] = (head, problem) => {
    const { endpoint, query } = targetOf(head.url);
    if (endpoint === undefined) return notFound();
    return endpoint.protocol.refuse(
      problem === 'too-large'
        ? {
            reason: 'bad-request',
            text: `the body is larger than ${maxBodyBytes} bytes`,
            status: 413,
          }
        : { reason: 'failure', text: 'the gateway has too much to read; try later', status: 503 },
      query,
    );
  };

  const admit: Front['admit'] = (head) => {
    const { endpoint, query } = targetOf(head.url);
    if (endpoint === undefined) return notFound();
    const { protocol } = endpoint;
    const { method, headers } = head;
    const wsdl = hasWsdlFlag(query) ? endpoint.wsdl : undefined;
    if (wsdl !== undefined && method === 'GET') {
      return wsdlReply(endpoint.path, wsdl, head, publicUrl);
    }
    if (!protocol.callMethods.includes(method)) {
      const allow = [...(wsdl !== undefined ? ['GET'] : []), ...protocol.callMethods].join(', ');
      return plainReply(405, `this address takes ${allow} only`, { allow });
    }
    if (method === 'GET') return undefined;
    const encoding = headers['content-encoding'] ?? 'identity';
    if (encoding.trim().toLowerCase() !== 'identity') {
      const text = 'compressed requests are not taken';
      return protocol.refuse({ reason: 'bad-request', text, status: 415 }, query);
    }
    if (Number(headers['content-length'] ?? 0) > maxBodyBytes) return refuseBody(head, 'too-large');
    const { essence } = parseMediaType(headers['content-type']);
    if (essence !== '' && !protocol.mediaTypes.includes(essence)) {
      const text = `the content type must be ${protocol.mediaTypes.join(' or ')}`;
      return protocol.refuse({ reason: 'bad-request', text }, query);
    }
    return undefined;
  };

  const answer = async (request: HttpRequest, endpoint: Endpoint, query: string) => {
    const { protocol } = endpoint;
    const call = protocol.read({
      query,
      mediaType: parseMediaType(request.headers['content-type']),
      body: request.method === 'GET' ? new Uint8Array() : request.body,
    });
    if ('refused' in call) return call.refused;
    return callTransport(call, transport, options, request.signal);
  };

  return {
    admit,
    refuseBody,
    async handle(request) {
      const refused = admit(request);
      if (refused !== undefined) return refused;
      const { endpoint, query } = targetOf(request.url);
      if (endpoint === undefined) return notFound();
      if (request.body.byteLength > maxBodyBytes) return refuseBody(request, 'too-large');
      try {
        return await answer(request, endpoint, query);
      } catch (error) {
        if (error instanceof WireFormatError) {
          return endpoint.protocol.refuse({ reason: 'bad-request', text: error.message }, query);
        }
        reportError(onError, error, undefined);
        return endpoint.protocol.refuse({ reason: 'failure', text: 'internal error' }, query);
      }
    },
  };
}

function notFound(): HttpReply {
  return plainReply(404, 'there is nothing at this address');
}

/** PHP's servers take the flag in any case, with and without a value. */
function hasWsdlFlag(query: string): boolean {
  return query.split('&').some((field) => /^wsdl(?:=|$)/i.test(field));
}
