import { answers, type GatewayAttack } from './gateway-attack.ts';
import { member, post, refusals, xmlCall, xmlRoutes } from './gateway-requests.ts';

type XmlRoute = (typeof xmlRoutes)[number];

interface XmlTrick {
  readonly name: string;
  /** @returns the body; `undefined` where the wire has no such thing */
  readonly write: (route: XmlRoute, trap: string) => string | Uint8Array | undefined;
  /** @default the request is refused in the protocol's own way */
  readonly taken?: RegExp;
  readonly headers?: readonly string[];
  readonly contentType?: string;
}

const text =
  (
    content: string,
    prolog: (trap: string) => string = () => '',
    attributes = '',
  ): XmlTrick['write'] =>
  (route, trap) =>
    xmlCall(route, { prolog: prolog(trap), members: member(route, 'a', content, attributes) });

const laughs = Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY x${level + 1} "${`&x${level};`.repeat(10)}">`,
).join('');

const levels: Readonly<Record<XmlRoute, readonly [open: string, close: string]>> = {
  soap: ['<a>', '</a>'],
  'soap-universal': ['<a>', '</a>'],
  xmlrpc: ['<value><struct><member><name>a</name>', '</member></struct></value>'],
};

const nest =
  (depth: number): XmlTrick['write'] =>
  (route) => {
    const [open, close] = levels[route];
    const inner = route === 'xmlrpc' ? '<value>b</value>' : 'b';
    const content = open.repeat(depth) + inner + close.repeat(depth);
    const members =
      route === 'xmlrpc'
        ? `<member><name>a</name>${content}</member>`
        : member(route, 'a', content);
    return xmlCall(route, { members });
  };

const beside =
  (members: string, elements: string): XmlTrick['write'] =>
  (route) =>
    route === 'xmlrpc' ? undefined : xmlCall(route, { members, beside: elements });

/** The account answers the call, whatever else was in it. */
const served = /CREDITS/;

const entities: readonly XmlTrick[] = [
  { name: 'a document type', write: text('a', () => '<!DOCTYPE x>') },
  {
    name: 'an external entity of a file',
    write: text('&x;', () => '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
  },
  {
    name: 'an external entity of another server',
    write: text('&x;', (trap) => `<!DOCTYPE x [<!ENTITY x SYSTEM "${trap}/x">]>`),
  },
  {
    name: 'an external document type',
    write: text('a', (trap) => `<!DOCTYPE x SYSTEM "${trap}/x.dtd">`),
  },
  {
    name: 'parameter entities',
    write: text('a', (trap) => `<!DOCTYPE x [<!ENTITY % p SYSTEM "${trap}/p.dtd"> %p;]>`),
  },
  {
    name: 'a billion laughs',
    write: text('&x9;', () => `<!DOCTYPE x [<!ENTITY x0 "ha">${laughs}]>`),
  },
  {
    name: 'a long entity used many times',
    write: text('&x;'.repeat(50_000), () => `<!DOCTYPE x [<!ENTITY x "${'a'.repeat(50_000)}">]>`),
  },
  { name: 'an entity that nobody declared', write: text('&x;') },
  { name: 'a reference to no character', write: text('&#0;') },
  { name: 'a reference without end', write: text(`&#${'9'.repeat(100_000)};`) },
];

const sizes: readonly XmlTrick[] = [
  { name: '100,000 levels', write: nest(100_000) },
  { name: '70 levels', write: nest(70) },
  { name: '100,000 levels that never end', write: (route) => levels[route][0].repeat(100_000) },
  {
    name: 'a million attributes',
    write: text(
      'a',
      undefined,
      Array.from({ length: 1_000_000 }, (_, at) => `a${at}=""`).join(' '),
    ),
  },
  {
    name: 'an element of 10 MB of name',
    write: (route) => xmlCall(route, { members: `<${'n'.repeat(10_000_000)}/>` }),
  },
  {
    name: 'an attribute of 10 MB',
    write: text('a', undefined, `a="${'v'.repeat(10_000_000)}"`),
    taken: served,
  },
  { name: 'a text of 10 MB', write: text('v'.repeat(10_000_000)), taken: served },
  {
    name: 'a member of 10 MB of name',
    write: (route) => xmlCall(route, { members: member(route, 'n'.repeat(10_000_000), 'a') }),
    taken: served,
  },
  {
    name: '400 members of 16,400 characters of name that differ in the last',
    write: (route) =>
      xmlCall(route, {
        members: Array.from({ length: 400 }, (_, at) =>
          member(route, `${'n'.repeat(16_396)}${1000 + at}`, 'a'),
        ).join(''),
      }),
  },
  {
    name: '200,000 members',
    write: (route) =>
      xmlCall(route, {
        members:
          route === 'xmlrpc'
            ? '<member><name/><value/></member>'.repeat(200_000)
            : Array.from(
                { length: 200_000 },
                (_, at) => `<item><key>${at}</key><value/></item>`,
              ).join(''),
      }),
  },
  {
    name: 'a hundred thousand members',
    write: (route) =>
      xmlCall(route, {
        members: Array.from({ length: 100_000 }, (_, at) => member(route, `m${at}`, 'a')).join(''),
      }),
    taken: served,
  },
  { name: 'a comment that never ends', write: () => `<!--${'-'.repeat(5_000_000)}` },
  { name: 'a million opening signs', write: text('<'.repeat(1_000_000)) },
];

