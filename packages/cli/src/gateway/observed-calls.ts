import type { Interceptor, Transport } from '@egoi-client/core';
import { type EndedCall, type GatewayOptions, recordCalls } from '@egoi-client/gateway';
import { EventStream, type HttpServer } from '@egoi-client/http/server';
import type { CallEvent } from '@egoi-client/sandbox-page';
import { CommandError } from '../command-error.ts';
import type { Renewable } from '../serving/renewal.ts';
import type { Session } from '../session.ts';
import type { Readiness } from './admin-server.ts';
import type { CallMetrics } from './call-metrics.ts';
import { callBudget } from './call-budget.ts';
import { callEventOf } from './call-event.ts';
import type { ObservingOptions } from './observing-options.ts';

/** What watches the calls of a gateway and holds them to a budget. */
export interface ObservedCalls {
  /** For `createGateway`. */
  readonly gatewayOptions: Pick<GatewayOptions, 'onCall' | 'onError'>;
  /** Where the admin port is; `undefined` where there is none. */
  readonly adminUrl: string | undefined;
  /** What is opened anew on SIGHUP. */
  readonly renewables: readonly Renewable[];
  /** The transport, with the budget in front of it. */
  around(transport: Transport): Transport;
  /** The gateway listens. */
  ready(): void;
  /** The gateway ends: balancers must send no more calls. */
  draining(): void;
  /** Writes what waits and lets go of all, after the last call. */
  close(): Promise<void>;
}

/**
 * Of `egoi tail`: how many calls those who come back may have missed, and how many follow at once, which
 * leaves half of the admin port's connections of one address to balancers and scrapers.
 */
const tailed = { mostKept: 500, mostFollowers: 8 };

/** What is done with each call, and at the end. */
interface Observer {
  readonly onCall?: (call: EndedCall) => void;
  readonly onEvent?: (event: CallEvent) => void;
  readonly onError?: NonNullable<GatewayOptions['onError']>;
  readonly renewable?: Renewable;
  close?(): void | Promise<void>;
}

/**
 * Opens all that watches the calls of a gateway, as the command line wants it.
 *
 * @throws CommandError for what cannot be opened
 */
export async function observeCalls(
  session: Session,
  options: ObservingOptions,
): Promise<ObservedCalls> {
  const readiness: Readiness = { state: 'starting' };
  const opened: Observer[] = [];
  const closeAll = async () => {
    for (const observer of opened.toReversed()) await observer.close?.();
  };
  try {
    const budget = await callBudget(session, options);
    const interceptors: Interceptor[] = [];
    if (budget !== undefined) {
      interceptors.push(budget.quota);
      opened.push({ close: () => budget.close() });
    }
    let admin: HttpServer | undefined;
    if (options.adminPort !== undefined) {
      const { watchBudgets } = await import('./budget-watch.ts');
      const watch = watchBudgets(budget?.quota);
      // Outside of the budget: what it refuses says something of it, too.
      interceptors.unshift(watch.interceptor);
      const { callMetrics } = await import('./call-metrics.ts');
      const metrics = callMetrics(watch);
      const calls = new EventStream<CallEvent>(tailed);
      const { adminPort: port, adminHost: host } = options;
      const server = await startAdmin({ port, host }, readiness, metrics, calls);
      admin = server;
      opened.push({
        onCall: metrics.onCall,
        onEvent: (event) => calls.publish(event),
        close() {
          calls.close();
          return server.close();
        },
      });
    }
    if (options.log !== undefined) opened.push(await logTo(session, options.log));
    if (options.record !== undefined) opened.push(await recordTo(session, options.record));
    if (options.quiet !== true && !session.output.isResultAlone)
      opened.push(await printCalls(session));
    return {
      gatewayOptions: gatewayOptionsOf(opened),
      adminUrl: admin?.origin,
      renewables: opened.flatMap(({ renewable }) => renewable ?? []),
      around: (transport) => throughAll(transport, interceptors),
      ready: () => {
        readiness.state = 'ready';
      },
      draining: () => {
        readiness.state = 'draining';
      },
      close: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

function gatewayOptionsOf(observers: readonly Observer[]): ObservedCalls['gatewayOptions'] {
  const onCalls = observers.flatMap(({ onCall }) => onCall ?? []);
  const onEvents = observers.flatMap(({ onEvent }) => onEvent ?? []);
  if (onEvents.length > 0) {
    onCalls.push((call) => {
      const event = callEventOf(call);
      for (const tell of onEvents) tell(event);
    });
  }
  const onErrors = observers.flatMap(({ onError }) => onError ?? []);
  const [onCall, ...others] = onCalls;
  const onAll = (call: EndedCall) => {
    for (const tell of onCalls) tell(call);
  };
  return {
    ...(onCall === undefined ? {} : { onCall: others.length === 0 ? onCall : onAll }),
    ...(onErrors.length === 0
      ? {}
      : {
          onError(error, call) {
            for (const tell of onErrors) tell(error, call);
          },
        }),
  };
}

function throughAll(transport: Transport, interceptors: readonly Interceptor[]): Transport {
  if (interceptors.length === 0) return transport;
  const { id, limits } = transport;
  const call = interceptors.reduceRight(
    (next, interceptor) => interceptor(next),
    (request: Parameters<Transport['call']>[0]) => transport.call(request),
  );
  return { id, call, ...(limits === undefined ? {} : { limits }) };
}

async function startAdmin(
  listen: { readonly port: number; readonly host: string },
  readiness: Readiness,
  metrics: CallMetrics,
  calls: EventStream<CallEvent>,
): Promise<HttpServer> {
  const { startAdminServer } = await import('./admin-server.ts');
  try {
    return await startAdminServer(listen, readiness, metrics, calls);
  } catch {
    throw new CommandError(`the admin port ${listen.port} of ${listen.host} cannot be had`, [
      'Another program may have it: --admin-port takes another, 0 any.',
    ]);
  }
}

async function printCalls({ output }: Session): Promise<Observer> {
  const { callLine } = await import('../watching/call-line.ts');
  const lines = output.lines();
  return {
    onEvent: (event) => lines.print(callLine(event, output.room, output)),
    close: () => lines.close(),
  };
}

async function logTo(session: Session, file: string): Promise<Observer> {
  const { openAccessLog } = await import('./access-log.ts');
  const log = await openAccessLog(session, file);
  const renewable = { what: 'the log', done: 'was opened anew', renew: () => log.reopen() };
  return { ...log, ...(file === '-' ? {} : { renewable }) };
}

async function recordTo({ output }: Session, file: string): Promise<Observer> {
  const complain = (error: unknown) => {
    const why = error instanceof Error ? error.message : 'unknown';
    output.warn(`egoi: the record cannot be written: ${why}`);
  };
  const recorder = await recordCalls(file, {
    onError: (error) => complain(error),
  }).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : 'unknown';
    throw new CommandError(`--record: ${why}`);
  });
  return {
    onCall: recorder.onCall,
    renewable: {
      what: 'the record',
      done: 'was opened anew',
      renew: () => recorder.reopen(),
    },
    close: () => recorder.close().catch(complain),
  };
}
