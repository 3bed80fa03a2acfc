import { soapTransport } from '@egoi-client/transport-soap';
import type { Bait } from './client-answers.ts';
import { callThrough, type Holds, type Outcome, refusedAs } from './client-outcome.ts';
import { wsdlAt } from './dialects.ts';
import type { HostileServer } from './hostile-server.ts';

/** A hostile WSDL, or a hostile way to hand one out. */
export interface HostileWsdl {
  readonly name: string;
  readonly attempt: (server: HostileServer, bait: Bait) => Promise<Outcome>;
  readonly holds: Holds;
}

type Change = (wsdl: string, bait: Bait) => string;

/** A call whose WSDL is read from the hostile server, which also says where the call goes. */
async function callBy(server: HostileServer, document: string): Promise<Outcome> {
  server.reply = { headers: { 'content-type': 'text/xml' }, body: document };
  const transport = soapTransport({ wsdl: `${server.base}/v2/soap.php?wsdl`, timeoutMs: 60_000 });
  try {
    return await callThrough(transport);
  } finally {
    await transport.close?.();
  }
}

function changed(name: string, change: Change, holds: Holds = refusedAs('protocol')): HostileWsdl {
  return {
    name,
    attempt: (server, bait) => callBy(server, change(wsdlAt(`${server.base}/v2/soap.php`), bait)),
    holds,
  };
}

const withDoctype =
  (doctype: (bait: Bait) => string): Change =>
  (wsdl, bait) =>
    wsdl.replace(/^(<\?xml[^>]*\?>)?/, (declaration) => declaration + doctype(bait));

/** Puts elements in front of the first message. */
const withElement =
  (element: (bait: Bait) => string): Change =>
  (wsdl, bait) =>
    wsdl.replace(/<(?:\w+:)?portType\b/, (first) => element(bait) + first);

const xsd = 'xmlns:x="http://www.w3.org/2001/XMLSchema"';
const w = 'xmlns:w="http://schemas.xmlsoap.org/wsdl/"';
const schema = (inside: string) =>
  `<w:types ${w}><x:schema ${xsd} targetNamespace="urn:x">${inside}</x:schema></w:types>`;

export const hostileWsdls: readonly HostileWsdl[] = [
  changed(
    'a document type',
    withDoctype(() => '<!DOCTYPE definitions>'),
  ),
  changed(
    'an external entity of a file',
    withDoctype(({ file }) => `<!DOCTYPE d [<!ENTITY x SYSTEM "file://${file}">]>`),
  ),
  changed(
    'an external document type',
    withDoctype(({ url }) => `<!DOCTYPE d SYSTEM "${url}/x.dtd">`),
  ),
  changed(
    'an import from another server',
    withElement(({ url }) => `<w:import ${w} namespace="urn:x" location="${url}/x.wsdl"/>`),
  ),
  changed(
    'an import of a file',
    withElement(({ file }) => `<w:import ${w} namespace="urn:x" location="file://${file}"/>`),
  ),
  changed(
    'an import of a path',
    withElement(({ file }) => `<w:import ${w} namespace="urn:x" location="${file}"/>`),
  ),
  ...['import', 'include', 'redefine'].map((element) =>
    changed(
      `a schema's ${element} from another server`,
      withElement(({ url }) =>
        schema(`<x:${element} namespace="urn:y" schemaLocation="${url}/x.xsd"/>`),
      ),
    ),
  ),
  changed('a type of __proto__', (wsdl) =>
    wsdl.replace(/type="[\w-]+:Array"/, 'type="tns:__proto__"'),
  ),
  changed('a message named __proto__', (wsdl) =>
    wsdl.replace(/<(?:\w+:)?message name="[^"]*"/, '<message name="__proto__"'),
  ),
  changed('an operation named __proto__', (wsdl) =>
    wsdl.replaceAll('name="probe"', 'name="__proto__"'),
  ),
  changed(
    'an operation named constructor',
    (wsdl) => wsdl.replaceAll('name="probe"', 'name="constructor"'),
    // It is an operation like any other, and not the one that is called.
    refusedAs('unsupported', 'protocol'),
  ),
  changed('calls sent to another server', (wsdl, { url }) =>
    wsdl.replace(/location="[^"]*"/, `location="${url}/v2/soap.php"`),
  ),
  changed('calls sent to a file', (wsdl, { file }) =>
    wsdl.replace(/location="[^"]*"/, `location="file://${file}"`),
  ),
  changed('calls sent to an address with a user', (wsdl, { url }) =>
    wsdl.replace(/location="[^"]*"/, `location="${url.replace('://', '://a:b@')}/"`),
  ),
  changed(
    'a soapAction with another header',
    (wsdl) => wsdl.replace(/soapAction="[^"]*"/, 'soapAction="x&#13;&#10;X-Injected: 1"'),
    refusedAs('protocol', 'unsupported', 'input'),
  ),
  changed(
    'a soapAction that ends its quotes',
    (wsdl) => wsdl.replace(/soapAction="[^"]*"/, 'soapAction="x&quot;, &quot;y"'),
    refusedAs('protocol', 'unsupported', 'input'),
  ),
  changed('an address with another header', (wsdl) =>
    wsdl.replace(/location="([^"]*)"/, 'location="$1&#13;&#10;X-Injected: 1"'),
  ),
  changed(
    '5 MB',
    withElement(() => `<w:documentation ${w}>${'a'.repeat(5_000_000)}</w:documentation>`),
  ),
  changed(
    '100,000 levels',
    withElement(() => '<a>'.repeat(100_000) + '</a>'.repeat(100_000)),
  ),
  changed(
    'a thousand attributes',
    withElement(() => `<a ${Array.from({ length: 1000 }, (_, at) => `a${at}=""`).join(' ')}/>`),
  ),
  changed(
    '20,000 messages',
    withElement(() =>
      Array.from({ length: 20_000 }, (_, at) => `<w:message ${w} name="m${at}"/>`).join(''),
    ),
    // Long, but it describes what is called; the answer is then the WSDL again, which is no answer.
    refusedAs('protocol'),
  ),
  changed('half of it', (wsdl) => wsdl.slice(0, wsdl.length / 2)),
  changed(
    'types that contain themselves',
    withElement(() =>
      schema(
        '<x:complexType name="a"><x:sequence><x:element name="b" type="y:a" xmlns:y="urn:x"/></x:sequence></x:complexType>',
      ),
    ),
    refusedAs('protocol'),
  ),
  {
    name: 'a redirect to another server',
    attempt: async (server, { url }) => {
      server.reply = { status: 302, headers: { location: `${url}/x?wsdl` }, body: '' };
      const transport = soapTransport({ endpoint: `${server.base}/v2/soap.php` });
      try {
        return await callThrough(transport);
      } finally {
        await transport.close?.();
      }
    },
    holds: refusedAs('http'),
  },
  {
    name: 'no answer',
    attempt: async (server) => {
      server.reply = () => undefined;
      const transport = soapTransport({ endpoint: `${server.base}/v2/soap.php`, timeoutMs: 300 });
      try {
        return await callThrough(transport);
      } finally {
        await transport.close?.();
      }
    },
    holds: refusedAs('timeout'),
  },
];
