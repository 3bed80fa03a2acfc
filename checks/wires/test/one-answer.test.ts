import { EgoiApiError, type Transport, type WireObject } from '@egoi-client/core';
import { afterEach, describe, expect, test } from '@jest/globals';
import { connectInMemory, wires } from '@egoi-client/conformance/support/targets';
import { answeredWires, clientsOf, closeClients, connected } from './answered-clients.ts';
import { leaf, list, numbered, struct, type WrittenValue } from './written-values.ts';

/**
 * One answer on every wire: each value as a server writes it that speaks the wire without our codecs,
 * and as a gateway writes it, comes out the same everywhere.
 */

afterEach(closeClients);

async function outcome(call: Promise<unknown>): Promise<unknown> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof EgoiApiError) return { error: error.code };
    throw error;
  }
}

const paramsOf: Readonly<Record<string, WireObject>> = {
  subscriberData: { listID: 1, subscriber: 'all_subscribers' },
  addExtraField: { listID: 1, name: 'Shoe size' },
};

/** What comes of a call on each wire whose server answers with a value. */
async function outcomesOf(method: string, value: WrittenValue): Promise<unknown[]> {
  const outcomes: unknown[] = [];
  for (const client of await clientsOf(method, value)) {
    outcomes.push(await outcome(client.call(method, paramsOf[method])));
  }
  return outcomes;
}

const everywhere = (expected: unknown) => answeredWires.map(() => expected);

const contactWith = (name: string, value: WrittenValue) =>
  struct({ subscriber: list([struct({ UID: leaf.text('a'), [name]: value })]) });

describe('a field of a contact', () => {
  const { text, blank, float, integer, boolean, base64, hex, decimal, nothing } = leaf;

  test.each<[string, string, WrittenValue, unknown]>([
    ['1e15', 'FIRST_NAME', float('1.0E+15'), '1.0E+15'],
    ['1e15 in small letters', 'FIRST_NAME', float('1e15', '1.0E+15'), '1.0E+15'],
    ['1e14', 'FIRST_NAME', float('1.0E+14'), '1.0E+14'],
    ['1e16', 'FIRST_NAME', float('1.0E+16'), '1.0E+16'],
    ['1e20', 'FIRST_NAME', float('1.0E+20'), '1.0E+20'],
    ['1e-7', 'FIRST_NAME', float('1.0E-7'), '1.0E-7'],
    ['1e-7 in small letters', 'FIRST_NAME', float('1e-7', '1.0E-7'), '1.0E-7'],
    ['0.00012', 'FIRST_NAME', float('0.00012'), '0.00012'],
    ['-0.0', 'FIRST_NAME', float('-0'), '0'],
    ['2.5', 'FIRST_NAME', float('2.5'), '2.5'],
    ['5.0', 'FIRST_NAME', float('5'), '5'],
    ['a long integer', 'FIRST_NAME', integer('1000000000000000'), '1000000000000000'],
    ['an integer beyond 2^53', 'FIRST_NAME', integer('9007199254740993'), '9007199254740993'],
    [
      'an integer beyond 2^64',
      'FIRST_NAME',
      integer('22749062719210700812'),
      '22749062719210700812',
    ],
    ['true', 'FIRST_NAME', boolean(true), '1'],
    ['false', 'FIRST_NAME', boolean(false), '0'],
    ['null', 'FIRST_NAME', nothing, ''],
    ['letters in base64', 'FIRST_NAME', base64('Olá 😀'), 'Olá 😀'],
    ['letters in hexBinary', 'FIRST_NAME', hex('Olá'), 'Olá'],
    ['a decimal with a last nought', 'FIRST_NAME', decimal('10.50'), '10.50'],
    [
      'a decimal of many digits',
      'FIRST_NAME',
      decimal('1.2345678901234567890'),
      '1.2345678901234567890',
    ],
    ['a decimal', 'LIST', decimal('7'), 7],
    ['1e15', 'LIST', float('1.0E+15'), 1e15],
    ['-0.0', 'LIST', float('-0'), 0],
    ['blanks', 'LIST', blank, null],
    ['nothing', 'LIST', nothing, null],
    ['digits among blanks', 'LIST', text(' 7 '), 7],
    ['true', 'LIST', boolean(true), 1],
    ['false', 'BIRTH_DATE', boolean(false), null],
    ['0', 'BIRTH_DATE', integer('0'), null],
    ['0 as text', 'BIRTH_DATE', text('0'), null],
    ['-0.0', 'BIRTH_DATE', float('-0'), null],
    ['blanks', 'BIRTH_DATE', blank, null],
    ['a number', 'BIRTH_DATE', integer('20260102'), '20260102'],
    ['true', 'BIRTH_DATE', boolean(true), '1'],
    ['no day', 'BIRTH_DATE', text('0000-00-00'), null],
    ['a day among blanks', 'BIRTH_DATE', text(' 2026-01-02\n'), '2026-01-02'],
    ['a moment that is a number', 'REMOVE_DATE', integer('1767312000'), '1767312000'],
    ['a moment that is a float', 'REMOVE_DATE', float('1.5'), '1.5'],
    ['a moment that is false', 'REMOVE_DATE', boolean(false), null],
  ])('that is %s in %s', async (_what, name, value, expected) => {
    const contact = { UID: 'a', [name]: expected };
    expect(await outcomesOf('subscriberData', contactWith(name, value))).toStrictEqual(
      everywhere({ subscriber: [contact] }),
    );
  });
});

