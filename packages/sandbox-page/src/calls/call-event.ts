import type { CallSummary } from './call-summary.ts';
import type { Exchange, WireLabel } from './exchange.ts';

/**
 * A call that has ended, as it is told to those who watch: on the terminal of `egoi sandbox` and `egoi
 * gateway`, and to `egoi tail`. Holds neither a key nor a value of the call or its answer.
 */
export interface CallEvent {
  /** When it ended: ISO 8601, in UTC. */
  readonly time: string;
  /** What it was spoken in; `http` is a request for something that no call goes to. */
  readonly wire: 'soap' | 'soap-universal' | 'xmlrpc' | 'rest' | 'v3' | 'http';
  /** The method of API v2 or the operation of API v3; of others what was asked for. */
  readonly method: string;
  /**
   * `refused` by the API or the server, with nothing done; `failed` on the way or in the service;
   * `unknown` where nobody can tell whether it was done.
   */
  readonly outcome: 'done' | 'refused' | 'failed' | 'unknown';
  /** Why it was not done: the API's code, a status of HTTP, or the kind of the failure. @default none: it was done */
  readonly code?: string | undefined;
  /** In milliseconds. */
  readonly durationMs: number;
  /** Requests to the service behind a gateway. @default unknown */
  readonly requests?: number;
  /** Names of what could not be carried over API v3. @default none */
  readonly losses?: readonly string[];
  /** The loss for which it was refused, since nobody had allowed it. @default none */
  readonly unallowedLoss?: string | undefined;
  /** Whose call it was, as a fingerprint of the key. @default unknown */
  readonly account?: string | undefined;
}

const wires: Readonly<Record<WireLabel, CallEvent['wire']>> = {
  SOAP: 'soap',
  'SOAP any': 'soap-universal',
  'XML-RPC': 'xmlrpc',
  REST: 'rest',
  v3: 'v3',
  HTTP: 'http',
};

const outcomes = { ok: 'done', refused: 'refused', failed: 'failed', running: 'unknown' } as const;

/** An exchange that has ended, for those who watch. */
export function callEventOf(exchange: Exchange, { wire, name, outcome }: CallSummary): CallEvent {
  const { time, durationMs = 0, isLost } = exchange;
  return {
    time: new Date(time.getTime() + durationMs).toISOString(),
    wire: wires[wire],
    method: name,
    outcome: isLost === true ? 'unknown' : outcomes[outcome.kind],
    code: outcome.kind === 'ok' ? undefined : outcome.words,
    durationMs: Math.round(durationMs * 10) / 10,
  };
}
