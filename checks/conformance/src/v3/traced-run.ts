import {
  EgoiClient,
  findMethod,
  type Loss,
  type Transport,
  type TransportRequest,
} from '@egoi-client/core';
import { sandboxApiKey } from '@egoi-client/sandbox';
import type { CaseAccount, ConformanceCase } from '../case.ts';
import { type CaseOutcome, outcomeOf } from '../run-case.ts';

type Credentials = Parameters<CaseAccount['clientWith']>[0];

/** One call of a case, and what it came to. */
export interface TracedCall {
  /** The catalogue's spelling. */
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly isLogin: boolean;
  readonly outcome: CaseOutcome;
  /** What the reply told as lost. */
  readonly losses: readonly Loss[];
  /** HTTP requests that the reply tells of; `undefined` for a call that ended in an error. */
  readonly requests: number | undefined;
}

/** What a case came to, and each of its calls. */
export interface TracedRun {
  readonly outcome: CaseOutcome;
  readonly calls: readonly TracedCall[];
}

/** How the calls of a case are made. */
export interface CallRoutes {
  /** What answers the calls of a method. */
  readonly transportOf: (method: string) => Transport;
  /** Changes the parameters of a call, the nth of the case. @default as they are */
  readonly paramsOf?: (params: TracedCall['params'], nth: number) => TracedCall['params'];
  /** Told after each call, before the case goes on. @default nobody */
  readonly onCall?: (call: TracedCall) => Promise<void>;
}

/** Runs a case and notes each of its calls. */
export async function traceCase(
  conformanceCase: ConformanceCase,
  { transportOf, paramsOf = (params) => params, onCall }: CallRoutes,
): Promise<TracedRun> {
  const calls: TracedCall[] = [];
  const clientWith = (credentials: Credentials) => {
    let losses: readonly Loss[] = [];
    let requests: number | undefined;
    const transport: Transport = {
      id: 'routed',
      async call(request: TransportRequest) {
        const reply = await transportOf(request.spec?.name ?? request.method).call(request);
        ({ losses = [], requests } = reply);
        return reply;
      },
    };
    return tracing(new EgoiClient({ ...credentials, transport }), async (spelling, given, call) => {
      const method = findMethod(spelling)?.name ?? spelling;
      [losses, requests] = [[], undefined];
      const params = paramsOf(given, calls.length);
      let result: Promise<unknown> = Promise.resolve();
      const outcome = await outcomeOf(() => (result = call(params)));
      const isLogin = 'username' in credentials;
      const traced = { method, params, isLogin, outcome, losses, requests };
      calls.push(traced);
      await onCall?.(traced);
      return result;
    });
  };
  const client = clientWith({ apiKey: sandboxApiKey });
  const outcome = await outcomeOf(() => conformanceCase.run({ client, clientWith }));
  return { outcome, calls };
}

/** A client whose calls, of methods and by name, go through `make`. */
function tracing(
  client: EgoiClient,
  make: (
    method: string,
    params: TracedCall['params'],
    call: (params: TracedCall['params']) => Promise<unknown>,
  ) => Promise<unknown>,
): EgoiClient {
  return new Proxy(client, {
    get: (target, name) => {
      if (name === 'call') {
        return (method: string, params: TracedCall['params'] = {}) =>
          make(method, params, (changed) => target.call(method, changed));
      }
      const spec = typeof name === 'string' ? findMethod(name) : undefined;
      if (spec === undefined) return Reflect.get(target, name) as unknown;
      return (params: TracedCall['params'] = {}) =>
        make(spec.name, params, (changed) => target.call(spec.name, changed));
    },
  });
}
