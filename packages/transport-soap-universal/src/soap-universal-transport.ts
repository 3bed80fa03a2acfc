import { type Transport } from '@egoi-client/core';
import { arrivingItems, option, resolveOptions } from '@egoi-client/core/wire';
import {
  createHttpClient,
  type HttpOptions,
  httpOptions,
  wireLimits,
  wireTransport,
} from '@egoi-client/http';
import { answerDecoder, encodeRequest, itemSize, soapServices } from '@egoi-client/soap-encoding';

/** How to reach the service over universal SOAP. */
export interface SoapUniversalTransportOptions extends HttpOptions {
  /** The whole address that calls go to. @default https://api.e-goi.com/v2/soap_any.php */
  readonly endpoint?: string;
  /**
   * The namespace of calls, and with `#<method>` their soapAction. It is the service's published
   * address, with http, and stays so whatever the endpoint: printable ASCII without quotes and blanks.
   * @default http://api.e-goi.com/v2/soap_any.php
   */
  readonly namespace?: string;
}

const shape = {
  ...httpOptions,
  endpoint: option.url().default('https://api.e-goi.com/v2/soap_any.php'),
  namespace: option
    .custom<string>(isNamespace, 'must be printable ASCII without quotes and blanks')
    .default(soapServices.soap_any.namespace),
};

/** It also goes into a header, in quotes. */
function isNamespace(value: unknown): boolean {
  return typeof value === 'string' && /^[\x21\x23-\x7e]+$/.test(value);
}

/**
 * Carries calls over universal SOAP, which needs no WSDL: any method goes out as it is named. Source:
 * reference, SOAP (14.7).
 *
 * @returns a transport that opens no connection before its first call
 * @throws EgoiConfigError for wrong or unknown options
 */
export function soapUniversalTransport(
  options: SoapUniversalTransportOptions = {},
): Transport<'soap-universal'> {
  const { endpoint, namespace, ...http } = resolveOptions('soapUniversalTransport', shape, options);
  return wireTransport(
    {
      id: 'soap-universal',
      limits: wireLimits({
        maxRequestBytes: http.maxRequestBytes,
        sizeOf: itemSize,
      }),
      encode(request, context) {
        const { method } = request;
        const operation = { name: method, namespace, soapAction: `${namespace}#${method}` };
        return { url: endpoint, ...encodeRequest(request, operation, context) };
      },
      decoder: (request) => answerDecoder(request.method, arrivingItems(request)),
    },
    createHttpClient(http),
  );
}
