import {
  type EventStream,
  type HttpReply,
  type HttpServer,
  type HttpService,
  httpReply,
  plainReply,
  type RequestHead,
  resolveServerLimits,
  serverOptions,
  startServer,
  targetOf,
} from '@egoi-client/http/server';
import { resolveOptions } from '@egoi-client/core/wire';
import type { CallEvent } from '@egoi-client/sandbox-page';
import type { CallMetrics } from './call-metrics.ts';

/** What a balancer is to know of the gateway. */
export interface Readiness {
  /** `starting` and `draining` gateways want no calls. */
  state: 'starting' | 'ready' | 'draining';
}

/** A few scrapers and balancers need no more; nobody else gets far. */
const limits = {
  maxConnections: 32,
  maxBodyBytes: 1024,
  maxHeaderBytes: 8192,
  timeoutMs: 10_000,
  requestTimeoutMs: 10_000,
  closeGraceMs: 1000,
};

/**
 * Serves what machines ask about the gateway: `/healthz`, whether it lives; `/readyz`, whether it takes
 * calls; `/metrics`; `/calls`, each call as it ends. Web pages cannot reach it.
 *
 * @throws EgoiConfigError for an address that cannot be had
 */
export function startAdminServer(
  listen: { readonly port: number; readonly host: string },
  readiness: Readiness,
  metrics: CallMetrics,
  calls: EventStream<CallEvent>,
): Promise<HttpServer> {
  const pages: Readonly<Record<string, (head: RequestHead) => Promise<HttpReply>>> = {
    '/healthz': async () => plainReply(200, 'alive'),
    '/readyz': async () => plainReply(readiness.state === 'ready' ? 200 : 503, readiness.state),
    '/metrics': async () => httpReply(200, metrics.contentType, await metrics.text()),
    '/calls': async (head) => calls.reply(head),
  };
  const service: HttpService = {
    admit(head) {
      const { method, url } = head;
      const { path } = targetOf(url);
      const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
      if (page === undefined) {
        return {
          reply: plainReply(404, `there is nothing here but ${Object.keys(pages).join(', ')}`),
        };
      }
      if (method !== 'GET')
        return { reply: plainReply(405, 'this takes GET only', { allow: 'GET' }) };
      return { answer: () => page(head) };
    },
    refuse: ({ status, text }) => plainReply(status, text),
    // The page is closed unanswered, which its reader tells.
    onDefect: () => undefined,
  };
  const resolved = resolveServerLimits(
    'the admin port',
    resolveOptions('the admin port', serverOptions, limits),
  );
  return startServer(service, resolved, listen);
}
