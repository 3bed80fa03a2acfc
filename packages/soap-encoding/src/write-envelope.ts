import { escapeAttribute } from './escape.ts';
import { namespaces } from './namespaces.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * Puts the content of a body into an envelope that declares `ns1` for the service and all prefixes
 * of encoded values.
 */
export function* writeEnvelope(namespace: string, body: Iterable<string>): Generator<string, void> {
  const { envelope, schemaInstance, schema, apache, encoding } = namespaces;
  yield `${declaration}<SOAP-ENV:Envelope xmlns:SOAP-ENV="${envelope}" xmlns:ns1="${escapeAttribute(namespace)}" xmlns:xsi="${schemaInstance}" xmlns:xsd="${schema}" xmlns:ns2="${apache}" xmlns:SOAP-ENC="${encoding}" SOAP-ENV:encodingStyle="${encoding}"><SOAP-ENV:Body>`;
  yield* body;
  yield '</SOAP-ENV:Body></SOAP-ENV:Envelope>\n';
}

/** Puts a fault into an envelope, which needs no more than its own prefix. */
export function writeFaultEnvelope(fault: string): string {
  return `${declaration}<SOAP-ENV:Envelope xmlns:SOAP-ENV="${namespaces.envelope}"><SOAP-ENV:Body><SOAP-ENV:Fault>${fault}</SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>\n`;
}
