import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { batchParameters, importSubscribers, packContacts } from '../src/index.ts';
import { makeAccount } from './support/account.ts';
import { freshPaths } from './support/folder.ts';

const fresh = freshPaths();

/** What is sent of rows, what was cleaned, and what is rejected. */
async function packed(rows: readonly unknown[], compareField = 'email') {
  const sent: unknown[] = [];
  const noise: string[][] = [];
  const problems: string[] = [];
  const batches = packContacts(rows, {
    limits: makeAccount().client.limits,
    parameters: batchParameters({ listID: 1, compareField }),
    onClean: (kinds) => noise.push([...kinds]),
    onReject: (reject) => {
      problems.push(...reject.problems.map(({ path, problem }) => `${path} ${problem}`));
    },
  });
  for await (const { contacts } of batches)
    sent.push(...contacts.map((contact) => ({ ...contact })));
  return { sent, noise, problems };
}

const ana = 'ana@example.com';

describe('an address', () => {
  test.each([
    [` ${ana}`, 'blank'],
    [`${ana}\u00a0\u2003`, 'blank'],
    [`\t${ana}`, 'blank'],
    [`\u200b${ana}`, 'invisible character'],
    [`\ufeff${ana}\u2060`, 'invisible character'],
    [`\u202a${ana}\u202c`, 'invisible character'],
    [`${ana}\r\n`, 'line break'],
    [`${ana}\u2028`, 'line break'],
    ['ana@exam\u00adple.com', 'invisible character'],
    [`mailto:${ana}`, 'scheme'],
    [`MAILTO:ana%40example.com?subject=Hi`, 'scheme'],
    [`Ana Silva <${ana}>`, 'display name'],
    [`<${ana}>`, 'display name'],
    [`"${ana}"`, 'quote'],
    [`“${ana}”`, 'quote'],
    [`'${ana}`, 'apostrophe'],
    [`${ana};`, 'separator'],
    [`${ana}.`, 'separator'],
    ['ana＠example.com', 'wide character'],
    ['ａｎａ@example.com', 'wide character'],
  ])('%j is sent without its noise', async (email, kind) => {
    expect(await packed([{ email }])).toEqual({
      sent: [{ email: ana }],
      noise: [[kind]],
      problems: [],
    });
  });

  test('may have several layers of noise', async () => {
    const email = `\u00a0"Ana" <mailto:\u200b${ana}>;\r\n`;
    expect((await packed([{ email }])).sent).toEqual([{ email: ana }]);
  });

  test.each([
    'bad',
    'alsobad@',
    '@example.com',
    'ana at example',
    'ana@@example.com',
    'ana@example',
    'ana@example..com',
    'ana @example.com',
    'ana@exam ple.com',
    'a@x.pt; b@y.pt',
    'a@x.pt,b@y.pt',
    'a@x.pt\nb@y.pt',
    'Ana <a@x.pt>, Rui <b@y.pt>',
    'ana(home)@example.com',
    'ana@exam!ple.com',
    `${'a'.repeat(260)}@example.com`,
    `${'a'.repeat(2000)}@example.com`,
    `a${' '.repeat(500_000)}b`,
  ])('is rejected with its reason: %#', async (email) => {
    const { sent, problems } = await packed([{ email }]);
    expect(sent).toEqual([]);
    expect(problems).toEqual([expect.stringMatching(/^email (?:is|holds) /)]);
  });

  test.each([
    ana,
    "o'brien+news@sub.example.com",
    'josé@example.com',
    'ana@münchen.example',
    'user@例え.テスト',
    'user@例え。テスト',
    'ana@می\u200cخواهم.example',
    '"ana silva"@example.com',
    'ana@[192.0.2.1]',
    'ana..silva@example.com',
    'ana@xn--mnchen-3ya.example',
  ])('%j is sent as it is', async (email) => {
    expect(await packed([{ email }])).toEqual({ sent: [{ email }], noise: [], problems: [] });
  });
});

