import {
  EgoiAbortError,
  EgoiClient,
  type TransportRequest,
  type WireObject,
  type WireValue,
} from '@egoi-client/core';
import { Secret } from '@egoi-client/core/wire';
import type { HttpClient } from '@egoi-client/http';
import { encodeCall, soapServices } from '@egoi-client/soap-encoding';
import { createClientAsync } from 'soap';
import { measuredTransport, type V2WireName } from '../wires.ts';
import type { SoapMethods } from './pages.ts';
import { type SetUp, timed } from './program.ts';
import { loadXmlrpcSerializer } from './xmlrpc-library.ts';

/** An `addSubscriberBulk` call of so many contacts. */
export interface EncodeSettings {
  readonly wire: V2WireName;
  readonly count: number;
}

/** Our transport, whose connections swallow the request: what is left is its encoder. */
export const ourEncoder: SetUp<EncodeSettings> = async ({ wire, count }) => {
  const transport = await measuredTransport(wire, { endpoint: nowhere, http: swallowing });
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
export const ourCheckedEncoder: SetUp<EncodeSettings> = async ({ wire, count }) => {
  const transport = await measuredTransport(wire, { endpoint: nowhere, http: swallowing });
  const client = new EgoiClient({ apiKey: 'key', transport });
  const params = bulkParams(count);
  return () => timed(() => client.call('addSubscriberBulk', params).catch(mustBeSwallowed));
};

/** What the `soap` package is given: plain objects, or the same with the types that the API's arrays have. */
export type SoapInput = 'typed' | 'untyped';

/** The `soap` package's encoder, by its client with the network cut off. */
export const soapEncoder: SetUp<
  EncodeSettings & { readonly wsdl: string; readonly input: SoapInput }
> = async ({ count, wsdl, input }) => {
  let sent = '';
  const client = await createClientAsync(wsdl, {
    endpoint: nowhere,
    httpClient: {
      request(_address: unknown, body: string, callback: (error: Error) => void) {
        if (Buffer.from(body).length > 0) sent = body;
        callback(swallowed);
      },
    } as never,
  });
  const call = (client as unknown as SoapMethods)['addSubscriberBulkAsync'];
  const encode = async (options: WireObject): Promise<string> => {
    sent = '';
    await call({ functionOptions: options }).catch(() => {});
    if (sent === '') throw new Error('nothing was encoded');
    return sent;
  };
  if (input === 'typed') mustSayTheSame(await encode(typedOptions(3)), 3);
  const options = input === 'typed' ? typedOptions(count) : { apikey: 'key', ...bulkParams(count) };
  return () => timed(() => encode(options));
};

function typedOptions(count: number): WireObject {
  return typedNode({ apikey: 'key', ...bulkParams(count) });
}

/** A value with the attributes that make the `soap` package write it as PHP does: `Map`s and arrays. */
function typedNode(value: WireValue): WireObject {
  const xsi = 'xsi:type';
  if (Array.isArray(value)) {
    const arrayType = `ns2:Map[${value.length}]`;
    return {
      attributes: { 'SOAP-ENC:arrayType': arrayType, [xsi]: 'SOAP-ENC:Array' },
      item: value.map(typedNode),
    };
  }
  if (typeof value === 'object' && value !== null) {
    const item = Object.entries(value).map(([key, member]) => ({
      key: typedNode(key),
      value: typedNode(member),
    }));
    return { attributes: { [xsi]: 'ns2:Map' }, item };
  }
  const type = typeof value === 'number' ? 'xsd:int' : 'xsd:string';
  return { attributes: { [xsi]: type }, $value: value };
}

/** A peer that writes less must not look fast. */
function mustSayTheSame(document: string, count: number): void {
  const ours = encodeCall({
    namespace: soapServices.soap.namespace,
    method: 'addSubscriberBulk',
    options: { apikey: 'key', ...bulkParams(count) },
  });
  if (optionsIn(document) !== optionsIn(ours)) throw new Error('the peer wrote another document');
}

function optionsIn(document: string): string {
  return document.slice(
    document.indexOf('<functionOptions'),
    document.lastIndexOf('</functionOptions>'),
  );
}

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
