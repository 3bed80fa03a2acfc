import { allMethods } from '@egoi-client/core';
import { type WsdlService, writeWsdl } from '@egoi-client/soap-encoding';
import type { HttpReply, HttpRequest } from './contract.ts';
import { plainReply, xmlReply } from './http-reply.ts';
import { addressOf } from './public-address.ts';

/**
 * The WSDL of a SOAP endpoint: the catalogue's public operations, at the gateway's own address. The
 * namespace and with it every soapAction stays the service's, which clients know them by.
 *
 * @param publicUrl goes before what the request says
 */
export function wsdlReply(
  path: string,
  service: WsdlService,
  { headers, origin = 'http://localhost' }: Pick<HttpRequest, 'headers' | 'origin'>,
  publicUrl: string | undefined,
): HttpReply {
  const address = publicUrl ?? addressOf(headers['host'], origin);
  if (address === undefined) return plainReply(400, 'the Host header is not a host and a port');
  const operations = allMethods()
    .filter((spec) => spec.group !== 'internal')
    .map((spec) => spec.name);
  return xmlReply(200, writeWsdl({ ...service, endpoint: `${address}${path}`, operations }));
}
