import type { MethodName, TransportRequest, WireValue } from '@egoi-client/core';
import { apiErrorIn } from '@egoi-client/core/wire';
import type { RequestHead } from '@egoi-client/http/server';
import { findRoute } from '@egoi-client/v3-api';

/** Some bytes of a body, from its start. */
export interface KeptBody {
  readonly bytes: Buffer;
  /** How many came, also where fewer are kept. */
  readonly length: number;
}

/** A call as it reached the account, and what came of it there. */
export interface DecodedCall {
  /** Without its signal, which keeps much in memory for as long as the call is kept. */
  readonly request: Pick<TransportRequest, 'method' | 'spec' | 'params' | 'credentials'>;
  /** What the account answered; `undefined` where it threw, or has not answered yet. */
  value?: WireValue;
  /** What it threw. */
  error?: unknown;
}

/** A request with its answer, as they stood on the wire. */
export interface Exchange {
  readonly id: number;
  readonly time: Date;
  readonly head: Pick<RequestHead, 'method' | 'url' | 'headers'> & { readonly origin?: string };
  request: KeptBody;
  /** Of the call or the calls in it; none where it is of API v3, or was refused before. */
  readonly calls: DecodedCall[];
  answer?: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: KeptBody;
  };
  /** In milliseconds; `undefined` while there is no answer. */
  durationMs?: number;
  /** Whether the connection was closed in place of an answer. */
  isLost?: boolean;
  /** The one that it repeats. */
  readonly replayOf?: number | undefined;
}

/** What a request was spoken in. */
export type WireLabel = 'SOAP' | 'SOAP any' | 'XML-RPC' | 'REST' | 'v3' | 'HTTP';

const wiresByPath: ReadonlyMap<string, WireLabel> = new Map([
  ['/v2/soap.php', 'SOAP'],
  ['/v2/soap_any.php', 'SOAP any'],
  ['/v2/xmlrpc.php', 'XML-RPC'],
  ['/v2/rest.php', 'REST'],
]);

function pathOf({ head }: Exchange): string {
  return head.url.replace(/^https?:\/\/[^/?#]*/i, '').replace(/\?.*$/s, '');
}

export function wireOf(exchange: Exchange): WireLabel {
  const path = pathOf(exchange);
  if (/^\/v3(?:-files)?\//.test(path)) return 'v3';
  return wiresByPath.get(path) ?? 'HTTP';
}

/** The method of v2 or the operation of v3; else what was asked for. */
export function nameOf(exchange: Exchange): string {
  const { head, calls } = exchange;
  const [first, ...others] = calls;
  if (first !== undefined) {
    return others.length === 0 ? first.request.method : `${calls.length} calls`;
  }
  const path = pathOf(exchange);
  if (wireOf(exchange) === 'v3') {
    const route = findRoute(head.method, path.slice('/v3'.length));
    if (route.kind === 'operation') return route.name;
  }
  return /[?&]wsdl\b/i.test(head.url) ? 'WSDL' : `${head.method} ${path}`;
}

/** Whether its name is one of ours, and nothing that a caller wrote. */
export function hasKnownName(exchange: Exchange): boolean {
  const { calls } = exchange;
  if (calls.length > 0) return calls.every(({ request }) => request.spec !== undefined);
  return !nameOf(exchange).includes(' ');
}

/** How a request ended. */
export interface Outcome {
  readonly kind: 'ok' | 'refused' | 'failed' | 'running';
  /** `OK`, a code, or a status. */
  readonly words: string;
}

export function outcomeOf(exchange: Exchange): Outcome {
  const { answer, isLost, calls } = exchange;
  if (isLost === true) return { kind: 'failed', words: 'connection closed' };
  if (answer === undefined) return { kind: 'running', words: 'running' };
  const codes = calls.map(codeOf).filter((code) => code !== undefined);
  if (codes[0] !== undefined) {
    const others = calls.length === 1 ? '' : ` (${codes.length} of ${calls.length})`;
    return { kind: 'refused', words: codes[0] + others };
  }
  const { status } = answer;
  if (status >= 500) return { kind: 'failed', words: String(status) };
  if (status >= 400) return { kind: 'refused', words: String(status) };
  if (calls.some(({ error }) => error !== undefined)) return { kind: 'failed', words: 'fault' };
  // XML-RPC says with 200, too, that it could not read a call.
  if (calls.length === 0 && answer.body.bytes.includes('<fault>')) {
    return { kind: 'refused', words: 'fault' };
  }
  return { kind: 'ok', words: wireOf(exchange) === 'v3' ? String(status) : 'OK' };
}

function codeOf({ request, value }: DecodedCall): string | undefined {
  if (value === undefined) return undefined;
  return apiErrorIn(value, request.spec?.formFor(request.params).result, {})?.code;
}

/** A call that is a method of the catalogue, for what is known of these alone. */
export function knownMethod({ request }: DecodedCall): MethodName | undefined {
  return request.spec?.name as MethodName | undefined;
}
