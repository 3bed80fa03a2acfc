import { allMethods, type MethodSpec } from '@egoi-client/core';
import { addressOf, type HttpReply, plainReply, type RequestHead } from '@egoi-client/http/server';
import { type WsdlOperation, type WsdlService, writeWsdl } from '@egoi-client/soap-encoding';
import { xmlReply } from './xml-reply.ts';

/**
 * The WSDL of a SOAP endpoint: all operations of the catalogue, the internal ones too, as the
 * service's own lists them (reference, 14.7), at the gateway's own address. The
 * namespace and with it every soapAction stays the service's, which clients know them by.
 *
 * @param publicUrl goes before what the request says
 */
export function wsdlReply(
  path: string,
  service: WsdlService,
  { headers, origin = 'http://localhost' }: RequestHead,
  publicUrl: string | undefined,
): HttpReply {
  const address = publicUrl ?? addressOf(headers['host'], origin);
  if (address === undefined) return plainReply(400, 'the Host header is not a host and a port');
  const operations = allMethods().map(operationOf);
  return xmlReply(200, writeWsdl({ ...service, endpoint: `${address}${path}`, operations }));
}

/** Arguments of their own are texts, and what such operations answer the stub of the service calls a boolean. */
function operationOf({ name, parts, forms }: MethodSpec): string | WsdlOperation {
  if (parts === undefined) return name;
  const isFlag = forms.some(({ result }) => result.kind === 'flag');
  return {
    name,
    input: parts.map((part) => ({ name: part, type: 'xsd:string' })),
    output: isFlag ? 'xsd:boolean' : 'xsd:anyType',
  };
}
