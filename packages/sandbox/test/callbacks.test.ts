import type { RequestListener } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EgoiAbortError, EgoiConfigError, type WireObject } from '@egoi-client/core';
import type { ContactEvent, SandboxOptions } from '@egoi-client/sandbox';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ForbiddenAddress, loopbackLookup } from '../src/account/callbacks/loopback.ts';
import { callbackDeliveries, type DeliveryOptions } from '../src/account/callbacks/deliveries.ts';
import {
  ana,
  ask as askSandbox,
  eva,
  fullKey,
  openAccount,
  openFilledAccount,
  rui,
  someDay,
  type TestAccount,
  textOf,
} from './account.ts';
import { openReceiver, type Receiver } from './receiver.ts';

/** The elements of the document, as the service's own sample has them, with two extra fields. */
const callbackElements = readFileSync(join(__dirname, 'golden', 'callback-elements.txt'), 'utf8')
  .trimEnd()
  .split('\n');

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
});

async function receiver(answer?: RequestListener): Promise<Receiver> {
  const opened = await openReceiver(answer);
  open.push(opened);
  return opened;
}

async function account(url: string, options: SandboxOptions = {}): Promise<TestAccount> {
  const opened = await openFilledAccount({ wait: async () => undefined, ...options });
  open.push({ close: () => opened.sandbox.close() });
  await opened.ask('editApiCallback', { listID: 1, callback_url: url });
  return opened;
}

/** What receivers look at: the event, and a few of the fields. */
function told({ posts }: Receiver): string[] {
  return posts.map(({ form }) => {
    const [[event = '', xml = ''] = []] = form;
    const field = (name: string) => new RegExp(`<${name}>(.*?)</${name}>`).exec(xml)?.[1];
    return `${event} ${field('EMAIL')} ${field('STATUS')} ${field('LIST')}`;
  });
}

