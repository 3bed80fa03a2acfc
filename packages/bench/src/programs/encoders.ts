import { EgoiAbortError, EgoiClient, Secret, type TransportRequest } from '@egoi-client/core';
import type { HttpClient } from '@egoi-client/http';
import { createClientAsync } from 'soap';
import { type WireName, wires } from '../wires.ts';
import type { SoapMethods } from './pages.ts';
import { type SetUp, timed } from './program.ts';
import { loadXmlrpcSerializer } from './xmlrpc-library.ts';

/** An `addSubscriberBulk` call of so many contacts. */
export interface EncodeSettings {
  readonly wire: WireName;
  readonly count: number;
}

/** Our transport, whose connections swallow the request: what is left is its encoder. */
export const ourEncoder: SetUp<EncodeSettings> = ({ wire, count }) => {
  const transport = wires[wire].makeTransport({ endpoint: nowhere, http: swallowing });
  const request: TransportRequest = {
    method: 'addSubscriberBulk',
    spec: undefined,
    params: bulkParams(count),
    credentials: { apiKey: new Secret('key') },
    signal: new AbortController().signal,
    callId: 'bench',
    attempt: 1,
  };
  return () => timed(() => transport.call(request).catch(mustBeSwallowed));
};

/** The whole way of our client down to the bytes: its checks as well, which peers have none of. */
export const ourCheckedEncoder: SetUp<EncodeSettings> = ({ wire, count }) => {
  const transport = wires[wire].makeTransport({ endpoint: nowhere, http: swallowing });
  const client = new EgoiClient({ apiKey: 'key', transport });
  const params = bulkParams(count);
  return () => timed(() => client.call('addSubscriberBulk', params).catch(mustBeSwallowed));
};

/** The `soap` package's encoder, by its client with the network cut off. */
export const soapEncoder: SetUp<EncodeSettings & { readonly wsdl: string }> = async ({
  count,
  wsdl,
}) => {
  let sent = 0;
  const client = await createClientAsync(wsdl, {
    endpoint: nowhere,
    httpClient: {
      request(_address: unknown, body: string, callback: (error: Error) => void) {
        sent += Buffer.from(body).length;
        callback(swallowed);
      },
    } as never,
  });
  const call = (client as unknown as SoapMethods)['addSubscriberBulkAsync'];
  const params = { functionOptions: { apikey: 'key', ...bulkParams(count) } };
  return async () => {
    const before = sent;
    const tookMs = await timed(() => call(params).catch(() => {}));
    if (sent === before) throw new Error('nothing was encoded');
    return tookMs;
  };
};

/** The `xmlrpc` package's serializer. */
export const xmlrpcEncoder: SetUp<EncodeSettings> = ({ count }) => {
  const serializer = loadXmlrpcSerializer();
  const params = [{ apikey: 'key', ...bulkParams(count) }];
  return () =>
    timed(() => Buffer.from(serializer.serializeMethodCall('addSubscriberBulk', params)));
};

const nowhere = 'http://127.0.0.1:9/';
const swallowed = new EgoiAbortError('the body was read to its end');

const swallowing: HttpClient = {
  async send({ body = '' }) {
    let bytes = 0;
    for (const piece of typeof body === 'string' ? [body] : body) {
      bytes += Buffer.from(piece).length;
    }
    if (bytes === 0) throw new Error('nothing was encoded');
    throw swallowed;
  },
  close: async () => undefined,
};

function mustBeSwallowed(error: unknown): void {
  if (!(error instanceof EgoiAbortError)) throw error;
}

/** Contacts as an import brings them: ten fields each, some letters outside of ASCII. */
export function bulkParams(count: number) {
  return {
    listID: 1,
    compareField: 'email',
    operation: 2,
    subscribers: Array.from({ length: count }, (_none, index) => ({
      email: `contact.${index}@example.com`,
      cellphone: `351-91${String(index).padStart(7, '0')}`,
      first_name: index % 7 === 0 ? 'Conceição' : 'Ana',
      last_name: index % 5 === 0 ? 'Silva & Filhos' : 'Silva',
      birth_date: '1980-01-31',
      status: 1,
      lang: 'pt',
      extra_1: `Rua <${index}>`,
      extra_2: 'Lisboa',
      extra_3: String(index),
    })),
  };
}
