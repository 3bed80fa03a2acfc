import type { Interceptor, Transport } from '@egoi-client/core';
import { type EndedCall, type GatewayOptions, recordCalls } from '@egoi-client/gateway';
import type { HttpServer } from '@egoi-client/http/server';
import { CommandError } from '../command-error.ts';
import type { Renewable } from '../serving/renewal.ts';
import type { Session } from '../session.ts';
import type { Readiness } from './admin-server.ts';
import { callBudget } from './call-budget.ts';
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

/** What is done with each call, and at the end. */
interface Observer {
  readonly onCall?: (call: EndedCall) => void;
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
      admin = await startAdmin(options.adminPort, options.adminHost, readiness, metrics);
      const server = admin;
      opened.push({ onCall: metrics.onCall, close: () => server.close() });
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
  port: number,
  host: string,
  readiness: Readiness,
  metrics: Parameters<typeof import('./admin-server.ts')['startAdminServer']>[2],
): Promise<HttpServer> {
  const { startAdminServer } = await import('./admin-server.ts');
  try {
    return await startAdminServer({ port, host }, readiness, metrics);
  } catch {
    throw new CommandError(`the admin port ${port} of ${host} cannot be had`, [
      'Another program may have it: --admin-port takes another, 0 any.',
    ]);
  }
}

async function printCalls({ output }: Session): Promise<Observer> {
  const [{ callEventOf }, { callLine }] = await Promise.all([
    import('./call-event.ts'),
    import('../watching/call-line.ts'),
  ]);
  const lines = output.lines();
  return {
    onCall: (call) => lines.print(callLine(callEventOf(call), lines.width, output)),
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