describe('a list with a callback tells its receiver', () => {
  test('of contacts that are added, edited, edited to be removed, removed and added again', async () => {
    const hook = await receiver();
    const { ask, sandbox } = await account(hook.url);
    await ask('addSubscriber', { listID: 1, email: 'zoe@example.com' });
    await ask('editSubscriber', { listID: 1, subscriber: ana, first_name: 'Anna', status: 4 });
    await ask('editSubscriber', { listID: 1, subscriber: ana, status: 2 });
    await ask('removeSubscriber', { listID: 1, subscriber: rui });
    await ask('addSubscriber', { listID: 1, email: eva, status: 0 });
    await sandbox.settled();
    expect(told(hook)).toEqual([
      'addSubscriber zoe@example.com 1 1',
      `editSubscriber ${ana} 4 1`,
      `removeSubscriber ${ana} 2 1`,
      `removeSubscriber ${rui} 2 1`,
      `addSubscriber ${eva} 0 1`,
    ]);
  });

  test('of each row of an import that adds, removes or changes a contact', async () => {
    const hook = await receiver();
    const { ask, sandbox } = await account(hook.url);
    const subscribers = [
      ...['a', 'b', 'c'].map((name) => ({ email: `${name}@example.com` })),
      { email: rui, first_name: 'Rui' },
      { email: 'gone@example.com', status: 2 },
      { email: ana, status: 2 },
      // Added and removed in one import is neither.
      { email: 'd@example.com' },
      { email: 'd@example.com', status: 2 },
    ];
    await ask('addSubscriberBulk', { listID: 1, compareField: 'email', operation: 2, subscribers });
    await sandbox.settled();
    expect(told(hook)).toEqual([
      'addSubscriber a@example.com 1 1',
      'addSubscriber b@example.com 1 1',
      'addSubscriber c@example.com 1 1',
      `removeSubscriber ${ana} 2 1`,
      `editSubscriber ${rui} 1 1`,
    ]);
  });

  test('in a form with one field, an XML document of the fields of the contact', async () => {
    const hook = await receiver();
    const { ask, sandbox } = await account(hook.url);
    const first_name = 'Zoé & <b>"x"</b>\r\n€😀 100%';
    await ask('addSubscriber', { listID: 1, email: 'zoe@example.com', first_name, extra_1: 38 });
    await sandbox.settled();
    expect(hook.posts).toMatchObject([
      { method: 'POST', path: '/hook?shop=1', type: 'application/x-www-form-urlencoded' },
    ]);
    const form = [...(hook.posts[0]?.form ?? [])];
    expect(form).toEqual([['addSubscriber', expect.any(String)]]);
    const xml = form[0]?.[1] ?? '';
    expect(xml).toMatch(/^<DATA><UID>[0-9a-f]{10}<\/UID><LIST>1<\/LIST>/);
    expect(xml).toContain(
      '<FIRST_NAME>Zoé &amp; &lt;b&gt;"x"&lt;/b&gt;&#13;\n€😀 100%</FIRST_NAME>',
    );
    expect(xml).toContain('<LAST_NAME></LAST_NAME>');
    expect(xml).toContain('<EXTRA_FIELD_1>38</EXTRA_FIELD_1>');
    expect(xml).toMatch(/<\/DATA>$/);
  });

  test('with the elements of the reference in their order, empty ones too', async () => {
    const hook = await receiver();
    const { ask, sandbox } = await account(hook.url);
    await ask('addSubscriber', { listID: 1, email: 'zoe@example.com' });
    await ask('removeSubscriber', {
      listID: 1,
      subscriber: 'zoe@example.com',
      removeMethod: 'web',
      removeReason: 5,
      removeObs: 'Too many',
    });
    await sandbox.settled();
    const documents = hook.posts.map(({ form }) => [...form.values()][0] ?? '');
    const elements = documents.map((xml) =>
      [...xml.matchAll(/<([A-Z_\d]+)>([^<]*)<\/\1>/g)].map(([, name, text]) => ({ name, text })),
    );
    for (const [index, xml] of documents.entries()) {
      const inside = elements[index]?.map(({ name, text }) => `<${name}>${text}</${name}>`);
      // Nothing else is in it: no declaration, no attribute, no blank.
      expect(xml).toBe(`<DATA>${inside?.join('')}</DATA>`);
      expect(elements[index]?.map(({ name }) => name)).toEqual(callbackElements);
    }
    const texts = elements.map((list) =>
      Object.fromEntries(list.map(({ name, text }) => [name, text])),
    );
    const moment = '2025-03-04 05:06:07';
    expect(texts).toMatchObject([
      {
        LIST: '1',
        BIRTH_DATE: '',
        DATE_ADD: moment,
        STATUS: '1',
        EXTRA_FIELD_2: '',
        REMOVE_DATE: '',
        REMOVE_METHOD: '',
        REMOVE_OPTION: '',
        REMOVE_OBS: '',
        STATS_EMAIL_SENT: '0',
      },
      {
        STATUS: '2',
        REMOVE_DATE: moment,
        REMOVE_METHOD: 'web',
        REMOVE_OPTION: '5',
        REMOVE_OBS: 'Too many',
      },
    ]);
  });

  test('only of itself, and only when something changed', async () => {
    const hook = await receiver();
    const { ask, sandbox } = await account(hook.url);
    await ask('addSubscriber', { listID: 2, email: 'zoe@example.com' });
    await ask('addSubscriber', { listID: 1, email: ana });
    await ask('removeSubscriber', { listID: 1, subscriber: eva });
    await sandbox.settled();
    expect(told(hook)).toEqual([]);
  });

  const inTurn: readonly (readonly [string, WireObject])[] = [
    ['addSubscriber', { listID: 1, email: 'zoe@example.com' }],
    ['editSubscriber', { listID: 1, subscriber: 'zoe@example.com', first_name: 'Zoe' }],
    ['removeSubscriber', { listID: 1, subscriber: 'zoe@example.com' }],
  ];

  test.each<[string, WireObject, string[]]>([
    ['no switch', {}, ['addSubscriber', 'editSubscriber', 'removeSubscriber']],
    ['number 9, added through the API', { notif_api_9: true }, ['addSubscriber']],
    ['number 10, removed through the API', { notif_api_10: 1 }, ['removeSubscriber']],
    ['number 14, changed through the API', { notif_api_14: '1' }, ['editSubscriber']],
    [
      'two',
      { notif_api_9: '1', notif_api_10: 1, notif_api_14: '0' },
      ['addSubscriber', 'removeSubscriber'],
    ],
    ['those of other events', { notif_api_1: 1, notif_api_8: true, notif_api_12: '1' }, []],
    ['none that is on', { notif_api_9: false, notif_api_10: 0, notif_api_14: '0' }, []],
  ])('by its switches: %s', async (_name, switches, events) => {
    const hook = await receiver();
    const { ask, sandbox } = await account(hook.url);
    expect(
      await ask('editApiCallback', { listID: 1, callback_url: hook.url, ...switches }),
    ).toEqual({ RESULT: 'OK' });
    for (const [method, params] of inTurn) await ask(method, params);
    await sandbox.settled();
    expect(told(hook).map((text) => text.split(' ')[0])).toEqual(events);
  });
});

