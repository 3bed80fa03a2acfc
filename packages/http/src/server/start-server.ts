import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { EgoiConfigError } from '@egoi-client/core';
import { brokenRequestRefusal, replyAndHangUp } from './broken-request.ts';
import { CallerAddresses } from './caller-addresses.ts';
import { CancellationSource } from './cancellation.ts';
import { ConnectionRoom } from './connection-room.ts';
import type {
  AdmittedRequest,
  HttpReply,
  HttpServer,
  HttpService,
  ListenOptions,
  RequestHead,
} from './contract.ts';
import { closeServer } from './close-server.ts';
import { isLoopbackAddress } from './host-name.ts';
import { makeNodeServer, renewTls } from './node-server.ts';
import { malformedHead } from './malformed-head.ts';
import { ReadingTurns } from './reading-turns.ts';
import { type BodyReception, receiveBody } from './receive-body.ts';
import { bodyRefusal, declaredBodyRefusal, type Refusal } from './refusal.ts';
import { IncomingHead, originOf } from './request-head.ts';
import { type HeldRequest, RequestRoom } from './request-room.ts';
import { sendAndHangUp, sendReply } from './send-reply.ts';
import { followConnections, type ServedConnections } from './served-connections.ts';
import {
  type ResolvedListenOptions,
  type ResolvedServerOptions,
  resolveListenOptions,
} from './server-options.ts';
import { type GuardedHead, siteGuard } from './site-guard.ts';

/** Answers up to this size go into the buffers of the connection, which are there in any case. */
const smallAnswerBytes = 64 * 1024;

/** What one server's requests share. */
interface Serving {
  readonly service: HttpService;
  readonly limits: ResolvedServerOptions;
  readonly guard: (head: GuardedHead) => Refusal | undefined;
  readonly scheme: 'http' | 'https';
  readonly connections: ServedConnections;
  readonly reception: BodyReception;
}

/**
 * Starts a server.
 *
 * @param options whose limits `resolveServerLimits` has filled in
 * @throws EgoiConfigError for wrong options, unusable TLS material, or an address that cannot be had
 */
export async function startServer(
  service: HttpService,
  options: ResolvedServerOptions,
  listenOptions: ListenOptions = {},
): Promise<HttpServer> {
  const listen = resolveListenOptions(listenOptions);
  const server = makeNodeServer(options, listen);
  const scheme = listen.tls === undefined ? 'http' : 'https';
  const connections = followConnections(
    server,
    listen.tls === undefined ? 'connection' : 'secureConnection',
    new ConnectionRoom(options.maxConnections, options.maxConnectionsPerAddress),
    new CallerAddresses(options.trustedProxies),
  );
  const { address, port } = await startListening(server, listen);
  const serving: Serving = {
    service,
    limits: options,
    guard: siteGuard({ ...options, scheme, isLoopback: isLoopbackAddress(address) }),
    scheme,
    connections,
    reception: {
      maxBytes: options.maxBodyBytes,
      turns: new ReadingTurns(),
      room: new RequestRoom(
        {
          bytes: {
            max: options.maxTotalBodyBytes,
            maxPerCaller: options.maxBodyBytesPerAddress,
            largest: options.maxBodyBytes,
          },
          maxRequestsPerCaller: options.maxConnectionsPerAddress,
        },
        { minBytesPerSecond: options.minBodyBytesPerSecond, graceMs: options.bodyGraceMs },
      ),
    },
  };
  const onRequest =
    (awaitsContinue: boolean) => (request: IncomingMessage, response: ServerResponse) => {
      serve(request, response, serving, awaitsContinue).catch((error: unknown) => {
        request.socket.destroy();
        service.onDefect(error);
      });
    };
  server.on('request', onRequest(false));
  server.on('checkContinue', onRequest(true));
  server.on('clientError', (error: Error, socket: Socket) => {
    if (socket.writable && connections.mayWrite(socket)) {
      replyAndHangUp(socket, service.refuse(brokenRequestRefusal(error), undefined));
    } else socket.destroy();
  });

  let closed: Promise<void> | undefined;
  return {
    port,
    origin: originOf(scheme, reachable(listen.host), port),
    renewTls: (tls) => renewTls(server, tls),
    close: () => {
      closed ??= closeServer(server, connections, options);
      return closed;
    },
  };
}

function startListening(
  server: Server,
  { port, host }: ResolvedListenOptions,
): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    const onError = (cause: Error) => {
      reject(new EgoiConfigError(`listen: port ${port} of ${host} cannot be had`, { cause }));
    };
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      // From here on these are connections that could not be accepted; the others go on.
      server.on('error', () => undefined);
      resolve(server.address() as AddressInfo);
    });
  });
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  serving: Serving,
  awaitsContinue: boolean,
): Promise<void> {
  const { service, limits, scheme, connections, reception } = serving;
  request.on('error', ignore);
  const cancellation = new CancellationSource();
  const entered = connections.enter(request, response, cancellation);
  if (typeof entered === 'boolean' ? !entered : !(await entered)) return;
  const head = new IncomingHead(request, scheme, connections);
  const malformed = malformedHead(request);
  const admitted = admit(serving, head, malformed);
  if ('reply' in admitted) {
    // After a head that can be read in two ways nobody knows where the next request begins.
    if (malformed !== undefined || hasBody(request)) {
      sendAndHangUp(request, response, admitted.reply);
    } else sendReply(response, admitted.reply, connections.closing);
    return;
  }
  if (awaitsContinue) response.writeContinue();

  const caller = connections.callerOf(request);
  const received = await receiveBody(request, caller, reception, (bytes) => {
    admitted.write?.(bytes);
  });
  if ('problem' in received) {
    if (received.problem === 'gone') {
      admitted.onGone?.();
      return;
    }
    const refusal = bodyRefusal(received.problem, limits);
    sendAndHangUp(request, response, service.refuse(refusal, head));
    return;
  }
  const { held } = received;
  let isUnread = false;
  try {
    const reply = await admitted.answer(cancellation);
    if (response.destroyed) return;
    sendReply(response, reply, connections.closing);
    isUnread = response.writableLength > smallAnswerBytes;
    if (isUnread) holdUntilRead(response, held);
  } finally {
    if (!isUnread) held.leave();
  }
}

/** Asks the service, unless the server itself refuses. */
function admit(
  { service, limits, guard }: Serving,
  head: RequestHead,
  malformed: Refusal | undefined,
): AdmittedRequest | { readonly reply: HttpReply } {
  const refusal = malformed ?? guard(head);
  if (refusal !== undefined) return { reply: service.refuse(refusal, head) };
  const admitted = service.admit(head);
  if ('reply' in admitted || admitted.write === undefined) return admitted;
  const unread = declaredBodyRefusal(head.headers, limits);
  return unread === undefined ? admitted : { reply: service.refuse(unread, head) };
}

/** The answer counts for its reader until it has left. */
function holdUntilRead(response: ServerResponse, held: HeldRequest): void {
  held.answer(response.writableLength, () => response.destroy());
  response.once('close', () => held.leave());
}

function ignore(): void {}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** A wildcard is an address to listen at, not one to call. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  return host === '::' ? '::1' : host;
}
