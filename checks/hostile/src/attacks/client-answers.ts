import { isWireObject, type WireValue } from '@egoi-client/core';
import { apiKey, faultOf, type Holds, refusedAs, takenAsData } from './client-outcome.ts';
import type { Dialect, Piece } from './dialects.ts';

/** What a document may try to reach. */
export interface Bait {
  /** Address of a server that must see nothing. */
  readonly url: string;
  /** Path of a file that must not be read. */
  readonly file: string;
}

/** A hostile answer, written in the way of each wire. */
export interface HostileAnswer {
  readonly name: string;
  /** @returns `undefined` where the wire has no such thing */
  readonly write: (dialect: Dialect, bait: Bait) => string | undefined;
  readonly holds: Holds;
}

const refused = refusedAs('protocol');

/** Declarations before the root, with a text that uses what they declare. */
function prologAttack(name: string, prolog: (bait: Bait) => string, text = '&x;'): HostileAnswer {
  return {
    name,
    write: (dialect, bait) =>
      dialect.xml ? dialect.answer(dialect.text(text), prolog(bait)) : undefined,
    holds: refused,
  };
}

const laughs = Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY x${level + 1} "${`&x${level};`.repeat(10)}">`,
).join('');

const entities: readonly HostileAnswer[] = [
  prologAttack('a document type', () => '<!DOCTYPE x>', 'a'),
  prologAttack('an entity of its own', () => '<!DOCTYPE x [<!ENTITY x "y">]>'),
  prologAttack(
    'an external entity of a file',
    ({ file }) => `<!DOCTYPE x [<!ENTITY x SYSTEM "file://${file}">]>`,
  ),
  prologAttack(
    'an external entity of another server',
    ({ url }) => `<!DOCTYPE x [<!ENTITY x SYSTEM "${url}/entity">]>`,
  ),
  prologAttack(
    'an external document type',
    ({ url }) => `<!DOCTYPE x PUBLIC "-//x//EN" "${url}/x.dtd">`,
    'a',
  ),
  prologAttack(
    'parameter entities',
    ({ url }) => `<!DOCTYPE x [<!ENTITY % p SYSTEM "${url}/p.dtd"> %p; %q;]>`,
  ),
  prologAttack('a billion laughs', () => `<!DOCTYPE x [<!ENTITY x0 "ha">${laughs}]>`, '&x9;'),
  prologAttack(
    'a long entity used many times',
    () => `<!DOCTYPE x [<!ENTITY x "${'a'.repeat(50_000)}">]>`,
    '&x;'.repeat(50_000),
  ),
  prologAttack('an entity that nobody declared', () => ''),
  prologAttack('a reference to no character', () => '', '&#0;'),
  prologAttack('a reference beyond Unicode', () => '', '&#x110000;'),
  prologAttack('a reference without end', () => '', `&#${'9'.repeat(100_000)};`),
  {
    name: 'an inclusion of a file',
    write: (dialect, { file }) =>
      dialect.xml
        ? dialect.answer(
            dialect.text(
              `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://${file}" parse="text"/>`,
            ),
          )
        : undefined,
    // It is an element like any other, or out of place.
    holds: () => undefined,
  },
];

function nested(levels: number): Pick<HostileAnswer, 'write'> {
  return {
    write: (dialect) => {
      const [open, close] = dialect.level;
      const inner = open.repeat(levels) + dialect.text('b')('b') + close.repeat(levels);
      const wrapped: Piece = (element) =>
        element === '' ? inner : `<${element}>${inner}</${element}>`;
      return dialect.answer(wrapped);
    },
  };
}