describe('an event apart from the API', () => {
  test.each<[number, ContactEvent['event'], WireObject, string]>([
    [1, 'optInForm', { values: { email: 'zoe@example.com' } }, 'addSubscriber zoe@example.com 1 1'],
    [2, 'unsubscriptionForm', { subscriber: ana }, `removeSubscriber ${ana} 2 1`],
    [3, 'addedByHand', { values: { email: eva } }, `addSubscriber ${eva} 1 1`],
    [4, 'removedByHand', { subscriber: ana }, `removeSubscriber ${ana} 2 1`],
    [5, 'removedByBounces', { subscriber: ana }, `removeSubscriber ${ana} 2 1`],
    [6, 'referral', { values: { email: 'zoe@example.com' } }, 'addSubscriber zoe@example.com 1 1'],
    [
      7,
      'doubleOptInForm',
      { values: { email: 'zoe@example.com' } },
      'addSubscriber zoe@example.com 0 1',
    ],
    [8, 'unsubscribeLink', { subscriber: ana }, `removeSubscriber ${ana} 2 1`],
    [12, 'changedByHand', { subscriber: ana, values: { status: 4 } }, `editSubscriber ${ana} 4 1`],
    [13, 'editForm', { subscriber: ana, values: { last_name: 'S' } }, `editSubscriber ${ana} 1 1`],
    [
      15,
      'subscriptionConfirmed',
      { subscriber: 'wait@example.com' },
      'addSubscriber wait@example.com 1 1',
    ],
    [16, 'changeConfirmed', { subscriber: ana, values: { fax: '' } }, `editSubscriber ${ana} 1 1`],
  ])('is told by its own switch, %i: %s', async (number, event, what, expected) => {
    const hook = await receiver();
    const { ask, sandbox } = await account(hook.url);
    const set = (switches: WireObject) =>
      ask('editApiCallback', { listID: 1, callback_url: hook.url, ...switches });
    const others = Object.fromEntries(
      Array.from({ length: 16 }, (_none, index) => [
        `notif_api_${index + 1}`,
        index + 1 !== number,
      ]),
    );
    await set({ notif_api_11: 1 });
    await ask('addSubscriber', { listID: 1, email: 'wait@example.com', status: 0 });
    await set({ [`notif_api_${number}`]: 1 });
    await sandbox.recordContactEvent({ listID: 1, event, ...what });
    await sandbox.settled();
    expect(told(hook)).toEqual([expected]);
    await set(others);
    await ask('removeSubscriber', { listID: 1, subscriber: rui });
    await sandbox.settled();
    expect(told(hook).slice(1)).toEqual([`removeSubscriber ${rui} 2 1`]);
  });

  test('is what subscriberData tells', async () => {
    const { struct, sandbox } = await openFilledAccount();
    await sandbox.recordContactEvent({
      listID: 1,
      event: 'addedByHand',
      values: { email: 'z@x.pt' },
    });
    await sandbox.recordContactEvent({ listID: 1, event: 'unsubscribeLink', subscriber: ana });
    expect(await struct('subscriberData', { listID: 1, subscriber: 'z@x.pt' })).toMatchObject({
      subscriber: { SUBSCRIPTION_METHOD: 'manual', STATUS: 1 },
    });
    expect(await struct('subscriberData', { listID: 1, subscriber: ana })).toMatchObject({
      subscriber: { REMOVE_METHOD: 'link', STATUS: 2 },
    });
  });

  test('of a campaign, the link in an e-mail, is number 8', async () => {
    const hook = await receiver();
    const { ask, struct, sandbox } = await account(hook.url);
    await ask('editApiCallback', { listID: 1, callback_url: hook.url, notif_api_8: 1 });
    const email = { listID: 1, subject: 'News', from: '1', message: 'Hello' };
    const campaign = textOf(await struct('createCampaignEmail', email), 'ID');
    await ask('sendEmail', { listID: 1, campaign, segment: 'all' });
    await sandbox.recordEvent({ campaign, subscriber: ana, event: 'click' });
    await sandbox.recordEvent({ campaign, subscriber: ana, event: 'remove' });
    await sandbox.settled();
    expect(told(hook)).toEqual([`removeSubscriber ${ana} 2 1`]);
  });

  test.each<[ContactEvent, RegExp]>([
    [{ listID: 9, event: 'addedByHand' }, /listID/],
    [{ listID: 1, event: 'number 11' as 'addedByHand' }, /optInForm, /],
    [{ listID: 1, event: 'removedByHand' }, /subscriber/],
    [{ listID: 1, event: 'removedByHand', subscriber: eva }, /not removed/],
    [{ listID: 1, event: 'addedByHand', values: { email: rui } }, /EMAIL_ALREADY_EXISTS/],
    [{ listID: 1, event: 'editForm', subscriber: ana, values: { lang: 'xx' } }, /FORMAT_ERROR/],
  ])('that cannot be is refused: %j', async (event, message) => {
    const { sandbox } = await openFilledAccount();
    const before = await sandbox.snapshot();
    const outcome = await sandbox.recordContactEvent(event).catch((error: unknown) => error);
    expect(outcome).toBeInstanceOf(EgoiConfigError);
    expect(outcome).toHaveProperty('message', expect.stringMatching(message));
    expect(await sandbox.snapshot()).toEqual(before);
  });
});

