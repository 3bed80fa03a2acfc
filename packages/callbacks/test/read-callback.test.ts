import { carriedText } from '@egoi-client/core/wire';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Callback,
  type CallbackContact,
  EgoiCallbackError,
  readCallback,
  writeCallback,
} from '../src/index.ts';

const seed = 14_10;
const type = 'application/x-www-form-urlencoded';

const read = (body: string, headers: Record<string, string> = { 'content-type': type }) =>
  readCallback({ headers, body });

const form = (document: string, field = 'addSubscriber') =>
  new URLSearchParams([[field, document]]).toString();

const readXml = (document: string) => read(form(document));

async function refusal(reading: Promise<unknown>): Promise<string> {
  const outcome: unknown = await reading.then(
    () => 'read',
    (error: unknown) => error,
  );
  if (!(outcome instanceof EgoiCallbackError)) return String(outcome);
  return `${outcome.problem} ${outcome.status}`;
}

/** The beginning of the sample of the service's help. */
const sample =
  '<DATA><UID>34b7624024</UID><LIST>8</LIST><FIRST_NAME>Exemplo</FIRST_NAME><LAST_NAME></LAST_NAME><EMAIL>example@example.com</EMAIL><CELLPHONE></CELLPHONE><TELEPHONE></TELEPHONE><FAX></FAX><LANGUAGE>pt</LANGUAGE><BIRTH_DATE></BIRTH_DATE><DATE_ADD></DATE_ADD><STATUS></STATUS><EXTRA_FIELD_1></EXTRA_FIELD_1><REMOVE_DATE></REMOVE_DATE><REMOVE_METHOD></REMOVE_METHOD><REMOVE_OPTION></REMOVE_OPTION><REMOVE_OBS></REMOVE_OBS><STATS_EMAIL_SENT></STATS_EMAIL_SENT></DATA>';

const sampleContact: CallbackContact = {
  UID: '34b7624024',
  LIST: 8,
  FIRST_NAME: 'Exemplo',
  LAST_NAME: '',
  EMAIL: 'example@example.com',
  CELLPHONE: '',
  TELEPHONE: '',
  FAX: '',
  LANGUAGE: 'pt',
  BIRTH_DATE: '',
  DATE_ADD: '',
  STATUS: undefined,
  extraFields: { 1: '' },
  REMOVE_DATE: '',
  REMOVE_METHOD: '',
  REMOVE_OPTION: undefined,
  REMOVE_OBS: '',
  STATS_EMAIL_SENT: undefined,
  others: {},
};

describe('a callback is read', () => {
  test('as the service sends it', async () => {
    const callback = await read(form(sample, 'removeSubscriber'));
    expect(plain(callback)).toEqual({
      event: 'removeSubscriber',
      contact: sampleContact,
      form: {},
    });
  });

  test.each<[string, string, Partial<CallbackContact>]>([
    ['elements without a place', '<X>1</X><Y/>', { others: { X: '1', Y: '' } }],
    [
      'nested elements',
      '<X><Y>1</Y>\n<Z><A>2</A></Z></X>',
      {
        others: { X: { Y: '1', Z: { A: '2' } } },
      },
    ],
    [
      'what is no number',
      '<LIST>eight</LIST><STATUS>1</STATUS>',
      {
        LIST: undefined,
        STATUS: 1,
        others: { LIST: 'eight' },
      },
    ],
    [
      'attributes',
      '<EMAIL kind="a&amp;b">a@b.c</EMAIL>',
      {
        EMAIL: 'a@b.c',
        others: { 'EMAIL@kind': 'a&b' },
      },
    ],
    [
      'names in small letters',
      '<email>a@b.c</email><extra_field_7>x</extra_field_7>',
      {
        EMAIL: 'a@b.c',
        extraFields: { 7: 'x' },
      },
    ],
    [
      'CDATA, comments and characters by number',
      '<EMAIL><![CDATA[<&amp;>]]><!-- x -->&#65;&#x42;&lt;</EMAIL>',
      {
        EMAIL: '<&amp;>AB<',
      },
    ],
  ])('with %s', async (_case, elements, contact) => {
    const callback = await readXml(`<DATA>${elements}</DATA>`);
    expect(plain(callback.contact)).toMatchObject(contact);
  });

  test('in a field of another name, and beside other fields', async () => {
    expect(await read(form(sample, 'moveSubscriber'))).toMatchObject({
      event: 'other',
      field: 'moveSubscriber',
      contact: { UID: '34b7624024' },
    });
    expect(plain(await read(`token=x&${form(sample, 'editSubscriber')}&more=`))).toEqual({
      event: 'editSubscriber',
      contact: sampleContact,
      form: { token: 'x', more: '' },
    });
  });

  test('from a query, from parts, and from what a framework has read', async () => {
    const wanted = { event: 'addSubscriber', contact: { UID: '34b7624024' } };
    const url = `/hook?${form(sample)}`;
    expect(await readCallback({ method: 'GET', url, headers: {} })).toMatchObject(wanted);
    const parts = new FormData();
    parts.set('addSubscriber', sample);
    const request = new Request('http://localhost/', { method: 'POST', body: parts });
    expect(await readCallback(request)).toMatchObject(wanted);
    const body = { addSubscriber: sample };
    expect(await readCallback({ headers: { 'content-type': type }, body })).toMatchObject(wanted);
    const usual = new Request('http://localhost/', {
      method: 'POST',
      body: new URLSearchParams(body),
    });
    expect(await readCallback(usual)).toMatchObject(wanted);
  });
});

