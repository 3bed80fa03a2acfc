import { type HttpReply, httpReply } from '@egoi-client/http/server';

/** A reply of XML. Source of the content type: golden files of the SOAP servers. */
export function xmlReply(status: number, document: string): HttpReply {
  return httpReply(status, 'text/xml; charset=utf-8', document);
}
