import { escapeAttribute } from './escape.ts';
import { namespaces } from './namespaces.ts';
import type { SoapVersion } from './soap-call.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The prefixes that PHP writes in each version. */
const versions = {
  '1.1': { prefix: 'SOAP-ENV', uri: namespaces.envelope, body: '<SOAP-ENV:Body>' },
  '1.2': {
    prefix: 'env',
    uri: namespaces.envelope12,
    body: `<env:Body xmlns:rpc="${namespaces.rpc12}">`,
  },
} as const;

/** A service has one namespace, and a process speaks to few services. */
const known = { '1.1': new Map<string, string>(), '1.2': new Map<string, string>() };
const maxKnown = 8;
const maxKnownLength = 256;

/**
 * What goes before the content of a body: the start of an envelope that declares `ns1` for the service
 * and all prefixes of encoded values.
 */
export function openEnvelope(namespace: string, version: SoapVersion): string {
  const remembered = known[version].get(namespace);
  if (remembered !== undefined) return remembered;
  const open = declaration + writeStart(escapeAttribute(namespace), version);
  if (known[version].size < maxKnown && namespace.length <= maxKnownLength) {
    known[version].set(namespace, open);
  }
  return open;
}

function writeStart(service: string, version: SoapVersion): string {
  const { schemaInstance, schema, apache, encoding, encoding12 } = namespaces;
  const { prefix, uri, body } = versions[version];
  const shared = `xmlns:ns1="${service}" xmlns:xsi="${schemaInstance}" xmlns:xsd="${schema}" xmlns:ns2="${apache}"`;
  // SOAP 1.2 forbids an encodingStyle here.
  const encodings =
    version === '1.1'
      ? `xmlns:SOAP-ENC="${encoding}" SOAP-ENV:encodingStyle="${encoding}"`
      : `xmlns:enc="${encoding12}"`;
  return `<${prefix}:Envelope xmlns:${prefix}="${uri}" ${shared} ${encodings}>${body}`;
}

/** What goes behind it. */
export const closeEnvelope = {
  '1.1': '</SOAP-ENV:Body></SOAP-ENV:Envelope>\n',
  '1.2': '</env:Body></env:Envelope>\n',
} as const;

/** Puts the content of a fault into an envelope, which needs no more than its own prefix. */
export function writeFaultEnvelope(content: string, version: SoapVersion): string {
  const { prefix, uri } = versions[version];
  return `${declaration}<${prefix}:Envelope xmlns:${prefix}="${uri}"><${prefix}:Body><${prefix}:Fault>${content}</${prefix}:Fault>${closeEnvelope[version]}`;
}