describe('no callback is', () => {
  test.each<[string, string, string]>([
    [
      'a document type',
      '<!DOCTYPE DATA [<!ENTITY a "b">]><DATA><EMAIL>&a;</EMAIL></DATA>',
      'document 400',
    ],
    ['an entity of nobody', '<DATA><EMAIL>&nbsp;</EMAIL></DATA>', 'document 400'],
    ['an entity without its end', '<DATA><EMAIL>&#65 </EMAIL></DATA>', 'document 400'],
    ['the number of no character', '<DATA><EMAIL>&#0;</EMAIL></DATA>', 'document 400'],
    ['a processing instruction', '<DATA><?php x ?></DATA>', 'document 400'],
    ['two roots', '<DATA/><DATA/>', 'document 400'],
    ['another root', '<RESULT/>', 'document 400'],
    ['no document', 'hello', 'document 400'],
    ['nothing', '', 'document 400'],
    ['a tag without its end', '<DATA><EMAIL>a', 'document 400'],
    ['text between elements', '<DATA>x<EMAIL>a</EMAIL></DATA>', 'document 400'],
    ['an element twice', '<DATA><EMAIL>a</EMAIL><email>b</email></DATA>', 'document 400'],
    ['a name that JavaScript reserves', '<DATA><__proto__>x</__proto__></DATA>', 'document 400'],
    ['a control character', '<DATA><EMAIL>a\u0000</EMAIL></DATA>', 'document 400'],
    ['a deep document', `<DATA>${'<a>'.repeat(50)}${'</a>'.repeat(50)}</DATA>`, 'document 400'],
    ['many elements', `<DATA>${'<a/>'.repeat(3000)}</DATA>`, 'document 400'],
    ['a long document', `<DATA><EMAIL>${'a'.repeat(140_000)}</EMAIL></DATA>`, 'document 400'],
  ])('%s', async (_case, document, problem) => {
    expect(await refusal(readXml(document))).toBe(problem);
  });

  test.each<[string, string, Record<string, string>, string]>([
    ['an empty form', '', { 'content-type': type }, 'content 400'],
    [
      'the same field twice',
      `${form(sample)}&${form(sample)}`,
      { 'content-type': type },
      'form 400',
    ],
    ['bytes that are no UTF-8', 'addSubscriber=%E9', { 'content-type': type }, 'form 400'],
    ['JSON', '{}', { 'content-type': 'application/json' }, 'type 415'],
    ['a compressed body', 'x', { 'content-type': type, 'content-encoding': 'gzip' }, 'type 415'],
    ['a body that is too large', 'a'.repeat(300_000), { 'content-type': type }, 'size 413'],
    ['many fields', 'a=1&'.repeat(100), { 'content-type': type }, 'form 400'],
    ['parts without a boundary', 'x', { 'content-type': 'multipart/form-data' }, 'form 400'],
  ])('%s', async (_case, body, headers, problem) => {
    expect(await refusal(read(body, headers))).toBe(problem);
  });

  test('a body that does not come, that breaks off, or that was read before', async () => {
    const headers = { 'content-type': type };
    const silent = {
      [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }),
    };
    expect(await refusal(readCallback({ headers, body: silent }, { timeoutMs: 20 }))).toBe(
      'time 408',
    );
    async function* broken() {
      yield 'addSub';
      throw new Error('reset');
    }
    expect(await refusal(readCallback({ headers, body: broken() }))).toBe('gone 400');
    const request = new Request('http://localhost/', {
      method: 'POST',
      body: form(sample),
      headers,
    });
    await request.text();
    expect(await refusal(readCallback(request))).toBe('used 500');
  });

  test('an endless body: no more of it is taken than is allowed', async () => {
    let taken = 0;
    async function* endless() {
      for (;;) {
        taken += 1;
        yield new Uint8Array(1024);
      }
    }
    const reading = readCallback({ headers: {}, body: endless() }, { maxBodyBytes: 10_240 });
    expect(await refusal(reading)).toBe('size 413');
    expect(taken).toBe(11);
  });

  test('told with a word of what was in it', async () => {
    const secret = 'c0ffee';
    for (const document of [`<DATA><${secret}>x`, `<${secret}/>`, `<DATA>&${secret};</DATA>`]) {
      await expect(readXml(document)).rejects.not.toThrow(secret);
    }
  });
});