test.each<[string, string]>([
  ...[
    '',
    'hook',
    '//127.0.0.1/',
    'file:///etc/passwd',
    'ftp://127.0.0.1/',
    'http://',
    'http://user:secret@127.0.0.1/',
    'http://user@127.0.0.1/',
  ].map((address): [string, string] => [JSON.stringify(address), address]),
  ['of 2,000 characters', `http://127.0.0.1/${'x'.repeat(2000)}`],
])('the address %s takes no POST', async (_name, callback_url) => {
  const { ask } = await openFilledAccount();
  expect(await ask('editApiCallback', { listID: 1, callback_url })).toEqual({
    ERROR: 'INVALID_URL',
  });
});

describe('a receiver', () => {
  test('that fails twice is asked a third time', async () => {
    const answers = [503, 302, 200];
    const hook = await receiver((_request, response) => {
      response.writeHead(answers.shift() ?? 500, { location: '/elsewhere' }).end();
    });
    const waits: number[] = [];
    const wait = async (ms: number) => void waits.push(ms);
    const { ask, sandbox } = await account(hook.url, { wait });
    await ask('addSubscriber', { listID: 1, email: 'zoe@example.com' });
    await ask('addSubscriber', { listID: 1, email: 'max@example.com' });
    await sandbox.settled();
    // The second contact meets nothing but failures.
    expect(told(hook).map((text) => text.split(' ')[1])).toEqual([
      ...Array.from({ length: 3 }, () => 'zoe@example.com'),
      ...Array.from({ length: 3 }, () => 'max@example.com'),
    ]);
    expect(hook.posts.every(({ path }) => path === '/hook?shop=1')).toBe(true);
    expect(waits).toEqual([1000, 5000, 1000, 5000]);
  });

  test('that never answers neither holds up nor fails the call', async () => {
    const hook = await receiver(() => undefined);
    const { ask, sandbox } = await account(hook.url, { callbackTimeoutMs: 50 });
    for (const email of ['zoe@example.com', 'max@example.com']) {
      expect(await ask('addSubscriber', { listID: 1, email })).toMatchObject({ EMAIL: email });
    }
    await sandbox.settled();
    // What waited behind it is given up with it.
    expect(told(hook)).not.toContain('addSubscriber max@example.com 1 1');
  });

  test('that answers without end is taken at its status', async () => {
    const hook = await receiver((_request, response) => {
      response.on('drain', () => response.write('x'.repeat(65_536)));
      response.write('x'.repeat(1_000_000));
    });
    const { ask, sandbox } = await account(hook.url);
    await ask('addSubscriber', { listID: 1, email: 'zoe@example.com' });
    await sandbox.settled();
    expect(hook.posts).toHaveLength(1);
  });

  test('that is not there is given up', async () => {
    const gone = await openReceiver();
    await gone.close();
    const { ask, sandbox } = await account(gone.url);
    await ask('addSubscriber', { listID: 1, email: 'zoe@example.com' });
    await sandbox.settled();
    expect(await ask('removeSubscriber', { listID: 1, subscriber: 'zoe@example.com' })).toBe('OK');
    await expect(sandbox.settled()).resolves.toBeUndefined();
  });

  test('hears nothing of a call that was refused or aborted', async () => {
    const hook = await receiver();
    const full = await account(hook.url, { maxSubscribers: 2 });
    expect(await full.ask('addSubscriber', { listID: 1, email: 'zoe@example.com' })).toEqual({
      ERROR: 'CANNOT_ADD_MORE_SUBSCRIBERS',
    });
    let hurried: AbortController | undefined;
    const now = () => {
      hurried?.abort();
      return someDay();
    };
    const other = await account(hook.url, { now });
    hurried = new AbortController();
    const params = { listID: 1, email: 'max@example.com' };
    const aborted = askSandbox(other.sandbox, 'addSubscriber', params, fullKey, hurried.signal);
    await expect(aborted).rejects.toBeInstanceOf(EgoiAbortError);
    await full.sandbox.settled();
    await other.sandbox.settled();
    expect(hook.posts).toEqual([]);
  });
});

