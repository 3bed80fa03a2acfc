import { type Transport } from '@egoi-client/core';
import { arrivingItems, option, resolveOptions, wireCall } from '@egoi-client/core/wire';
import {
  createHttpClient,
  type HttpOptions,
  httpOptions,
  wireLimits,
  wireTransport,
} from '@egoi-client/http';
import { answerDecoder } from './decode.ts';
import { callPieces } from './encode.ts';
import { itemSize } from './write-value.ts';

/** How to reach the service over XML-RPC. */
export interface XmlrpcTransportOptions extends HttpOptions {
  /** The whole address of the service. @default 'https://api.e-goi.com/v2/xmlrpc.php' */
  readonly endpoint?: string;
}

const shape = {
  ...httpOptions,
  endpoint: option.url().default('https://api.e-goi.com/v2/xmlrpc.php'),
};

const headers = { 'Content-Type': 'text/xml; charset=utf-8', Accept: 'text/xml' };

/**
 * Carries calls over XML-RPC: the bare method name and one struct, the credentials among its members
 * and never in the address. Source: reference, 14.1, 14.2 and 14.6.
 *
 * @returns a transport that opens no connection before its first call
 * @throws EgoiConfigError for wrong or unknown options
 */
export function xmlrpcTransport(options: XmlrpcTransportOptions = {}): Transport<'xmlrpc'> {
  const { endpoint, ...connections } = resolveOptions('xmlrpcTransport', shape, options);
  return wireTransport(
    {
      id: 'xmlrpc',
      limits: wireLimits({
        maxRequestBytes: connections.maxRequestBytes,
        sizeOf: itemSize,
      }),
      encode: (request) => ({ url: endpoint, headers, body: callPieces(wireCall(request)) }),
      decoder: (request) => answerDecoder(arrivingItems(request)),
    },
    createHttpClient(connections),
  );
}
