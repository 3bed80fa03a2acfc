import { answers, type GatewayAttack } from './gateway-attack.ts';
import { form, post, refusals, routes } from './gateway-requests.ts';

interface FormTrick {
  readonly name: string;
  readonly body: string | Uint8Array;
  /** Whether the account answers. @default false: refused in REST's own way */
  readonly taken?: boolean;
  readonly headers?: readonly string[];
  readonly contentType?: string;
}

const many = (count: number, field: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => field(at)).join('&');

const tricks: readonly FormTrick[] = [
  { name: '100,000 fields', body: form(many(100_000, (at) => `a${at}=b`)) },
  { name: '100,000 fields of one name', body: form(many(100_000, () => 'a=b')) },
  { name: '100,000 appended items', body: form(many(100_000, () => 'functionOptions[a][]=b')) },
  { name: '10,000 levels of brackets', body: form(`functionOptions${'[a]'.repeat(10_000)}=b`) },
  { name: '10,000 levels of empty brackets', body: form(`a${'[]'.repeat(10_000)}=b`) },
  { name: '1,000,000 opening brackets', body: form(`a${'['.repeat(1_000_000)}=b`), taken: true },
  {
    name: 'brackets that never close, in 900 fields',
    body: form(many(900, () => `a${'['.repeat(5000)}=b`)),
    taken: true,
  },
  {
    name: 'a[__proto__][x]',
    body: form('a[__proto__][x]=1&a[constructor][prototype][x]=1'),
    taken: true,
  },
  {
    name: '__proto__ at the top',
    body: form('__proto__[x]=1&__proto__=2&constructor=3'),
    taken: true,
  },
  {
    name: 'options named __proto__',
    body: form('functionOptions[__proto__][apikey]=x&functionOptions[__proto__]=y'),
    taken: true,
  },
  {
    name: 'options named constructor',
    body: form('functionOptions[constructor][prototype][polluted]=yes'),
    taken: true,
  },
  {
    name: 'a key of __proto__ as a list',
    body: form('functionOptions[a][__proto__]=1&functionOptions[a][0]=2'),
    taken: true,
  },
  {
    name: 'an index of a thousand million',
    body: form('functionOptions[a][999999999]=1&functionOptions[a][999999999999999]=2'),
    taken: true,
  },
  {
    name: 'an index beyond all numbers',
    body: form(`functionOptions[a][${'9'.repeat(100_000)}]=1`),
    taken: true,
  },
  {
    name: 'a value of 10 MB',
    body: form(`functionOptions[a]=${'v'.repeat(10_000_000)}`),
    taken: true,
  },
  {
    name: 'a name of 10 MB',
    body: form(`functionOptions[${'n'.repeat(10_000_000)}]=a`),
    taken: true,
  },
  { name: '5,000,000 signs of and', body: form('&'.repeat(5_000_000)), taken: true },
  { name: 'a million percent signs', body: form(`a=${'%'.repeat(1_000_000)}`), taken: true },
  {
    name: 'a million codes that are none',
    body: form(`a=${'%zz'.repeat(1_000_000)}`),
    taken: true,
  },
  {
    name: 'codes and halves of codes in turn',
    body: form(`functionOptions[a]=${'%4%41%%'.repeat(500_000)}`),
    taken: true,
  },
  { name: 'a percent sign before bytes that are no text', body: form(`a=${'%'.repeat(999)}%ff`) },
  { name: 'options as text', body: 'type=json&method=getCredits&functionOptions=x' },
  { name: 'a method as a list', body: 'type=json&method[]=getCredits' },
  { name: 'no method', body: 'type=json' },
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty'].map((name) => ({
    name: `a method named ${name}`,
    body: form('', name),
  })),
  { name: 'a method of 10,000 letters', body: form('', 'x'.repeat(10_000)) },
  { name: 'a method with markup', body: form('', '%3Cscript%3E&type=xml') },
  { name: 'a method with a terminal command', body: form('', '%1b[2J%0d%0aX-Injected:%201') },
  { name: 'bytes that are not UTF-8', body: form('functionOptions[a]=%ff%fe%c3%28') },
  { name: 'half of a surrogate pair', body: form('functionOptions[a]=%ed%a0%80') },
  { name: 'an overlong NUL', body: form('functionOptions[a]=%c0%80') },
  { name: 'NULs in a name and a value', body: form('functionOptions[a%00b]=c%00d'), taken: true },
  { name: 'bare bytes of all kinds', body: Uint8Array.from({ length: 4096 }, (_, at) => at % 256) },
  { name: 'UTF-16 with its mark', body: Buffer.from(`\ufeff${form('')}`, 'utf16le') },
  { name: 'nothing', body: '' },
  { name: 'XML', body: '<methodCall/>', contentType: 'text/xml' },
  { name: 'JSON', body: '{}', contentType: 'application/json' },
  { name: 'a form of parts', body: '--x--', contentType: 'multipart/form-data; boundary=x' },
  { name: 'a content type of 10,000 characters', body: form(''), contentType: 'x'.repeat(10_000) },
  { name: 'gzip', body: Uint8Array.of(0x1f, 0x8b, 8, 0), headers: ['Content-Encoding: gzip'] },
];

/** Attacks by forms on the route of REST. */
export function formAttacks(): readonly GatewayAttack[] {
  return [
    ...tricks.map(({ name, body, taken = false, headers = [], contentType }): GatewayAttack => {
      const options = contentType === undefined ? { headers } : { headers, contentType };
      return {
        name: `rest: ${name}`,
        sending: { pieces: post('rest', body, options) },
        holds: taken
          ? answers([200], /"status":"success"/)
          : answers([400, 404, 415], refusals.rest),
      };
    }),
    {
      name: 'rest: a thousand fields and one, half of them in the address',
      sending: {
        pieces: [
          `GET ${routes.rest}?${many(1001, () => 'a=b')} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
        ],
      },
      holds: answers([400], refusals.rest),
    },
  ];
}