describe('callbacks go', () => {
  test('nowhere when they are off', async () => {
    const hook = await receiver();
    const { ask, sandbox } = await account(hook.url, { callbacks: 'off' });
    await ask('addSubscriber', { listID: 1, email: 'zoe@example.com' });
    await sandbox.settled();
    expect(hook.posts).toEqual([]);
  });

  test('to a name of this machine', async () => {
    const hook = await receiver();
    const { ask, sandbox } = await account(hook.url.replace('127.0.0.1', 'localhost'));
    await ask('addSubscriber', { listID: 1, email: 'zoe@example.com' });
    await sandbox.settled();
    expect(hook.posts).toHaveLength(1);
  });

  test.each(['0.0.0.0', '[::]', '0x0', '[::ffff:0.0.0.0]'])(
    'not to %s, unless every address is allowed',
    async (host) => {
      const hook = await receiver();
      const url = hook.url.replace('127.0.0.1', host);
      const waits: number[] = [];
      const wait = async (ms: number) => void waits.push(ms);
      const { ask, sandbox } = await account(url, { wait });
      await ask('addSubscriber', { listID: 1, email: 'zoe@example.com' });
      await sandbox.settled();
      expect(hook.posts).toEqual([]);
      // It is refused, not tried.
      expect(waits).toEqual([]);
    },
  );

  test.each([{}, { all: true }])(
    'not to a name with a foreign address, asked with %j',
    async (how) => {
      // An address stands for itself, so that no name server is asked.
      const [error] = await new Promise<unknown[]>((resolve) => {
        loopbackLookup('192.0.2.1', how, (...found) => resolve(found));
      });
      expect(error).toBeInstanceOf(ForbiddenAddress);
    },
  );

  test('to any address when that is allowed', async () => {
    const hook = await receiver();
    const url = hook.url.replace('127.0.0.1', '0.0.0.0');
    const { ask, sandbox } = await account(url, { callbacks: 'any' });
    await ask('addSubscriber', { listID: 1, email: 'zoe@example.com' });
    await sandbox.settled();
    expect(hook.posts).toHaveLength(1);
  });
});

