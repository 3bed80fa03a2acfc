import type { Transport } from '@egoi-client/core';
import { option, resolveOptions } from '@egoi-client/core/wire';
import { EventStream, type HttpService } from '@egoi-client/http/server';
import { sandboxApiKey, type SandboxTransport } from '@egoi-client/sandbox';
import { type CallEvent, callEventOf } from './calls/call-event.ts';
import { CallLog } from './calls/call-log.ts';
import { type CallSummary, summaryOf } from './calls/call-summary.ts';
import { addCallRoutes } from './calls/call-routes.ts';
import type { Exchange } from './calls/exchange.ts';
import { exchangeText } from './calls/exchange-text.ts';
import { watchedService, watchedTransport } from './calls/watched.ts';
import { addAccountRoutes } from './account/account-routes.ts';
import { addTroubleRoutes } from './trouble/trouble-routes.ts';
import { addOutboxRoutes } from './outbox/outbox-routes.ts';
import { pageApp } from './page-app.ts';
import type { SandboxClock } from './sandbox-clock.ts';
import { isForPage, pageService } from './page-service.ts';
import { base } from './views/layout.ts';

/** How much a page keeps, and what it is told of its account. */
export interface SandboxPageOptions {
  /** Most calls that are kept to be looked at, 1 to 100,000; their bodies take 32 MiB at most. @default 1000 */
  readonly maxCalls?: number;
  /** The account's key, with which sample data is added. @default sandboxApiKey */
  readonly apiKey?: string;
  /** The account's clock, to be put forward on the page. @default none: it is not offered there */
  readonly clock?: SandboxClock;
  /** Told of each request that has ended. What it throws is swallowed. @default none */
  readonly onCall?: (call: CallEvent) => void;
  /**
   * Told of each request that has ended, as text of several lines: request line, headers, bodies, status
   * and milliseconds, without keys and passwords. What it throws is swallowed. @default none
   */
  readonly onExchange?: (text: string) => void;
}

/** A page over an embedded account. */
export interface SandboxPage {
  /** Where it is on the server: `/_sandbox/`. */
  readonly path: string;
  /** The account, watched: what `createGateway` is to serve in its place. */
  readonly transport: Transport;
  /** For the option `middleware` of `createGateway`: serves the page, and writes down every other request. */
  readonly middleware: (service: HttpService) => HttpService;
  /** Ends what open pages listen to. To be called before the server closes, which waits for it. */
  close(): void;
}

/** Of `egoi tail`: how many calls those who come back may have missed, and how many follow at once. */
const tailed = { mostKept: 500, mostFollowers: 16 };
/** Of open pages. */
const shown = { mostKept: 1000, mostFollowers: 32 };

const shape = {
  maxCalls: option.count(1000, 1, 100_000),
  apiKey: option.text().default(sandboxApiKey),
  clock: option
    .custom<SandboxClock>(
      (value) => typeof (value as Partial<SandboxClock> | null)?.forward === 'function',
      'must be a clock, such as sandboxClock()',
    )
    .optional(),
  onCall: option
    .custom<NonNullable<SandboxPageOptions['onCall']>>(
      (value) => typeof value === 'function',
      'must be a function',
    )
    .optional(),
  onExchange: option
    .custom<NonNullable<SandboxPageOptions['onExchange']>>(
      (value) => typeof value === 'function',
      'must be a function',
    )
    .optional(),
};

/**
 * Makes a page that shows calls as they arrive, and what the account holds.
 *
 * @param account stays open when the page closes
 * @throws EgoiConfigError for wrong or unknown options
 *
 * @example
 * const account = sandboxTransport();
 * const page = sandboxPage(account);
 * const gateway = createGateway(page.transport, { v3: account, middleware: page.middleware });
 */
export function sandboxPage(
  account: SandboxTransport,
  options: SandboxPageOptions = {},
): SandboxPage {
  const { maxCalls, apiKey, clock, onCall, onExchange } = resolveOptions(
    'sandboxPage',
    shape,
    options,
  );
  const log = new CallLog(maxCalls);
  const events = new EventStream<CallEvent>(tailed);
  const live = new EventStream<CallSummary>(shown);
  log.listen(
    watching((exchange) => {
      const summary = summaryOf(exchange);
      live.publish(summary);
      const event = callEventOf(exchange, summary);
      events.publish(event);
      onCall?.(event);
    }),
  );
  if (onExchange !== undefined) {
    log.listen(watching((exchange) => onExchange(exchangeText(exchange))));
  }
  let served: HttpService | undefined;
  const app = pageApp();
  addCallRoutes(app, { log, live }, account.view, () => served);
  addOutboxRoutes(app, account);
  addAccountRoutes(app, account);
  addTroubleRoutes(app, { account, apiKey, clock });
  const own = pageService(app, live, events);

  return {
    path: `${base}/`,
    transport: watchedTransport(account),
    middleware(service) {
      served = service;
      const watched = watchedService(service, log);
      return {
        ...watched,
        admit: (head) => (isForPage(head) ? own : watched).admit(head),
      };
    },
    close() {
      events.close();
      live.close();
    },
  };
}

/** Who watches must not take the answer with it. */
function watching(tell: (exchange: Exchange) => void): (exchange: Exchange) => void {
  return (exchange) => {
    try {
      tell(exchange);
    } catch {
      // It has seen what it has seen.
    }
  };
}