const names: readonly XmlTrick[] = [
  ...['__proto__', 'constructor', 'prototype', 'toString'].map(
    (name): XmlTrick => ({
      name: `a member named ${name}`,
      write: (route) =>
        xmlCall(route, {
          members:
            route === 'xmlrpc'
              ? `<member><name>${name}</name><value><struct><member><name>polluted</name><value>yes</value></member></struct></value></member>`
              : member(route, name, '<polluted>yes</polluted>'),
        }),
      taken: served,
    }),
  ),
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'x'.repeat(10_000)].map(
    (method): XmlTrick => ({
      name: `a method named ${method.slice(0, 20)}`,
      write: (route) => xmlCall(route, { method }),
    }),
  ),
];

const references: readonly XmlTrick[] = [
  {
    name: 'references that unfold ten times each',
    write: beside(
      '<item><key>a</key><value href="#r0"/></item>',
      Array.from(
        { length: 9 },
        (_, level) => `<r id="r${level}">${`<a href="#r${level + 1}"/>`.repeat(10)}</r>`,
      ).join('') + '<r id="r9">a</r>',
    ),
  },
  {
    name: 'a reference to itself',
    write: beside('<item><key>a</key><value href="#r"/></item>', '<r id="r"><a href="#r"/></r>'),
  },
  {
    name: 'a nest of 10,000 references',
    write: beside(
      '<item><key>a</key><value href="#r0"/></item>',
      Array.from({ length: 10_000 }, (_, at) => `<r id="r${at}"><a href="#r${at + 1}"/></r>`).join(
        '',
      ),
    ),
  },
  {
    name: 'a reference to a file',
    write: beside('<item><key>a</key><value href="file:///etc/passwd"/></item>', ''),
  },
];

const utf16 = (route: XmlRoute) =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xmlCall(route, {}), 'utf16le')]);

const bytes: readonly XmlTrick[] = [
  { name: 'UTF-16 with its mark', write: utf16 },
  { name: 'UTF-16 that says so', write: utf16, contentType: 'text/xml; charset=utf-16' },
  { name: 'UTF-7', write: (route) => xmlCall(route, {}), contentType: 'text/xml; charset=utf-7' },
  {
    name: 'bytes that are not UTF-8',
    write: (route) => Buffer.from(xmlCall(route, { members: member(route, 'a', 'é') }), 'latin1'),
  },
  { name: 'NUL bytes', write: () => new Uint8Array(1000) },
  { name: 'a NUL in a text', write: text('a\0b') },
  { name: 'nothing', write: () => '' },
  { name: 'half a call', write: (route) => xmlCall(route, {}).slice(0, -40) },
  { name: 'a call behind a call', write: (route) => xmlCall(route, {}) + xmlCall(route, {}) },
  {
    name: 'gzip',
    write: () => Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3),
    headers: ['Content-Encoding: gzip'],
  },
  {
    name: 'a form',
    write: () => 'method=getCredits',
    contentType: 'application/x-www-form-urlencoded',
  },
  { name: 'JSON', write: () => '{"method":"getCredits"}', contentType: 'application/json' },
];

const refusalStatuses = [200, 400, 415, 500];

/** Attacks by documents on every route of XML. @param trap address of a server that must see nothing */
export function xmlAttacks(trap: string): readonly GatewayAttack[] {
  const tricks = [...entities, ...sizes, ...names, ...references, ...bytes];
  return xmlRoutes.flatMap((route) =>
    tricks.flatMap(({ name, write, taken, headers = [], contentType }): GatewayAttack[] => {
      const body = write(route, trap);
      if (body === undefined) return [];
      const options = contentType === undefined ? { headers } : { headers, contentType };
      return [
        {
          name: `${route}: ${name}`,
          sending: { pieces: post(route, body, options) },
          holds:
            taken === undefined ? answers(refusalStatuses, refusals[route]) : answers([200], taken),
        },
      ];
    }),
  );
}
