import { exchange } from './raw-exchange.ts';

/** Something that a stranger sends to a receiver of callbacks or webhooks. */
interface CallbackAttack {
  readonly what: string;
  /** Media type of what is sent. */
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Further lines of the head. */
  readonly headers?: readonly string[];
  /** What it may be answered. */
  readonly statuses: readonly number[];
}

const formType = 'application/x-www-form-urlencoded';
const jsonType = 'application/json';

const xml = (document: string) => new URLSearchParams([['addSubscriber', document]]).toString();

const laughs = `<!DOCTYPE DATA [<!ENTITY a "ha">${Array.from(
  { length: 20 },
  (_, level) => `<!ENTITY ${'a'.repeat(level + 2)} "${`&${'a'.repeat(level + 1)};`.repeat(10)}">`,
).join('')}]><DATA><EMAIL>&${'a'.repeat(21)};</EMAIL></DATA>`;

/** Against what reads callbacks of API v2. */
export const formAttacks: readonly CallbackAttack[] = [
  {
    what: 'a huge form',
    type: formType,
    body: `addSubscriber=${'a'.repeat(5_000_000)}`,
    statuses: [413],
  },
  { what: 'a billion laughs', type: formType, body: xml(laughs), statuses: [400] },
  {
    what: 'a file of the machine as an entity',
    type: formType,
    body: xml(
      '<!DOCTYPE DATA [<!ENTITY x SYSTEM "file:///etc/passwd">]><DATA><EMAIL>&x;</EMAIL></DATA>',
    ),
    statuses: [400],
  },
  {
    what: 'a deep document',
    type: formType,
    body: xml(`<DATA>${'<a>'.repeat(30_000)}`),
    statuses: [400],
  },
  {
    what: 'many attributes',
    type: formType,
    body: xml(`<DATA ${Array.from({ length: 12_000 }, (_, n) => `a${n}="1"`).join(' ')}/>`),
    statuses: [204, 400],
  },
  {
    what: 'a tag that does not end',
    type: formType,
    body: xml(`<DATA${' a="'.repeat(30_000)}`),
    statuses: [400],
  },
  {
    what: 'many ampersands',
    type: formType,
    body: xml(`<DATA><a>${'&'.repeat(80_000)}</a></DATA>`),
    statuses: [400],
  },
  {
    what: 'many elements',
    type: formType,
    body: xml(`<DATA>${'<a/>'.repeat(15_000)}</DATA>`),
    statuses: [400],
  },
  {
    what: 'names that programs reserve',
    type: formType,
    body: xml('<DATA><__proto__><admin>1</admin></__proto__><constructor>1</constructor></DATA>'),
    statuses: [400],
  },
  {
    what: 'a field of such a name',
    type: formType,
    body: '__proto__=%3CDATA%2F%3E&constructor=1',
    statuses: [204],
  },
  {
    what: 'the same field twice',
    type: formType,
    body: `${xml('<DATA/>')}&${xml('<DATA/>')}`,
    statuses: [400],
  },
  { what: 'many fields', type: formType, body: 'a&'.repeat(100_000), statuses: [400] },
  {
    what: 'bytes that are no text',
    type: formType,
    body: Uint8Array.of(0x61, 0x3d, 0xff, 0xfe),
    statuses: [415],
  },
  { what: 'a document under another type', type: 'text/xml', body: '<DATA/>', statuses: [415] },
  {
    what: 'parts without an end',
    type: 'multipart/form-data; boundary=x',
    body: '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n',
    statuses: [400],
  },
  {
    what: 'a compressed body',
    type: formType,
    body: 'x',
    headers: ['Content-Encoding: gzip'],
    statuses: [415],
  },
];

const told = (more: object) =>
  JSON.stringify({
    action: 'subscription',
    list_id: 1,
    contact: { base: { contact_id: '0a' } },
    ...more,
  });

/** Against what takes webhooks of API v3. */
export const webhookAttacks: readonly CallbackAttack[] = [
  {
    what: 'a huge body',
    type: jsonType,
    body: told({ a: 'a'.repeat(5_000_000) }),
    statuses: [413],
  },
  { what: 'a deep body', type: jsonType, body: `{"a":${'['.repeat(30_000)}`, statuses: [400] },
  {
    what: 'many values',
    type: jsonType,
    body: `{"action":"subscription","a":[${'1,'.repeat(25_000)}1]}`,
    statuses: [400],
  },
  {
    what: 'many members',
    type: jsonType,
    body: `{${Array.from({ length: 6000 }, (_, n) => `"${n}":1`).join()}}`,
    statuses: [400],
  },
  {
    what: 'a name twice',
    type: jsonType,
    body: '{"action":"subscription","action":"unsubscribe"}',
    statuses: [400],
  },
  {
    what: 'a prototype',
    type: jsonType,
    body: '{"action":"subscription","__proto__":{"admin":1}}',
    statuses: [400],
  },
  { what: 'a form', type: formType, body: 'action=subscription', statuses: [415] },
  { what: 'another list', type: jsonType, body: told({ list_id: 2 }), statuses: [400] },
  { what: 'nobody', type: jsonType, body: told({ contact: {} }), statuses: [400] },
  { what: 'no object', type: jsonType, body: '[]', statuses: [400] },
  {
    what: 'bytes that are no text',
    type: jsonType,
    body: Uint8Array.of(0x7b, 0xff, 0x7d),
    statuses: [415],
  },
];

/** Makes an attack over a connection of its own. @returns the status of the answer; 0 where none came */
export async function attack(
  port: number,
  path: string,
  { type, body, headers = [] }: Pick<CallbackAttack, 'type' | 'body' | 'headers'>,
): Promise<number> {
  const bytes = Buffer.from(body);
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    `Content-Type: ${type}`,
    `Content-Length: ${bytes.byteLength}`,
    'Connection: close',
    ...headers,
  ];
  const { text } = await exchange(port, { pieces: [`${head.join('\r\n')}\r\n\r\n`, bytes] });
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
}