const sizes: readonly HostileAnswer[] = [
  { name: '100,000 levels', ...nested(100_000), holds: refused },
  { name: '70 levels', ...nested(70), holds: refused },
  {
    name: '100,000 levels that never end',
    write: (dialect) => dialect.level[0].repeat(100_000),
    holds: refused,
  },
  {
    name: 'a million attributes',
    write: (dialect) =>
      dialect.xml
        ? dialect.answer(
            dialect.text('a', Array.from({ length: 1_000_000 }, (_, at) => `a${at}=""`).join(' ')),
          )
        : undefined,
    // REST's reader passes over attributes of any number.
    holds: (outcome) => ('value' in outcome ? undefined : refused(outcome)),
  },
  {
    name: 'an element of 10 MB of name',
    write: (dialect) => {
      const name = 'n'.repeat(10_000_000);
      return dialect.xml ? dialect.answer(() => `<${name}>a</${name}>`) : undefined;
    },
    holds: (outcome) => ('value' in outcome ? undefined : refused(outcome)),
  },
  {
    name: 'a member of 10 MB of name',
    write: (dialect) =>
      dialect.answer(dialect.struct([['n'.repeat(10_000_000), dialect.text('a')]])),
    holds: takenAsData((value) => isWireObject(value)),
  },
  {
    name: 'an attribute of 10 MB',
    write: (dialect) =>
      dialect.xml ? dialect.answer(dialect.text('a', `a="${'v'.repeat(10_000_000)}"`)) : undefined,
    holds: takenAsData((value) => value === 'a'),
  },
  {
    name: 'a comment that never ends',
    write: (dialect) => (dialect.xml ? `<!--${'-'.repeat(5_000_000)}` : undefined),
    holds: refused,
  },
  {
    name: 'a million opening signs',
    write: (dialect) =>
      dialect.xml ? dialect.answer(dialect.text('<'.repeat(1_000_000))) : undefined,
    holds: refused,
  },
  {
    name: 'a million unclosed sections',
    write: (dialect) =>
      dialect.xml ? dialect.answer(dialect.text('<![CDATA['.repeat(500_000))) : undefined,
    holds: refused,
  },
  {
    name: 'a number of a million digits',
    write: (dialect) => (dialect.xml ? undefined : dialect.answer(() => '9'.repeat(1_000_000))),
    holds: refused,
  },
];

const prototypeNames = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];

const members: readonly HostileAnswer[] = [
  ...prototypeNames.map(
    (name): HostileAnswer => ({
      name: `a member named ${name}`,
      write: (dialect) =>
        dialect.answer(
          dialect.struct([
            [name, dialect.struct([['polluted', dialect.text('yes')]])],
            ['other', dialect.text('b')],
          ]),
        ),
      holds: takenAsData(
        (value) =>
          isWireObject(value) &&
          Object.hasOwn(value, name) &&
          Object.getPrototypeOf(value) === Object.prototype &&
          isPolluted(value[name]) &&
          !('polluted' in {}),
      ),
    }),
  ),
  {
    name: 'a constructor with a prototype inside',
    write: (dialect) =>
      dialect.answer(
        dialect.struct([
          [
            'constructor',
            dialect.struct([['prototype', dialect.struct([['polluted', dialect.text('yes')]])]]),
          ],
          ['other', dialect.text('b')],
        ]),
      ),
    holds: takenAsData((value) => isWireObject(value) && !('polluted' in {})),
  },
];

function isPolluted(value: WireValue | undefined): boolean {
  return isWireObject(value) && Object.hasOwn(value, 'polluted') && value['polluted'] === 'yes';
}

const reference = (name: string, write: (dialect: Dialect) => string, holds: Holds = refused) => ({
  name,
  write: (dialect: Dialect) => (dialect.name.startsWith('soap') ? write(dialect) : undefined),
  holds,
});

/** A value, and elements beside the answer that have an id. */
function withReferences(dialect: Dialect, value: string, beside: string): string {
  return dialect.answer(() => value).replace('</e:Body>', `${beside}</e:Body>`);
}

