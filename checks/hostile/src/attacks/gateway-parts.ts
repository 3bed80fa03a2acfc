import { sandboxApiKey } from '@egoi-client/sandbox';
import { answers, type GatewayAttack } from './gateway-attack.ts';
import { post, refusals } from './gateway-requests.ts';

interface PartTrick {
  readonly name: string;
  /** Between the parts of a good call and the last boundary. */
  readonly parts: string;
  /** Whether the account answers. @default false: refused in REST's own way */
  readonly taken?: boolean;
  /** In place of a body that ends well. */
  readonly body?: string;
  readonly contentType?: string;
}

const part = (name: string, value: string, head = '') =>
  `--b\r\nContent-Disposition: form-data; name="${name}"${head}\r\n\r\n${value}\r\n`;

const call =
  part('type', 'json') +
  part('method', 'getCredits') +
  part('functionOptions[apikey]', sandboxApiKey);

const tricks: readonly PartTrick[] = [
  { name: '100,000 parts', parts: part('a[]', 'b').repeat(100_000) },
  { name: 'a million boundaries', parts: '--b\r\n'.repeat(1_000_000), taken: true },
  {
    name: 'a value of 10 MB',
    parts: part('functionOptions[a]', 'v'.repeat(10_000_000)),
    taken: true,
  },
  {
    name: '10 MB of hyphens',
    parts: part('functionOptions[a]', '-'.repeat(10_000_000)),
    taken: true,
  },
  {
    name: '10 MB that nearly are boundaries',
    parts: part('functionOptions[a]', '\r\n--a'.repeat(2_000_000)),
    taken: true,
  },
  { name: 'a name of 10 MB', parts: part('n'.repeat(10_000_000), 'a') },
  { name: 'a head of 10 MB', parts: part('a', 'b', `; x="${'y'.repeat(10_000_000)}"`) },
  { name: 'a head of a million lines', parts: part('a', 'b', '\r\nX: y'.repeat(1_000_000)) },
  { name: 'a head that never ends', body: `--b\r\nX: ${'y'.repeat(10_000_000)}`, parts: '' },
  {
    name: 'a head of quotes and semicolons',
    parts: part('a', 'b', ';a="'.repeat(4000)),
    taken: true,
  },
  { name: 'a head of backslashes', parts: part('a', 'b', `; x="${'\\'.repeat(15_000)}`) },
  {
    name: '10 MB before the first boundary',
    parts: '',
    body: `${'x'.repeat(10_000_000)}\r\n${call}--b--`,
    taken: true,
  },
  {
    name: '10 MB behind the last boundary',
    parts: '',
    body: `${call}--b--\r\n${'--b\r\n'.repeat(2_000_000)}`,
    taken: true,
  },
  { name: '10 MB without a boundary', parts: '', body: 'x'.repeat(10_000_000) },
  { name: 'a file of 10 MB', parts: part('a', 'v'.repeat(10_000_000), '; filename="a"') },
  { name: 'a file with a path', parts: part('a', 'v', '; filename="../../etc/passwd"') },
  { name: 'a wrongly coded file name', parts: part('a', 'v', "; filename*=UTF-8''%zz") },
  {
    name: 'parts in a part',
    parts: part('a', 'v', '\r\nContent-Type: multipart/mixed; boundary=c'),
    taken: true,
  },
  {
    name: 'a part named __proto__',
    parts: part('functionOptions[__proto__][x]', 'v'),
    taken: true,
  },
  {
    name: 'a parameter named __proto__',
    parts: part('a', 'v', '; __proto__=x; constructor=y'),
    taken: true,
  },
  { name: 'a head named __proto__', parts: part('a', 'v', '\r\n__proto__: x'), taken: true },
  { name: '10,000 levels of brackets', parts: part(`a${'[a]'.repeat(4000)}`, 'v') },
  { name: 'NULs alone', parts: '', body: '\0'.repeat(10_000) },
  { name: 'a NUL in a head', parts: part('a\0b', 'v') },
  { name: 'base64', parts: part('a', 'YQ==', '\r\nContent-Transfer-Encoding: base64') },
  { name: 'no boundary', parts: '', contentType: 'multipart/form-data' },
  { name: 'an empty boundary', parts: '', contentType: 'multipart/form-data; boundary=""' },
  {
    name: 'a boundary of 10,000 characters',
    parts: '',
    contentType: `multipart/form-data; boundary=${'b'.repeat(10_000)}`,
  },
];

/** Attacks by forms of parts on the route of REST. */
export function partAttacks(): readonly GatewayAttack[] {
  return tricks.map(
    ({
      name,
      parts,
      taken = false,
      body = `${call}${parts}--b--\r\n`,
      contentType = 'multipart/form-data; boundary=b',
    }): GatewayAttack => ({
      name: `rest, parts: ${name}`,
      sending: { pieces: post('rest', body, { contentType }) },
      holds: taken ? answers([200], /"status":"success"/) : answers([400], refusals.rest),
    }),
  );
}
