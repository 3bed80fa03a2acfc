import type { Gateway, HttpReply, HttpRequest } from '@egoi-client/gateway';

const xml = { 'content-type': 'text/xml; charset=utf-8' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

export const key = 'k3y-that-nobody-may-see';

/** A POST to an endpoint. */
export function post(
  path: string,
  body: string | Uint8Array,
  headers: Record<string, string> = path.includes('rest') ? form : xml,
): HttpRequest {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return { method: 'POST', url: path, headers: { host: 'gateway.test', ...headers }, body: bytes };
}

/** A request without a body. */
export function ask(
  method: string,
  url: string,
  headers: Record<string, string> = { host: 'gateway.test' },
): HttpRequest {
  return { method, url, headers, body: new Uint8Array() };
}

export function soapCall(
  method: string,
  members: Record<string, string> = { apikey: key },
): string {
  const items = Object.entries(members).map(
    ([name, value]) =>
      `<item><key xsi:type="xsd:string">${name}</key><value xsi:type="xsd:string">${value}</value></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ns1="http://api.e-goi.com/v2/soap.php" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:ns2="http://xml.apache.org/xml-soap"><SOAP-ENV:Body><ns1:${method}><functionOptions xsi:type="ns2:Map">${items.join('')}</functionOptions></ns1:${method}></SOAP-ENV:Body></SOAP-ENV:Envelope>`;
}

export function xmlrpcCall(
  method: string,
  members: Record<string, string> = { apikey: key },
): string {
  const struct = Object.entries(members).map(
    ([name, value]) =>
      `<member><name>${name}</name><value><string>${value}</string></value></member>`,
  );
  return `<?xml version="1.0"?><methodCall><methodName>${method}</methodName><params><param><value><struct>${struct.join('')}</struct></value></param></params></methodCall>`;
}

export function restCall(
  method: string,
  members: Record<string, string> = { apikey: key },
  type = 'json',
): string {
  const fields = Object.entries(members).map(
    ([name, value]) => `functionOptions[${name}]=${encodeURIComponent(value)}`,
  );
  return [`type=${type}`, `method=${encodeURIComponent(method)}`, ...fields].join('&');
}

/** A well-formed call to each of the four endpoints. */
export const endpoints = [
  { id: 'soap', path: '/v2/soap.php', write: soapCall },
  { id: 'soap-universal', path: '/v2/soap_any.php', write: soapCall },
  { id: 'xmlrpc', path: '/v2/xmlrpc.php', write: xmlrpcCall },
  { id: 'rest', path: '/v2/rest.php', write: restCall },
] as const;

export function bodyOf(reply: HttpReply): string {
  return typeof reply.body === 'string' ? reply.body : new TextDecoder().decode(reply.body);
}

/** Sends a call and gives its status and body. */
export async function answerTo(
  gateway: Gateway,
  request: HttpRequest,
): Promise<{ readonly status: number; readonly body: string }> {
  const reply = await gateway.handle(request);
  return { status: reply.status, body: bodyOf(reply) };
}