const references: readonly HostileAnswer[] = [
  reference('references that unfold ten times each', (dialect) =>
    withReferences(
      dialect,
      '<return href="#r0"/>',
      Array.from(
        { length: 9 },
        (_, level) => `<r id="r${level}">${`<a href="#r${level + 1}"/>`.repeat(10)}</r>`,
      ).join('') + '<r id="r9">a</r>',
    ),
  ),
  reference('a reference to itself', (dialect) =>
    withReferences(dialect, '<return href="#r"/>', '<r id="r"><a href="#r"/></r>'),
  ),
  reference('references in a circle', (dialect) =>
    withReferences(
      dialect,
      '<return href="#r"/>',
      '<r id="r"><a href="#q"/></r><q id="q"><a href="#r"/></q>',
    ),
  ),
  reference('a chain of 10,000 references', (dialect) =>
    withReferences(
      dialect,
      '<return href="#r0"/>',
      Array.from({ length: 10_000 }, (_, at) => `<r id="r${at}" href="#r${at + 1}"/>`).join(''),
    ),
  ),
  reference('a nest of 10,000 references', (dialect) =>
    withReferences(
      dialect,
      '<return href="#r0"/>',
      Array.from({ length: 10_000 }, (_, at) => `<r id="r${at}"><a href="#r${at + 1}"/></r>`).join(
        '',
      ),
    ),
  ),
  reference('a reference to another document', (dialect) =>
    withReferences(dialect, '<return href="file:///etc/passwd"/>', ''),
  ),
  reference(
    'an id named __proto__',
    (dialect) => withReferences(dialect, '<return href="#__proto__"/>', '<r id="__proto__">a</r>'),
    takenAsData((value) => value === 'a'),
  ),
  reference(
    'a list that says it has two thousand million items',
    (dialect) =>
      dialect.answer(
        () => '<return i:type="c:Array" c:arrayType="s:string[2000000000]"><a>b</a></return>',
      ),
    takenAsData((value) => Array.isArray(value) && value.length === 1),
  ),
];

const escapedKey = (dialect: Dialect): string =>
  dialect.xml
    ? apiKey.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    : JSON.stringify(apiKey).slice(1, -1);

const words: readonly HostileAnswer[] = [
  {
    name: 'a fault that echoes the key',
    write: (dialect) =>
      dialect.fault(`no such key: ${escapedKey(dialect)}, ${escapedKey(dialect)}`),
    holds: faultOf((text) => text === 'no such key: [redacted], [redacted]'),
  },
  {
    name: 'a fault that echoes the key as a form has it',
    write: (dialect) => dialect.fault(encodeURIComponent(apiKey)),
    holds: faultOf((text) => text === '[redacted]'),
  },
  {
    name: 'an error code that echoes the key',
    write: (dialect) =>
      dialect.answer(dialect.struct([['ERROR', dialect.text(escapedKey(dialect))]])),
    holds: refusedAs('api'),
  },
  {
    name: "a fault with a terminal's commands of eight bits",
    write: (dialect) => dialect.fault('a\u009b2Jb\u009d0;title\u009c'),
    holds: faultOf((text) => text.includes('\u009b2J')),
  },
  {
    name: "a fault with a terminal's commands of seven bits",
    write: (dialect) => dialect.fault(dialect.xml ? 'a&#27;[2Jb' : 'a\\u001b[2Jb'),
    // XML has no such character, and JSON keeps it in the field.
    holds: refusedAs('fault', 'protocol'),
  },
  {
    name: 'a fault that forges lines of a log',
    write: (dialect) => dialect.fault(dialect.xml ? 'a&#13;&#10;FATAL b' : 'a\\r\\nFATAL b'),
    holds: faultOf((text) => text.includes('\nFATAL')),
  },
  {
    name: 'a code-like word of 15 million characters',
    write: (dialect) =>
      dialect.answer(
        dialect.name === 'rest xml'
          ? dialect.struct([['response', dialect.text('A_A'.repeat(5_000_000))]])
          : dialect.text('A_A'.repeat(5_000_000)),
      ),
    holds: takenAsData((value) => typeof value === 'string' && value.length === 15_000_000),
  },
  {
    name: 'a fault of five million line breaks',
    write: (dialect) => dialect.fault(`a${(dialect.xml ? '\n' : '\\n').repeat(5_000_000)}b`),
    holds: faultOf((text) => text.length === 5_000_002),
  },
  {
    name: 'a fault that turns the direction of writing',
    write: (dialect) => dialect.fault('a\u202eb'),
    holds: faultOf((text) => text === 'a\u202eb'),
  },
];

/** Answers whose documents are the attack. */
export const hostileAnswers: readonly HostileAnswer[] = [
  ...entities,
  ...sizes,
  ...members,
  ...references,
  ...words,
];
