import type { Transport } from '@egoi-client/core';
import { callBatch } from './call-batch.ts';
import type { Cancellation } from './cancellation.ts';
import { CallReading } from './call-reading.ts';
import { callTransport } from './call-transport.ts';
import type { HttpReply, HttpRequest } from './contract.ts';
import { Deadlines } from './deadlines.ts';
import { type Endpoint, makeEndpoints } from './endpoints.ts';
import type { ResolvedGatewayOptions } from './gateway-options.ts';
import { plainReply } from './http-reply.ts';
import { parseMediaType } from './media-type.ts';
import { reportError } from './report-error.ts';
import type { GiveUpReason } from './server/request-room.ts';
import type { HeadRefusal } from './server/head-refusal.ts';
import type { CallHead, Refusal } from './served-protocol.ts';
import { wsdlReply } from './wsdl-reply.ts';

type RequestHead = Omit<HttpRequest, 'body' | 'signal'>;

/** A request whose head has been found good, and where it leads. */
interface Admitted extends CallHead {
  readonly endpoint: Endpoint;
  /** Whether a body is part of the call. */
  readonly takesBody: boolean;
}

/** Why a body was not taken in. */
type BodyProblem = 'too-large' | GiveUpReason;

/** What stands between HTTP and the transport: everything of the gateway but sockets. */
export interface Dispatcher {
  /** The reply to a request that is refused by its head, in the words of whatever is at its address. */
  refuseHead(head: RequestHead, refusal: HeadRefusal): HttpReply;
  /** Lets a request in, or replies where no body is needed for it: refusals and WSDLs. */
  admit(head: RequestHead): Admitted | { readonly reply: HttpReply };
  /** The reply to a request whose body was not taken in. */
  refuseBody(admitted: Admitted, problem: BodyProblem): HttpReply;
  /** Begins to read the call of a request. */
  read(admitted: Admitted): CallReading;
  /** Answers a call of which all has been read. Never rejects. */
  answer(reading: CallReading, cancellation: Cancellation): Promise<HttpReply>;
}

/** Puts a transport behind the four endpoints. */
export function createDispatcher(
  transport: Transport,
  options: ResolvedGatewayOptions,
): Dispatcher {
  const { maxBodyBytes, minBodyBytesPerSecond, publicUrl, onError } = options;
  const endpoints = makeEndpoints(options.maxFormFields);
  const deadlines = new Deadlines(options.timeoutMs);

  const bodyRefusals: Readonly<Record<BodyProblem, Refusal>> = {
    'too-large': {
      reason: 'bad-request',
      text: `the body is larger than ${maxBodyBytes} bytes`,
      status: 413,
    },
    'too-slow': {
      reason: 'bad-request',
      text: `the body came more slowly than ${minBodyBytesPerSecond} bytes a second`,
      status: 408,
    },
    'no-room': {
      reason: 'failure',
      text: 'the gateway has too much to read; try later',
      status: 503,
    },
  };

  const refuseBody: Dispatcher['refuseBody'] = (admitted, problem) =>
    admitted.endpoint.protocol.refuse(bodyRefusals[problem], admitted);

  const admit: Dispatcher['admit'] = (head) => {
    const { path, query } = targetOf(head.url);
    const endpoint = endpoints.get(path);
    if (endpoint === undefined) return { reply: notFound() };
    const { protocol } = endpoint;
    const { method, headers } = head;
    const wsdl = hasWsdlFlag(query) ? endpoint.wsdl : undefined;
    if (wsdl !== undefined && method === 'GET') {
      return { reply: wsdlReply(endpoint.path, wsdl, head, publicUrl) };
    }
    if (!protocol.callMethods.includes(method)) {
      const allow = [...(wsdl !== undefined ? ['GET'] : []), ...protocol.callMethods].join(', ');
      return { reply: plainReply(405, `this address takes ${allow} only`, { allow }) };
    }
    const mediaType = parseMediaType(headers['content-type']);
    const admitted: Admitted = { endpoint, query, mediaType, takesBody: method !== 'GET' };
    if (!admitted.takesBody) return admitted;
    const encoding = headers['content-encoding'] ?? 'identity';
    if (encoding.trim().toLowerCase() !== 'identity') {
      const text = 'compressed requests are not taken';
      return { reply: protocol.refuse({ reason: 'bad-request', text, status: 415 }, admitted) };
    }
    if (Number(headers['content-length'] ?? 0) > maxBodyBytes) {
      return { reply: refuseBody(admitted, 'too-large') };
    }
    const { essence } = mediaType;
    if (essence !== '' && !protocol.mediaTypes.includes(essence)) {
      const text = `the content type must be ${protocol.mediaTypes.join(' or ')}`;
      return { reply: protocol.refuse({ reason: 'bad-request', text }, admitted) };
    }
    return admitted;
  };

  const refuseHead: Dispatcher['refuseHead'] = ({ url, headers }, { status, text }) => {
    const { path, query } = targetOf(url);
    const endpoint = endpoints.get(path);
    if (endpoint === undefined) return plainReply(status, text);
    const mediaType = parseMediaType(headers['content-type']);
    return endpoint.protocol.refuse({ reason: 'bad-request', text, status }, { query, mediaType });
  };

  const onDefect = (error: unknown) => reportError(onError, error, undefined);

  return {
    refuseHead,
    admit,
    refuseBody,
    read({ endpoint: { protocol }, query, mediaType }) {
      return new CallReading(protocol, { query, mediaType }, onDefect);
    },
    // Not async: each promise more on the way of a small call is felt.
    answer(reading, cancellation) {
      const served = reading.end();
      if ('reply' in served) return Promise.resolve(served.reply);
      if ('calls' in served) {
        return callBatch(served, transport, deadlines, options, cancellation);
      }
      return callTransport(served, transport, deadlines, onError, cancellation);
    },
  };
}

function targetOf(url: string): { readonly path: string; readonly query: string } {
  // The absolute form is how clients ask through a proxy; RFC 9112 wants it understood everywhere.
  const target = url.startsWith('/') ? url : url.replace(/^https?:\/\/[^/?#]*/i, '');
  const mark = target.indexOf('?');
  if (mark === -1) return { path: target, query: '' };
  return { path: target.slice(0, mark), query: target.slice(mark + 1) };
}

function notFound(): HttpReply {
  return plainReply(404, 'there is nothing at this address');
}

/** PHP's servers take the flag in any case, with and without a value. */
function hasWsdlFlag(query: string): boolean {
  return query !== '' && query.split('&').some((field) => /^wsdl(?:=|$)/i.test(field));
}
