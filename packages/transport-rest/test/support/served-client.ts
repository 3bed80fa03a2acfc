import type { ServerResponse } from 'node:http';
import { EgoiClient, type EgoiError } from '@egoi-client/core';
import { restTransport, type RestTransportOptions } from '../../src/index.ts';
import { type LoopbackServer, loopbackServer, type RecordedRequest } from './loopback-server.ts';

/** The key of every client here. */
export const apiKey = '0123456789abcdef0123456789abcdef01234567';
const open: { close(): Promise<void> }[] = [];

/** To be called after each test. */
export async function closeServed(): Promise<void> {
  await Promise.all(open.splice(0).map((part) => part.close()));
}

/** What ends with the test. */
export function closeLater(...parts: { close(): Promise<void> }[]): void {
  open.push(...parts);
}

/** A client, and the server on this machine that it speaks to. */
export async function serve(
  answer: (response: ServerResponse, request: RecordedRequest) => void,
  options: RestTransportOptions = {},
): Promise<{ server: LoopbackServer; client: EgoiClient }> {
  const server = await loopbackServer(answer);
  const transport = restTransport({ endpoint: server.endpoint, ...options });
  const client = new EgoiClient({ apiKey, transport });
  closeLater(client, server);
  return { server, client };
}

/** The same with one body for every call. */
export function serveText(
  body: string,
  status = 200,
  options: RestTransportOptions = {},
  type = 'application/json',
) {
  return serve((response) => {
    response.writeHead(status, { 'Content-Type': type }).end(body);
  }, options);
}

/** What a call rejects with. */
export async function failureOf(call: Promise<unknown>): Promise<EgoiError> {
  try {
    await call;
  } catch (error) {
    return error as EgoiError;
  }
  throw new Error('the call was expected to fail');
}
