import { option, resolveOptions } from '@egoi-client/core/wire';
import { type HttpOptions, httpOptions, type ResolvedHttpOptions } from '@egoi-client/http';

/** How to reach the service over standard SOAP. */
export interface SoapTransportOptions extends HttpOptions {
  /**
   * The whole address that calls go to. Without it they go where the WSDL says, over https.
   * @default https://api.e-goi.com/v2/soap.php
   */
  readonly endpoint?: string;
  /**
   * The WSDL: its address, or its text, such as `bundledWsdl('soap')`.
   * @default the endpoint with `?wsdl`
   */
  readonly wsdl?: string;
}

export interface ResolvedSoapTransportOptions {
  readonly http: ResolvedHttpOptions;
  /** Where calls go whatever the WSDL says. */
  readonly endpoint: string | undefined;
  readonly wsdl: { readonly address: URL } | { readonly text: string };
}

const defaultEndpoint = 'https://api.e-goi.com/v2/soap.php';

const shape = {
  ...httpOptions,
  endpoint: option.url().optional(),
  wsdl: option.custom<string>(isWsdlOption, 'must be the address or the text of a WSDL').optional(),
};

function isWsdlOption(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  return isDocument(value) || option.url().safeParse(value).success;
}

function isDocument(text: string): boolean {
  return text.trimStart().startsWith('<');
}

/** @throws EgoiConfigError for wrong or unknown options */
export function resolveSoapTransportOptions(
  options: SoapTransportOptions,
): ResolvedSoapTransportOptions {
  const { endpoint, wsdl, ...http } = resolveOptions('soapTransport', shape, options);
  if (wsdl === undefined) {
    return { http, endpoint, wsdl: { address: wsdlAddress(endpoint ?? defaultEndpoint) } };
  }
  return {
    http,
    endpoint,
    wsdl: isDocument(wsdl) ? { text: wsdl } : { address: new URL(wsdl) },
  };
}

/** Not through `searchParams`, which would write `wsdl=`. */
function wsdlAddress(endpoint: string): URL {
  const address = new URL(endpoint);
  address.search = address.search === '' ? '?wsdl' : `${address.search}&wsdl`;
  return address;
}
