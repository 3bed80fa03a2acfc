import type { Transport } from '@egoi-client/core';
import {
  type AdmittedRequest,
  type Cancellation,
  Deadlines,
  type HttpReply,
  type HttpService,
  parseMediaType,
  plainReply,
  type Refusal as ServerRefusal,
  targetOf,
} from '@egoi-client/http/server';
import { callBatch } from './call-batch.ts';
import { CallEnds } from './call-ends.ts';
import { CallReading, endedText } from './call-reading.ts';
import { type CallService, type CallSource, callTransport } from './call-transport.ts';
import { type Endpoint, makeEndpoints } from './endpoints.ts';
import type { ResolvedGatewayOptions } from './gateway-options.ts';
import { reportError } from './report-error.ts';
import type { CallHead, Refusal } from './served-protocol.ts';
import { wsdlReply } from './wsdl-reply.ts';

/**
 * Puts a transport behind the four endpoints: what stands between HTTP and the transport, which is
 * everything of the gateway but sockets.
 */
export function createDispatcher(
  transport: Transport,
  options: ResolvedGatewayOptions,
): HttpService {
  const { publicUrl, onError, onCall, admission } = options;
  const deadlines = new Deadlines(options.timeoutMs);
  const serve = (endpoint: Endpoint): ServedEndpoint => {
    const ends = onCall && new CallEnds(onCall, endpoint.wire);
    return { ...endpoint, transport, deadlines, onError, admission, ends };
  };
  const endpoints = new Map(
    Array.from(makeEndpoints(options.maxFormFields), ([path, endpoint]) => [path, serve(endpoint)]),
  );
  const onDefect = (error: unknown) => reportError(onError, error, undefined);

  // Not async: each promise more on the way of a small call is felt.
  const answer = (
    reading: CallReading,
    endpoint: ServedEndpoint,
    head: CallHead,
    cancellation: Cancellation,
    from: CallSource,
  ): Promise<HttpReply> => {
    const served = reading.end();
    if ('calls' in served) return callBatch(served, endpoint, options, cancellation, from);
    if (!('reply' in served)) return callTransport(served, endpoint, cancellation, from);
    const { protocol, ends } = endpoint;
    // What has not come to its end cannot be read, and its client need not be told why.
    const isWanted = cancellation.requested === undefined;
    ends?.withoutRequest(served.method, isWanted ? served.refused : 'aborted');
    return Promise.resolve(isWanted ? served.reply : protocol.refuse(ended, head));
  };

  const admit = (
    endpoint: ServedEndpoint,
    head: CallHead,
    takesBody: boolean,
    from: CallSource,
  ): AdmittedRequest => {
    const reading = new CallReading(endpoint.protocol, head, onDefect);
    return {
      write: takesBody ? (bytes) => reading.write(bytes) : undefined,
      answer: (cancellation) => answer(reading, endpoint, head, cancellation, from),
      onGone: () => endpoint.ends?.withoutRequest(undefined, 'aborted'),
    };
  };

  return {
    admit(head) {
      const { path, query } = targetOf(head.url);
      const endpoint = endpoints.get(path);
      if (endpoint === undefined)
        return { reply: plainReply(404, 'there is nothing at this address') };
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
      const callHead: CallHead = { query, mediaType: parseMediaType(headers['content-type']) };
      if (method === 'GET') return admit(endpoint, callHead, false, head);
      const { essence } = callHead.mediaType;
      if (essence !== '' && !protocol.mediaTypes.includes(essence)) {
        const text = `the content type must be ${protocol.mediaTypes.join(' or ')}`;
        endpoint.ends?.withoutRequest(undefined, 'bad-request');
        return { reply: protocol.refuse({ reason: 'bad-request', text }, callHead) };
      }
      return admit(endpoint, callHead, true, head);
    },
    /** In the words of whatever is at the address. */
    refuse(refusal, head) {
      if (head === undefined) return emptyReply(refusal.status);
      const { path, query } = targetOf(head.url);
      const endpoint = endpoints.get(path);
      const { status } = refusal;
      const text = textOf(refusal);
      if (endpoint === undefined) return plainReply(status, text);
      if (endpoint.protocol.callMethods.includes(head.method)) {
        endpoint.ends?.withoutRequest(undefined, refusal.reason);
      }
      const mediaType = parseMediaType(head.headers['content-type']);
      const reason = refusal.reason === 'no-room' ? 'failure' : 'bad-request';
      return endpoint.protocol.refuse({ reason, text, status }, { query, mediaType });
    },
    onDefect,
  };
}

/** An endpoint with what answers its calls. */
interface ServedEndpoint extends Endpoint, CallService {}

const ended: Refusal = { reason: 'failure', text: endedText };

/** What cannot be read as HTTP gets no word on what was wrong with it. */
function emptyReply(status: number): HttpReply {
  return {
    status,
    headers: { 'content-length': '0', 'x-content-type-options': 'nosniff' },
    body: '',
  };
}

const commandLineFlags = {
  allowedHosts: '--allow-host',
  allowedOrigins: '--allow-origin',
} as const;

function textOf({ text, option }: ServerRefusal): string {
  return option === undefined ? text : `${text} (on the command line: ${commandLineFlags[option]})`;
}

/** PHP's servers take the flag in any case, with and without a value. */
function hasWsdlFlag(query: string): boolean {
  return query !== '' && query.split('&').some((field) => /^wsdl(?:=|$)/i.test(field));
}
