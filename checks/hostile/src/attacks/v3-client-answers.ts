import { inspect, isDeepStrictEqual } from 'node:util';
import { EgoiError, type WireObject } from '@egoi-client/core';
import type { V3TransportOptions } from '@egoi-client/transport-v3';
import { apiKey, faultOf, type Holds, refusedAs, takenAsData } from './client-outcome.ts';
import type { HostileReply } from './hostile-server.ts';

/** A hostile answer of API v3 to the requests of one call. */
export interface V3HostileAnswer {
  readonly name: string;
  readonly reply: HostileReply;
  /** @default getTags, which reads pages */
  readonly called?: { readonly method: string; readonly params: WireObject };
  readonly options?: V3TransportOptions;
  /** Most requests that the call may make. @default 1 */
  readonly mostRequests?: number;
  readonly holds: Holds;
}

const refused = refusedAs('protocol');
const aTag = '{"tag_id":1,"name":"a"}';

/** A page of tags. @param items as they stand in the document @param more members beside them */
export function tagPage(items: string = aTag, more = ''): string {
  return `{"items":[${items}]${more}}`;
}

/** The value that comes of tags with these names. */
const tagged = (...names: readonly string[]): Holds =>
  takenAsData((value) =>
    isDeepStrictEqual(value, { TAG_LIST: names.map((NAME, at) => ({ ID: at + 1, NAME })) }),
  );

const document = (name: string, body: string, holds: Holds = refused): V3HostileAnswer => ({
  name,
  reply: { body },
  holds,
});