/** Text that XML carries. */
const carried = fc
  .string({
    unit: fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      fc.constantFrom('&', '<', '>', '"', "'", '\r', '\n', ']]>', ' ', 'é', '😀'),
    ),
    maxLength: 20,
  })
  .filter((text) => carriedText(text, '') === text);

const number = fc.option(fc.nat(1_000_000_000), { nil: undefined });

const contacts: fc.Arbitrary<CallbackContact> = fc.record({
  UID: carried,
  LIST: number,
  FIRST_NAME: carried,
  LAST_NAME: carried,
  EMAIL: carried,
  CELLPHONE: carried,
  TELEPHONE: carried,
  FAX: carried,
  LANGUAGE: carried,
  BIRTH_DATE: carried,
  DATE_ADD: carried,
  STATUS: number,
  extraFields: fc.dictionary(fc.integer({ min: 1, max: 9999 }).map(String), carried, {
    maxKeys: 5,
  }),
  REMOVE_DATE: carried,
  REMOVE_METHOD: carried,
  REMOVE_OPTION: number,
  REMOVE_OBS: carried,
  STATS_EMAIL_SENT: number,
  others: fc.dictionary(
    fc
      .stringMatching(/^(STATS_[A-Z]{1,8}|X[a-z]{2,6}[.-][0-9]{1,3})$/)
      .filter((name) => name !== 'STATS_EMAIL'),
    carried,
    { maxKeys: 3 },
  ),
});

describe('for any contact', () => {
  test('what is written is read as the same', async () => {
    const events = fc.constantFrom('addSubscriber', 'editSubscriber', 'removeSubscriber');
    await fc.assert(
      fc.asyncProperty(events, contacts, async (event, contact) => {
        const body = writeCallback({ event, contact });
        expect(plain(await read(body))).toEqual({ event, contact, form: {} });
      }),
      { seed, numRuns: 300 },
    );
  });

  test('whatever is changed in it, it is read or refused in words of ours', async () => {
    const changes = fc.array(
      fc.record({
        at: fc.nat(2000),
        drop: fc.nat(20),
        put: fc.oneof(
          fc.constantFrom(
            '<',
            '>',
            '</',
            '/>',
            '&',
            '&#',
            ';',
            '<![CDATA[',
            ']]>',
            '<!--',
            '-->',
            '<?',
            '"',
            "'",
            '=',
            '%',
            '%00',
            '\u0000',
            '__proto__',
            '<DATA>',
            '</DATA>',
            '<!DOCTYPE',
          ),
          fc.string({ maxLength: 5 }),
        ),
      }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(contacts, changes, fc.boolean(), async (contact, edits, isXml) => {
        const body = writeCallback({ event: 'editSubscriber', contact });
        let text = isXml ? (new URLSearchParams(body).get('editSubscriber') ?? '') : body;
        for (const { at, drop, put } of edits) {
          const place = at % (text.length + 1);
          text = text.slice(0, place) + put + text.slice(place + drop);
        }
        expect(await refusal(isXml ? readXml(text.toWellFormed()) : read(text))).toMatch(
          /^(read|form 400|document 400|content 400|type 415)$/,
        );
      }),
      { seed, numRuns: 1500 },
    );
    expect(Object.prototype).not.toHaveProperty('x');
  });
});

/** Without the missing prototypes, which nothing compares equal to. */
function plain<T extends Callback | CallbackContact>(value: T): T {
  return structuredClone(value);
}
