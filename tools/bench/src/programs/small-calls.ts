import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { EgoiClient } from '@egoi-client/core';
import axios from 'axios';
import { createClientAsync } from 'soap';
import { measuredTransport, type V2WireName } from '../wires.ts';
import { keepAlive, type SoapMethods } from './pages.ts';
import { atOnce, type SetUp, timed } from './program.ts';
import { loadXmlrpc } from './xmlrpc-library.ts';

/** Calls of `getUserData` to a server that holds the answer ready. */
export interface SmallCallSettings {
  readonly wire: V2WireName;
  readonly url: string;
  readonly concurrency: number;
  readonly calls: number;
}

/** The typed client. */
export const ourCalls: SetUp<SmallCallSettings> = async ({ wire, url, concurrency, calls }) => {
  const client = await clientOf(wire, url, concurrency);
  return () => timed(() => atOnce(concurrency, calls, () => client.getUserData()));
};

/** Axios posting the very bytes that our client posts, and reading the answer as text. */
export const axiosCalls: SetUp<SmallCallSettings> = async ({ wire, url, concurrency, calls }) => {
  const { headers, body } = await requestOf(wire);
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const http = axios.create({
    httpAgent: agent,
    headers,
    proxy: false,
    responseType: 'text',
    transformResponse: [],
  });
  return () => timed(() => atOnce(concurrency, calls, () => http.post(url, body)));
};

/** The `soap` package's client, told to keep its connections. */
export const soapCalls: SetUp<SmallCallSettings & { readonly wsdl: string }> = async ({
  url,
  concurrency,
  calls,
  wsdl,
}) => {
  const client = await createClientAsync(wsdl, { endpoint: url });
  const call = (client as unknown as SoapMethods)['getUserDataAsync'];
  const params = { functionOptions: { apikey: 'key' } };
  return () => timed(() => atOnce(concurrency, calls, () => call(params, keepAlive)));
};

/** The `xmlrpc` package's client. */
export const xmlrpcCalls: SetUp<SmallCallSettings> = ({ url, concurrency, calls }) => {
  const client = loadXmlrpc().createClient(url);
  const call = () =>
    new Promise<unknown>((resolve, reject) => {
      client.methodCall('getUserData', [{ apikey: 'key' }], (error, value) => {
        if (error === null || error === undefined) resolve(value);
        else reject(error);
      });
    });
  return () => timed(() => atOnce(concurrency, calls, call));
};

async function clientOf(
  wire: V2WireName,
  url: string,
  maxConnections: number,
): Promise<EgoiClient> {
  const transport = await measuredTransport(wire, { endpoint: url, maxConnections });
  return new EgoiClient({ apiKey: 'key', transport });
}

/** The request that our client sends for `getUserData`, as a server sees it. */
export async function requestOf(wire: V2WireName): Promise<SentRequest> {
  const server = createServer();
  const sent = new Promise<SentRequest>((resolve, reject) => {
    server.once('request', (request, response) => {
      readRequest(request).then(resolve, reject);
      response.writeHead(503).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = await clientOf(wire, `http://127.0.0.1:${port}/`, 1);
  // Only the request matters; the answer is none.
  await client.getUserData().catch(() => {});
  await client.close();
  server.close();
  return sent;
}

/** What a request consists of, without what every client adds by itself. */
export interface SentRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

async function readRequest(request: IncomingMessage): Promise<SentRequest> {
  const { 'content-type': type = '', soapaction } = request.headers;
  const action = typeof soapaction === 'string' ? { SOAPAction: soapaction } : {};
  return { headers: { 'Content-Type': type, ...action }, body: await buffer(request) };
}