const sizes: readonly V3HostileAnswer[] = [
  document('100,000 levels', tagPage('{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000))),
  document('70 levels', tagPage('['.repeat(70) + ']'.repeat(70))),
  document('100,000 levels that never end', '{"items":'.repeat(100_000)),
  document('a number of a million digits', tagPage(`{"tag_id":${'9'.repeat(1_000_000)}}`)),
  document(
    'a member of 10 MB of name',
    tagPage(`{"tag_id":1,"name":"a","${'n'.repeat(10_000_000)}":1}`),
    tagged('a'),
  ),
  document(
    '20,000 members of one struct',
    tagPage(`{"tag_id":1,${Array.from({ length: 20_000 }, (_, at) => `"m${at}":1`).join()}}`),
  ),
  document(
    'a tag named by 10 MB',
    tagPage(`{"tag_id":1,"name":"${'n'.repeat(10_000_000)}"}`),
    tagged('n'.repeat(10_000_000)),
  ),
];

const names: readonly V3HostileAnswer[] = [
  document('a member named __proto__', tagPage('{"tag_id":1,"__proto__":{"polluted":"yes"}}')),
  document(
    'a member named __proto__, in escapes',
    tagPage('{"tag_id":1,"\\u005f_proto__":{"polluted":"yes"}}'),
  ),
  ...['constructor', 'prototype', 'toString', 'hasOwnProperty', 'then'].map((name) =>
    document(
      `a member named ${name}`,
      tagPage(`{"tag_id":1,"name":"a","${name}":{"prototype":{"polluted":"yes"}}}`),
      tagged('a'),
    ),
  ),
  document(
    'tags named __proto__ and constructor',
    tagPage('{"tag_id":1,"name":"__proto__"},{"tag_id":2,"name":"constructor"}'),
    tagged('__proto__', 'constructor'),
  ),
  document('a name that comes twice', tagPage('{"tag_id":1,"tag_id":2,"name":"a"}')),
  document(
    'a name that comes twice, once in escapes',
    tagPage('{"tag_id":1,"\\u0074ag_id":2,"name":"a"}'),
  ),
];

const ids: readonly V3HostileAnswer[] = [
  ...[
    '{"a":1}',
    '[1]',
    'null',
    'true',
    '1.5',
    '1e999',
    '9007199254740993',
    '"x"',
    '"1e3"',
    '""',
  ].map((id) => document(`${id} as a number of a tag`, tagPage(`{"tag_id":${id},"name":"a"}`))),
  document(
    'digits in text as a number of a tag',
    tagPage('{"tag_id":"1","name":"a"}'),
    tagged('a'),
  ),
  ...['../../lists/2', '..', '%2e%2e', 'a/b', '?x=1', '\\r\\nX-Injected: 1', '34b76240240'].map(
    (id): V3HostileAnswer => ({
      name: `${id} as the id of a contact that is changed next`,
      called: {
        method: 'editSubscriber',
        params: { listID: 1, subscriber: 'a@example.com', first_name: 'x' },
      },
      reply: {
        body: `{"items":[{"base":{"contact_id":"${id}","email":"a@example.com"}}],"total_items":1}`,
      },
      holds: refusedAs('protocol', 'input'),
    }),
  ),
];

/** Pages of one tag each, without end, in a list that grows. */
const growing: HostileReply = ({ url = '' }, response) => {
  const offset = Number(new URL(url, 'http://x').searchParams.get('offset'));
  response.end(tagPage(`{"tag_id":${offset + 1},"name":"a"}`, `,"total_items":${offset + 1000}`));
};

const pages: readonly V3HostileAnswer[] = [
  {
    name: 'pages without end, each of them new',
    reply: growing,
    options: { maxResponseBytes: 16 * 1024 },
    mostRequests: 400,
    holds: refused,
  },
  {
    name: 'the same page without end',
    reply: { body: tagPage(aTag, ',"total_items":1000000') },
    mostRequests: 2,
    holds: tagged('a'),
  },
  {
    name: 'pages without items, of many',
    reply: { body: tagPage('', ',"total_items":1000000') },
    holds: refusedAs('api', 'protocol'),
  },
  ...['1e300', '-1', '1.5', '"x"', '{}', '[]', '1e999'].map(
    (total): V3HostileAnswer => ({
      name: `${total} items in all`,
      reply: { body: tagPage(aTag, `,"total_items":${total}`) },
      mostRequests: 2,
      holds: (outcome) => ('value' in outcome ? tagged('a')(outcome) : refused(outcome)),
    }),
  ),
  {
    name: 'every size of a page refused',
    reply: problem(422, { detail: 'limit is too large', errors: { limit: ['too large'] } }),
    mostRequests: 2,
    holds: refusedAs('fault'),
  },
];

function problem(
  status: number,
  members: object,
  headers: Readonly<Record<string, string>> = {},
): HostileReply {
  return { status, headers, body: JSON.stringify({ title: 'Bad Request', status, ...members }) };
}

const words: readonly V3HostileAnswer[] = [
  {
    name: 'a refusal that echoes the key',
    reply: problem(400, { detail: `no such key: ${apiKey}, ${encodeURIComponent(apiKey)}` }),
    holds: faultOf((text) => text === 'no such key: [redacted], [redacted]'),
  },
  {
    name: 'a refusal that echoes the key in its title',
    reply: problem(400, { title: apiKey, detail: '' }),
    holds: faultOf((text) => text === '[redacted]'),
  },
  {
    name: 'a refusal that echoes the key across the place where it is cut',
    reply: problem(400, { detail: `${'x'.repeat(290)}${apiKey}` }),
    holds: faultOf((text) => !text.includes(apiKey.slice(0, 8))),
  },
  {
    name: 'a refusal that echoes the key in the names of errors',
    reply: problem(422, { detail: 'no', errors: { [apiKey]: { [apiKey]: [apiKey] } } }),
    holds: refusedAs('fault'),
  },
  {
    name: 'errors 10,000 levels deep',
    reply: {
      status: 422,
      body: `{"title":"x","errors":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_001)}`,
    },
    holds: refusedAs('http', 'protocol'),
  },
  {
    name: 'a wrong key that is echoed',
    reply: problem(401, { detail: apiKey }),
    holds: refusedAs('api'),
  },
  {
    name: 'a service that cannot serve and echoes the key',
    reply: problem(503, { title: `later, ${apiKey}\u001b[2J` }),
    holds: refusedAs('http'),
  },
  ...[
    ["a terminal's commands of eight bits", 'a\u009b2Jb\u009d0;title\u009c'],
    ["a terminal's commands of seven bits", 'a\u001b[2Jb'],
    ['forged lines of a log', 'a\r\nFATAL b'],
    ['a turned direction of writing', 'a\u202eb'],
  ].map(
    ([name, detail]): V3HostileAnswer => ({
      name: `a refusal with ${name}`,
      reply: problem(400, { detail }),
      holds: faultOf((text) => text === detail),
    }),
  ),
  {
    name: 'a refusal of five million line breaks',
    reply: problem(400, { detail: '\n'.repeat(5_000_000) }),
    holds: faultOf((text) => text.length <= 300),
  },
];

/** Waits of a service that asks for none that ends. */
const waits: readonly V3HostileAnswer[] = [
  '9'.repeat(400),
  '-5',
  'Infinity',
  '1e9',
  '999999999',
].map(
  (seconds): V3HostileAnswer => ({
    name: `limits that begin anew in ${seconds.slice(0, 12)} seconds`,
    reply: problem(
      429,
      { title: 'Too Many Requests' },
      {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': seconds,
        'x-account-remaining': seconds,
        'x-account-reset': seconds,
        'retry-after': seconds,
      },
    ),
    holds: (outcome) =>
      refusedAs('quota')(outcome) ??
      ('error' in outcome &&
      outcome.error instanceof EgoiError &&
      isWait(outcome.error.retryAfterMs)
        ? undefined
        : `says ${inspect(outcome)}`),
  }),
);

function isWait(ms: number | undefined): boolean {
  return ms !== undefined && ms >= 0 && ms <= 86_400_000;
}

/** Answers whose documents, numbers or words are the attack. */
export const v3HostileAnswers: readonly V3HostileAnswer[] = [
  ...sizes,
  ...names,
  ...ids,
  ...pages,
  ...words,
  ...waits,
];