describe('a telephone number', () => {
  test.each([
    ['351-912345678', '351-912345678'],
    ['912345678', '912345678'],
    [' 351-912345678 ', '351-912345678'],
    ['351912345678.0', '351912345678'],
    ['351-912345678.0', '351-912345678'],
    ["'351-912345678", '351-912345678'],
    ['="351912345678"', '351912345678'],
    ['+351 912 345 678', '351-912345678'],
    ['+351912345678', '351-912345678'],
    ['00351 912345678', '351-912345678'],
    ['+351-912-345-678', '351-912345678'],
    ['+1 (415) 555-2671', '1-4155552671'],
    ['+44 (0)20 7946 0958', '44-2079460958'],
    ['+7 495 123-45-67', '7-4951234567'],
    ['912 345 678', '912345678'],
    ['91.234.56.78', '912345678'],
    ['351 – 912345678', '351-912345678'],
    ['030/1234567', '0301234567'],
    ['351,912,345,678', '351912345678'],
    ['tel:+351912345678', '351-912345678'],
    ['３５１－９１２３４５６７８', '351-912345678'],
    ['\u202a+351 912 345 678\u202c', '351-912345678'],
  ])('%j is sent as %j', async (cellphone, number) => {
    const { sent, problems } = await packed([{ email: ana, cellphone }]);
    expect({ sent, problems }).toEqual({ sent: [{ email: ana, cellphone: number }], problems: [] });
  });

  test.each([
    ['3,51912E+11', 'digits are lost'],
    ['3.51912E+11', 'digits are lost'],
    ['3.51912e11', 'digits are lost'],
    ['351912345678.5', 'decimals'],
    ['912345678, 913456789', 'more than one'],
    ['912345678/913456789', 'more than one'],
    ['2134567 2134568', 'more than one'],
    ['912345678 ext 5', 'cannot hold e'],
    ['n/a', 'cannot hold n'],
    ['-', 'prefix-number'],
    ['12', 'prefix-number'],
    ['9123456789123456789', 'prefix-number'],
    [`1${' '.repeat(500_000)}2`, 'longer than'],
  ])('is rejected: %#', async (fax, reason) => {
    const { sent, problems } = await packed([{ email: ana, fax }]);
    expect(sent).toEqual([]);
    expect(problems).toEqual([expect.stringContaining(reason)]);
  });

  test('is anything where the contact says that nobody checks it', async () => {
    const contact = { email: ana, cellphone: 'desk 7', validate_phone: '0' };
    expect((await packed([contact])).sent).toEqual([contact]);
  });
});

describe('other fields', () => {
  test('lose what stands around them where they have a form, and stay as they are where they are text', async () => {
    const contact = { email: ana, lang: ' pt', birth_date: '1990-05-01 00:00:00', status: '1 ' };
    const text = { first_name: ' Ana ', extra_1: '\u00a0x ' };
    expect((await packed([{ ...contact, ...text }])).sent).toEqual([
      { email: ana, lang: 'pt', birth_date: '1990-05-01', status: '1', ...text },
    ]);
  });

  test.each(['1990-02-31', '1990-13-01', '01/05/1990', '1990-05-01T23:00:00Z'])(
    'a day of birth that is none is rejected: %s',
    async (birth_date) => {
      expect((await packed([{ email: ana, birth_date }])).problems).toHaveLength(1);
    },
  );

  test('are cleaned around their edges where contacts are recognised by them', async () => {
    const rows = [{ extra_7: '\u200b 77 ' }, { extra_7: '\u200b' }];
    expect(await packed(rows, 'extra_7')).toMatchObject({
      sent: [{ extra_7: '77' }],
      problems: [expect.stringContaining('is empty')],
    });
  });

  test('that hold nothing but noise are left out, and empty ones still clear a field', async () => {
    const blank = { cellphone: '\u00a0', first_name: ' \t', extra_1: '\u200b' };
    const rows = [{ email: ana, ...blank, fax: '' }];
    expect((await packed(rows)).sent).toEqual([{ email: ana, fax: '' }]);
  });
});

describe('an import', () => {
  test('says how many contacts it has cleaned and of what, in the runs before too', async () => {
    const account = makeAccount();
    const journal = fresh('journal');
    const rows = [
      { email: ` ${ana}` },
      { email: 'mailto:rui@example.com\t' },
      { email: 'zé@x.pt' },
    ];
    const options = { listID: 1, journal };
    const summary = { cleaned: 2, noise: { blank: 2, scheme: 1 }, contacts: 3 };
    expect(await importSubscribers(account.client, rows, options)).toMatchObject(summary);
    expect(await importSubscribers(account.client, rows, options)).toMatchObject(summary);
    expect([...account.contacts.keys()]).toEqual([ana, 'rui@example.com', 'zé@x.pt']);
  });

  const cyclic: Record<string, unknown> = { email: ana };
  cyclic['self'] = cyclic;
  let deep: unknown = 1;
  for (let depth = 0; depth < 8000; depth += 1) deep = [deep];
  test.each([
    ['a cycle', cyclic],
    ['a deep row', { email: ana, first_name: deep }],
    ['a big number', { email: ana, extra_1: 12n }],
    ['a getter that throws', Object.defineProperty({}, 'email', { enumerable: true, get: fail })],
    ['a proxy that throws', new Proxy({}, { getPrototypeOf: fail, ownKeys: fail })],
    ['a function', fail],
    ['half a surrogate pair', { email: ana, first_name: '\ud800' }],
  ])('rejects %s and goes on', async (_, row) => {
    const account = makeAccount();
    const journal = fresh('journal');
    const rows = [{ email: 'a@x.pt' }, row, { email: 'b@x.pt' }];
    for (let run = 0; run < 2; run += 1) {
      expect(await importSubscribers(account.client, rows, { listID: 1, journal })).toMatchObject({
        rows: 3,
        contacts: 2,
        rejected: 1,
      });
    }
    const [reject] = readFileSync(`${journal}.rejects.ndjson`, 'utf8').trim().split('\n');
    expect(JSON.parse(reject ?? '')).toMatchObject({ row: 2, problems: [{}] });
  });

  function fail(): never {
    throw new Error('boom');
  }
});