describe('deliveries', () => {
  const options: DeliveryOptions = {
    reach: 'loopback',
    timeoutMs: 5000,
    wait: async () => undefined,
  };
  const form = {
    kind: 'callback',
    event: 'addSubscriber',
    list: 1,
    type: 'application/x-www-form-urlencoded',
    body: 'addSubscriber=x',
  } as const;

  test('to a slow receiver hold up no other', async () => {
    let release = () => {};
    const slow = await receiver((_request, response) => {
      release = () => response.end();
    });
    let answered = () => {};
    const fastAnswered = new Promise<void>((resolve) => {
      answered = resolve;
    });
    const fast = await receiver((_request, response) => {
      response.end(answered);
    });
    const deliveries = callbackDeliveries(options);
    deliveries.add({ url: slow.url, ...form });
    deliveries.add({ url: fast.url, ...form });
    await fastAnswered;
    release();
    await deliveries.settled();
    expect([slow.posts.length, fast.posts.length]).toEqual([1, 1]);
  });

  test('that wait are bounded', async () => {
    const hook = await receiver();
    const deliveries = callbackDeliveries({ ...options, maxPending: 3 });
    for (let count = 0; count < 5; count += 1) deliveries.add({ url: hook.url, ...form });
    await deliveries.settled();
    expect(hook.posts).toHaveLength(3);
    deliveries.add({ url: hook.url, ...form });
    await deliveries.settled();
    expect(hook.posts).toHaveLength(4);
  });

  test('are given up by close after its limit, in flight or between tries', async () => {
    const hook = await receiver(() => undefined);
    const failing = await receiver((_request, response) => response.writeHead(500).end());
    let begun = () => {};
    const waiting = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const deliveries = callbackDeliveries({
      ...options,
      timeoutMs: 600_000,
      closeLimitMs: 20,
      wait: (_ms, signal) =>
        new Promise((_resolve, reject) => {
          begun();
          signal.addEventListener('abort', () => reject(new Error('aborted')));
        }),
    });
    for (const { url } of [hook, failing, hook]) deliveries.add({ url, ...form });
    await waiting;
    await deliveries.close();
    deliveries.add({ url: failing.url, ...form });
    await deliveries.settled();
    expect(failing.posts).toHaveLength(1);
  });
});

test('closing a sandbox lets callbacks that were caused before arrive', async () => {
  const hook = await receiver();
  const { ask, sandbox } = openAccount();
  await ask('createList', { nome: 'Newsletter' });
  await ask('editApiCallback', { listID: 1, callback_url: hook.url });
  void ask('addSubscriber', { listID: 1, email: ana });
  await sandbox.close();
  expect(hook.posts).toHaveLength(1);
});