describe('a flag of a list', () => {
  test.each<[string, WrittenValue, unknown]>([
    ['blanks', leaf.blank, false],
    ['0', leaf.integer('0'), false],
    ['-0.0', leaf.float('-0'), false],
    ['1.0', leaf.float('1'), true],
    ['1 among blanks', leaf.text(' 1 '), true],
    ['nothing', leaf.nothing, false],
    ['a number that is neither', leaf.integer('2'), '2'],
  ])('that is %s', async (_what, value, expected) => {
    const written = list([struct({ listnum: leaf.integer('4'), canal_email: value })]);
    expect(await outcomesOf('getLists', written)).toStrictEqual(
      everywhere([{ listnum: 4, canal_email: expected }]),
    );
  });
});

describe('a list', () => {
  const { integer, text } = leaf;
  const item = (id: number) => struct({ listnum: integer(String(id)) });

  test.each<[string, WrittenValue, number[]]>([
    [
      '10, 9',
      numbered([
        [10, item(1)],
        [9, item(2)],
      ]),
      [1, 2],
    ],
    [
      '1, 0',
      numbered([
        [1, item(1)],
        [0, item(2)],
      ]),
      [1, 2],
    ],
    [
      '0, 2, 1',
      numbered([
        [0, item(1)],
        [2, item(2)],
        [1, item(3)],
      ]),
      [1, 2, 3],
    ],
    [
      '7, 3, 10, 9, …',
      numbered(Array.from({ length: 40 }, (_, at) => [(at * 7 + 5) % 41, item(at)])),
      Array.from({ length: 40 }, (_, at) => at),
    ],
    ['5 alone', numbered([[5, item(1)]]), [1]],
    [
      '3, 5',
      numbered([
        [3, item(1)],
        [5, item(2)],
      ]),
      [1, 2],
    ],
  ])('keyed %s keeps the order of the server', async (_keys, value, expected) => {
    expect(await outcomesOf('getLists', value)).toStrictEqual(
      everywhere(expected.map((listnum) => ({ listnum }))),
    );
  });

  test('keyed out of order within an answer keeps it, too', async () => {
    const contact = (uid: string) => struct({ UID: text(uid) });
    const page = struct({
      subscriber: numbered([
        [10, contact('b')],
        [9, contact('a')],
      ]),
    });
    expect(await outcomesOf('subscriberData', page)).toStrictEqual(
      everywhere({ subscriber: [{ UID: 'b' }, { UID: 'a' }] }),
    );
    for (const client of await clientsOf('subscriberData', page)) {
      const uids: string[] = [];
      for await (const { UID } of client.paginate('subscriberData', { listID: 1 })) uids.push(UID);
      expect(uids).toEqual(['b', 'a']);
    }
  });

  test.each<[string, WrittenValue]>([
    ['blanks', leaf.blank],
    ['false', leaf.boolean(false)],
    ['0', leaf.integer('0')],
    ['null', leaf.nothing],
    ['no text', leaf.text('')],
  ])('that is %s is empty', async (_what, value) => {
    expect(await outcomesOf('subscriberData', struct({ subscriber: value }))).toStrictEqual(
      everywhere({ subscriber: [] }),
    );
  });
});

