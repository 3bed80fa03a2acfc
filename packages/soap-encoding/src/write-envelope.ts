import { escapeAttribute } from './escape.ts';
import { namespaces } from './namespaces.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** A service has one namespace, and a process speaks to few services. */
const known = new Map<string, string>();
const maxKnown = 8;
const maxKnownLength = 256;

/**
 * What goes before the content of a body: the start of an envelope that declares `ns1` for the service
 * and all prefixes of encoded values.
 */
export function openEnvelope(namespace: string): string {
  const remembered = known.get(namespace);
  if (remembered !== undefined) return remembered;
  const { envelope, schemaInstance, schema, apache, encoding } = namespaces;
  const open = `${declaration}<SOAP-ENV:Envelope xmlns:SOAP-ENV="${envelope}" xmlns:ns1="${escapeAttribute(namespace)}" xmlns:xsi="${schemaInstance}" xmlns:xsd="${schema}" xmlns:ns2="${apache}" xmlns:SOAP-ENC="${encoding}" SOAP-ENV:encodingStyle="${encoding}"><SOAP-ENV:Body>`;
  if (known.size < maxKnown && namespace.length <= maxKnownLength) known.set(namespace, open);
  return open;
}

/** What goes behind it. */
export const closeEnvelope = '</SOAP-ENV:Body></SOAP-ENV:Envelope>\n';

/** Puts a fault into an envelope, which needs no more than its own prefix. */
export function writeFaultEnvelope(fault: string): string {
  return `${declaration}<SOAP-ENV:Envelope xmlns:SOAP-ENV="${namespaces.envelope}"><SOAP-ENV:Body><SOAP-ENV:Fault>${fault}</SOAP-ENV:Fault>${closeEnvelope}`;
}
