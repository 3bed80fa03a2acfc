import { sandboxApiKey } from '@egoi-client/sandbox';

/** The addresses of the gateway and what is spoken there. */
export const routes = {
  soap: '/v2/soap.php',
  'soap-universal': '/v2/soap_any.php',
  xmlrpc: '/v2/xmlrpc.php',
  rest: '/v2/rest.php',
} as const;

export type Route = keyof typeof routes;

export const xmlRoutes = ['soap', 'soap-universal', 'xmlrpc'] as const;

/** How a refusal looks on each wire. */
export const refusals: Readonly<Record<Route, RegExp>> = {
  soap: /<SOAP-ENV:Fault>/,
  'soap-universal': /<SOAP-ENV:Fault>/,
  xmlrpc: /<fault>/,
  rest: /"status":"failed"|<status>failed<\/status>/,
};

/** A piece of a request's head: `name: value`. */
export interface PostOptions {
  readonly headers?: readonly string[];
  readonly contentType?: string;
}

/** The bytes of a POST that asks for the connection to be closed after it. */
export function post(
  route: Route,
  body: string | Uint8Array,
  { headers = [], contentType = typeOf(route) }: PostOptions = {},
): readonly (string | Uint8Array)[] {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const head = [
    `POST ${routes[route]} HTTP/1.1`,
    'Host: localhost',
    'Connection: close',
    ...(contentType === '' ? [] : [`Content-Type: ${contentType}`]),
    `Content-Length: ${bytes.byteLength}`,
    ...headers,
  ];
  return [`${head.join('\r\n')}\r\n\r\n`, bytes];
}

function typeOf(route: Route): string {
  return route === 'rest' ? 'application/x-www-form-urlencoded' : 'text/xml; charset=utf-8';
}

/** How the options of a call are written on a wire of XML, by a client that keeps to no rule. */
export interface XmlCallParts {
  /** Before the root element. */
  readonly prolog?: string;
  /** Beside the key, as members of the options. */
  readonly members?: string;
  /** Beside the call, where the wire has such a place. */
  readonly beside?: string;
  readonly method?: string;
}

/** A call of XML with the sandbox's key. */
export function xmlCall(
  route: (typeof xmlRoutes)[number],
  { prolog = '', members = '', beside = '', method = 'getCredits' }: XmlCallParts,
): string {
  if (route === 'xmlrpc') {
    return `<?xml version="1.0"?>${prolog}<methodCall><methodName>${method}</methodName><params><param><value><struct>${member(route, 'apikey', sandboxApiKey)}${members}</struct></value></param></params></methodCall>`;
  }
  return `<?xml version="1.0" encoding="UTF-8"?>${prolog}<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns:a="http://xml.apache.org/xml-soap" xmlns:c="http://schemas.xmlsoap.org/soap/encoding/"><e:Body><m:${method} xmlns:m="urn:m"><functionOptions i:type="a:Map">${member(route, 'apikey', sandboxApiKey)}${members}</functionOptions></m:${method}>${beside}</e:Body></e:Envelope>`;
}

/** One member of the options. @param content as it stands in the document @param attributes of its element */
export function member(
  route: (typeof xmlRoutes)[number],
  name: string,
  content: string,
  attributes = '',
): string {
  return route === 'xmlrpc'
    ? `<member><name>${name}</name><value ${attributes}>${content}</value></member>`
    : `<item><key>${name}</key><value ${attributes}>${content}</value></item>`;
}

/** A form with the sandbox's key. @param more fields beside it */
export function form(more: string, method = 'getCredits'): string {
  return `type=json&method=${method}&functionOptions[apikey]=${sandboxApiKey}${more === '' ? '' : `&${more}`}`;
}
