import type { IncomingMessage, ServerResponse } from 'node:http';
import { inspect, isDeepStrictEqual } from 'node:util';
import {
  EgoiError,
  type MethodName,
  type MethodSpec,
  type WireObject,
  type WireValue,
} from '@egoi-client/core';
import { setMember } from '@egoi-client/core/wire';
import { createV3Server, type V3Server } from '@egoi-client/gateway';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { translationOf, v3Transport } from '@egoi-client/transport-v3';
import { findRoute, operations } from '@egoi-client/v3-api';
import { callPast, prepareCall } from '../v3/translated-calls.ts';
import { isInjected, type Scene } from './client-scene.ts';
import type { SeenRequest } from './hostile-server.ts';

/** What may stand behind a value, or in its place, to get out of the place that it is written into. */
const injected: readonly string[] = [
  '/../../lists',
  '..',
  '..%2f..%2flists',
  '..\\..\\lists',
  '?Apikey=x&list_id=2',
  '#fragment',
  '//127.0.0.1:1/x',
  '"},{"x":"',
  '\r\nX-Injected: 1',
  ' HTTP/1.1\r\nHost: x\r\n\r\nGET /injected HTTP/1.1\r\nX-Injected: 1',
  '\u560d\u560aX-Injected: 1',
  '\0',
  '\ud83d',
];

/** Most requests that one call of an example makes. */
const mostRequests = 40;

/**
 * Puts hostile texts into each parameter of a method, of itself and behind a good value, past the client,
 * which would refuse most of them. Whatever is sent is a request of an operation that the method names.
 *
 * @returns what did not hold
 */
export async function injectInto(spec: MethodSpec, { server }: Scene): Promise<string | undefined> {
  const { account, params } = await prepareCall(spec);
  const served = createV3Server(account);
  server.reply = (request, response) => {
    // What waits for its turn would be asked for again and again.
    void account.workOff().then(() => forward(served, server.requests, request, response));
  };
  const losses = translationOf(spec.name as MethodName);
  const transport = v3Transport({
    endpoint: `${server.base}/v3`,
    allowLosses:
      losses.verdict === 'refused' ? [] : losses.losses.map(({ name }) => `${spec.name}.${name}`),
    importPollMs: 1,
    phonePrefix: '351',
  });
  try {
    for (const [place, value] of hostileParams(params)) {
      const before = server.requests.length;
      const changed = { ...params };
      setMember(changed, place, value);
      const wrong = await wrongInCall(() =>
        callPast(transport, spec, changed, AbortSignal.timeout(20_000)),
      );
      const seen = server.requests.slice(before);
      const complaint =
        wrong ??
        (seen.length > mostRequests ? `${seen.length} requests` : undefined) ??
        seen.map((request) => wrongInRequest(spec, request)).find((one) => one !== undefined);
      if (complaint !== undefined) return `${place} as ${JSON.stringify(value)}: ${complaint}`;
    }
    return undefined;
  } finally {
    await transport.close?.();
    await account.close();
  }
}

/** Each parameter with each text, and further parameters whose names are the attack. */
function* hostileParams(params: WireObject): Generator<[place: string, value: WireValue]> {
  const places = Object.entries(params);
  for (const text of injected) {
    for (const [place, value] of places) {
      yield [place, text];
      if (typeof value === 'string' || typeof value === 'number') yield [place, `${value}${text}`];
      if (Array.isArray(value)) yield [place, [text]];
    }
    yield [`extra_${text}`, 'x'];
    yield ['plugin_key', `p${text}`];
  }
}

async function wrongInCall(call: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await call();
    return undefined;
  } catch (error) {
    if (!(error instanceof EgoiError)) return `ended in ${inspect(error)}`;
    if (error.kind === 'timeout') return 'never ended';
    const shown = [inspect(error, { depth: 12, showHidden: true }), JSON.stringify(error)].join();
    return shown.includes(sandboxApiKey) ? 'the error shows the key' : undefined;
  }
}

/** What is wrong with a request: it must be that of an operation which the method names, and hold the key in its header alone. */
function wrongInRequest({ name }: MethodSpec, request: SeenRequest): string | undefined {
  const { method, target, rawHeaders, body } = request;
  const shown = `${method} ${target}`;
  if (isInjected(request)) return `a header or an address was injected: ${shown}`;
  if (target.includes(sandboxApiKey) || body.includes(sandboxApiKey))
    return `the key is in ${shown}`;
  const [path = '', query = ''] = target.split('?');
  const segments = path.split('/');
  if (!segments.every((segment) => /^[\w-]*$/.test(segment))) return `goes to ${shown}`;
  if (!/^[\w.!~*'()%&=-]*$/.test(query)) return `asks ${shown}`;
  const route = findRoute(method, path.slice('/v3'.length));
  const translation = translationOf(name as MethodName);
  const named: readonly string[] = translation.verdict === 'refused' ? [] : translation.operations;
  if (route.kind !== 'operation' || !named.includes(route.name)) return `asks ${shown}`;
  const keys = rawHeaders.filter((_, index) => /^apikey$/i.test(rawHeaders[index - 1] ?? ''));
  const wantedKeys = operations[route.name].needsKey ? [sandboxApiKey] : [];
  if (!isDeepStrictEqual(keys, wantedKeys)) return `says the key as ${inspect(keys)}`;
  if (body !== '') JSON.parse(body);
  return undefined;
}

/** Lets the account answer. */
async function forward(
  served: V3Server,
  requests: readonly SeenRequest[],
  { method = '', url = '', headers: received }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = new TextEncoder().encode(requests.at(-1)?.body ?? '');
  const headers = Object.fromEntries(
    Object.entries(received).map(([name, value]) => [name, String(value)]),
  );
  const reply = await served.handle({ method, url, headers, body });
  response.writeHead(reply.status, reply.headers).end(reply.body);
}
