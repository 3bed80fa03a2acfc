import { resolveOptions } from '@egoi-client/core/wire';
import {
  type Cancellation,
  type HttpServer,
  type HttpService,
  httpReply,
  resolveServerLimits,
  type ServerOptions,
  serverOptions,
  startServer,
  targetOf,
} from '@egoi-client/http/server';
import { afterEach } from '@jest/globals';

/** What a route answers; `undefined` is a defect. */
export type Route = (body: unknown, cancellation: Cancellation) => Promise<unknown>;

/** A service of JSON at some paths, whose refusals are problems (RFC 9457). */
export function jsonService(
  routes: Readonly<Record<string, Route>>,
  defects: unknown[] = [],
): HttpService {
  const problem = (status: number, type: string, detail: string) =>
    httpReply(status, 'application/problem+json', JSON.stringify({ status, type, detail }));
  return {
    admit({ url }) {
      const route = routes[targetOf(url).path];
      if (route === undefined) return { reply: problem(404, 'not-found', 'nothing is here') };
      const pieces: Uint8Array[] = [];
      return {
        write: (bytes) => void pieces.push(bytes),
        async answer(cancellation) {
          const body: unknown = JSON.parse(Buffer.concat(pieces).toString() || 'null');
          const answer = await route(body, cancellation);
          return httpReply(200, 'application/json', JSON.stringify(answer));
        },
      };
    },
    refuse: ({ reason, status, text }) => problem(status, reason, text),
    onDefect: (error) => void defects.push(error),
  };
}

/** Starts servers that are closed after the test. */
export function startingServers(): (
  service: HttpService,
  options?: ServerOptions,
) => Promise<HttpServer> {
  const servers: HttpServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  return async (service, options = {}) => {
    const given = resolveOptions('jsonServer', serverOptions, { closeGraceMs: 100, ...options });
    const server = await startServer(service, resolveServerLimits('jsonServer', given));
    servers.push(server);
    return server;
  };
}