describe('a struct', () => {
  const { boolean, integer, float, text, nothing } = leaf;

  test.each<[string, WrittenValue, unknown]>([
    ['ERROR: false', struct({ ERROR: boolean(false), NEW_ID: integer('7') }), { NEW_ID: 7 }],
    ['ERROR: 0', struct({ ERROR: integer('0'), NEW_ID: integer('7') }), { NEW_ID: 7 }],
    ['ERROR: -0.0', struct({ ERROR: float('-0'), NEW_ID: integer('7') }), { NEW_ID: 7 }],
    ['ERROR: null', struct({ ERROR: nothing, NEW_ID: integer('7') }), { NEW_ID: 7 }],
    ["ERROR: ''", struct({ ERROR: text(''), NEW_ID: integer('7') }), { NEW_ID: 7 }],
    ['ERROR: true', struct({ ERROR: boolean(true), NEW_ID: integer('7') }), { error: '1' }],
    ['ERROR: 5', struct({ ERROR: integer('5'), NEW_ID: integer('7') }), { error: '5' }],
    ['ERROR among blanks', struct({ ERROR: text(' NO_ACCESS\n') }), { error: 'NO_ACCESS' }],
    ['ERROR: false alone', struct({ ERROR: boolean(false) }), {}],
    ['a lone response', struct({ response: text('OK') }), { RESULT: 'OK' }],
    ['a lone response that is a number', struct({ response: integer('7') }), { RESULT: '7' }],
    [
      'a lone response that is an error',
      struct({ response: text('NO_ACCESS') }),
      { error: 'NO_ACCESS' },
    ],
    ['a lone response without anything', struct({ response: nothing }), {}],
    [
      'a response beside others',
      struct({ response: text('OK'), NEW_ID: integer('7') }),
      { response: 'OK', NEW_ID: 7 },
    ],
    ['a word among blanks', text(' NO_ACCESS '), { error: 'NO_ACCESS' }],
    ['a number in its place', integer('7'), { RESULT: '7' }],
  ])('with %s', async (_what, value, expected) => {
    expect(await outcomesOf('addExtraField', value)).toStrictEqual(everywhere(expected));
  });
});

describe('what an account answers', () => {
  const values = [
    1e15,
    1e14,
    2 ** 53,
    2 ** 60,
    1e20,
    1e-7,
    -0,
    0,
    2.5,
    123_456_789_012_345.5,
    true,
    false,
    null,
    ' ',
    '-0',
    '1e5',
  ];
  const fields = ['FIRST_NAME', 'LIST', 'BIRTH_DATE', 'REMOVE_DATE'];

  test.each(values)('%p is the same on every wire and without one', async (value) => {
    const account: Transport = {
      id: 'account',
      call: async () => ({
        value: { subscriber: [Object.fromEntries(fields.map((name) => [name, value]))] },
        transport: 'account',
        durationMs: 0,
      }),
    };
    const params = { listID: 1, subscriber: 'all_subscribers' };
    // Texts are trimmed in JSON, as the service trims them.
    const trimmed = typeof value === 'string' && value.trim() !== value;
    const bare = await connected(account).call('subscriberData', params);
    for (const wire of wires) {
      if (trimmed && wire.name === 'rest json') continue;
      const { transport } = await connectInMemory(wire, account);
      expect(await connected(transport).call('subscriberData', params)).toStrictEqual(bare);
    }
  });
});
