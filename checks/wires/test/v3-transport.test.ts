import { isDeepStrictEqual } from 'node:util';
import { EgoiClient } from '@egoi-client/core';
import { createV3Server, type ListeningV3Server } from '@egoi-client/gateway';
import {
  sandboxApiKey,
  type SandboxTransport,
  sandboxTransport,
  type SandboxOptions,
} from '@egoi-client/sandbox';
import { v3Transport, type V3TransportOptions } from '@egoi-client/transport-v3';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

/** Two accounts that stand alike: one asked by API v2 itself, one by API v3 over sockets. */
let direct: { readonly client: EgoiClient; readonly account: SandboxTransport };
let served: { readonly account: SandboxTransport; readonly server: ListeningV3Server };
let clients: EgoiClient[] = [];

const now = () => new Date(Date.UTC(2026, 0, 31, 10, 20, 30));

const settings: SandboxOptions = {
  now,
  queueDelayMs: 3_600_000,
  autobots: [{ name: 'Welcome' }, { name: 'Back', status: 'paused' }],
  forms: [{ title: 'Newsletter' }],
};

beforeEach(async () => {
  const account = sandboxTransport(settings);
  direct = { account, client: new EgoiClient({ apiKey: sandboxApiKey, transport: account }) };
  const other = sandboxTransport(settings);
  served = { account: other, server: await createV3Server(other).listen() };
});

afterEach(async () => {
  for (const client of clients) await client.close();
  clients = [];
  await served.server.close();
  await served.account.close();
  await direct.client.close();
});

function clientOverV3(options: V3TransportOptions = {}): EgoiClient {
  const transport = v3Transport({ endpoint: served.server.url, ...options });
  const client = new EgoiClient({ apiKey: sandboxApiKey, transport });
  clients.push(client);
  return client;
}

type Step = readonly [method: string, params: Readonly<Record<string, unknown>>];

/** What each step of a history ends in: its value, or the code or kind of its error. */
async function outcomes(client: EgoiClient, account: SandboxTransport, steps: readonly Step[]) {
  const all: unknown[] = [];
  for (const [method, params] of steps) {
    all.push(
      await client.call(method, params).catch((error: unknown) => {
        const { code, kind } = error as { readonly code?: string; readonly kind?: string };
        return code ?? kind;
      }),
    );
    await account.workOff();
  }
  return all;
}

/** Takes the declared losses out of an answer, at whatever depth they stand. */
function without(value: unknown, names: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => without(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([name]) =>
          !names.has(name) && !(names.has('EXTRA_FIELD_') && name.startsWith('EXTRA_FIELD_')),
      )
      .map(([name, member]) => [name, without(member, names)]),
  );
}

/** One call of which the two answers differ in more than the losses that v3Transport told. */
interface Difference {
  readonly call: string;
  readonly overV2: unknown;
  readonly overV3: unknown;
}

/** Tells both accounts the same, and compares what they say. */
async function differencesOf({ steps, options, prepared = [] }: History): Promise<Difference[]> {
  const other = new EgoiClient({ apiKey: sandboxApiKey, transport: served.account });
  await outcomes(direct.client, direct.account, prepared);
  await outcomes(other, served.account, prepared);
  const told = new Set<string>();
  const client = clientOverV3({ ...options, onLoss: ({ name }) => void told.add(name) });
  const differences: Difference[] = [];
  for (const step of steps) {
    told.clear();
    const [expected] = await outcomes(direct.client, direct.account, [step]);
    const [answer] = await outcomes(client, served.account, [step]);
    const overV2 = without(expected, told);
    const overV3 = without(answer, told);
    if (!isDeepStrictEqual(overV2, overV3)) {
      differences.push({ call: JSON.stringify(step), overV2, overV3 });
    }
  }
  return differences;
}

/** Calls in their order. */
interface History {
  readonly what: string;
  readonly steps: readonly Step[];
  readonly options?: V3TransportOptions;
  /** What both accounts are told by API v2 before. */
  readonly prepared?: readonly Step[];
}

const list: Step = ['createList', { nome: 'News' }];
const ana = { listID: 1, email: 'ana@example.com', first_name: 'Ana', cellphone: '351-912345678' };
const byAddress = { listID: 1, subscriber: 'ana@example.com' };

const histories: readonly History[] = [
  {
    what: 'the account',
    steps: [
      ['checklogin', {}],
      ['getClientData', {}],
      ['getCredits', {}],
      ['getUserData', {}],
      ['check_status', {}],
    ],
  },
  {
    what: 'lists',
    steps: [
      ['getLists', {}],
      list,
      ['createList', { nome: 'Shop', idioma_lista: 'en' }],
      ['getLists', {}],
      ['getLists', { start: 1, limit: 1 }],
      ['getLists', { start: 7 }],
      ['getLists', { listID: 2 }],
      ['getLists', { listID: 9 }],
      ['updateList', { listID: 2, name: 'Shop 2' }],
      ['updateList', { listID: 9, name: 'Shop 2' }],
      ['updateList', { listID: 2, name: ' ' }],
      ['createList', { nome: ' ' }],
      ['getLists', {}],
      ['deleteList', { listID: 2 }],
      ['deleteList', { listID: 2 }],
      ['getLists', {}],
    ],
    options: { listDetails: ['counts', 'fields'] },
  },
  {
    what: 'extra fields',
    steps: [
      list,
      ['getExtraFields', { listID: 1 }],
      ['addExtraField', { listID: 1, name: 'City' }],
      ['addExtraField', { listID: 1, name: 'Shirt', type: 'lista', opcoes: 'S, M, L' }],
      ['addExtraField', { listID: 1, name: 'Since', type: 'data' }],
      ['addExtraField', { listID: 1, name: '', type: 'texto' }],
      ['addExtraField', { listID: 1, name: 'x', type: 'nonsense' }],
      ['addExtraField', { listID: 9, name: 'x' }],
      ['getExtraFields', { listID: 1 }],
      ['getExtraFields', { listID: 9 }],
      ['editExtraField', { listID: 1, id: 1, name: 'Town' }],
      ['editExtraField', { listID: 1, id: 2, name: 'Size', opcoes: 'S, L, XL' }],
      ['editExtraField', { listID: 1, id: 9, name: 'x' }],
      ['getLists', {}],
      ['deleteExtraField', { listID: 1, id: 1 }],
      ['deleteExtraField', { listID: 1, id: 1 }],
      ['getExtraFields', { listID: 1 }],
    ],
    options: { listDetails: ['counts', 'fields'] },
  },
  {
    what: 'tags',
    steps: [
      ['getTags', {}],
      ['addTag', { name: 'vip', color: '#00AEDA' }],
      ['addTag', { name: 'vip' }],
      ['addTag', { name: ' ' }],
      ['addTag', { name: 'new' }],
      ['getTags', {}],
      list,
      ['addSubscriber', ana],
      ['attachTag', { tag: 1, type: 'subscriber', listID: 1, target: ['ana@example.com'] }],
      ['attachTag', { tag: 9, type: 'subscriber', listID: 1, target: ['ana@example.com'] }],
      ['attachTag', { tag: 1, type: 'subscriber', listID: 9, target: ['ana@example.com'] }],
      ['detachTag', { tag: 1, type: 'subscriber', listID: 1, target: ['ana@example.com'] }],
      ['deleteTag', { tag: 1 }],
      ['deleteTag', { tag: 1 }],
      ['getTags', {}],
    ],
  },
  {
    what: 'contacts, read back whole',
    steps: [
      list,
      ['addExtraField', { listID: 1, name: 'City' }],
      ['addExtraField', { listID: 1, name: 'Shirt', type: 'lista', opcoes: 'S, M, L' }],
      ['addSubscriber', { ...ana, birth_date: '31-01-1990', lang: 'pt', extra_1: 'Porto' }],
      ['addSubscriber', ana],
      ['addSubscriber', { listID: 1, email: 'rui@example.com', extra_2: 'M' }],
      ['addSubscriber', { listID: 1, email: 'eva@example.com', extra_2: 'XXL' }],
      ['addSubscriber', { listID: 1, email: 'eva@example.com', extra_9: 'x' }],
      ['addSubscriber', { listID: 1, email: 'no address' }],
      ['addSubscriber', { listID: 1, email: 'eva@example.com', cellphone: '912345678' }],
      ['addSubscriber', { listID: 1 }],
      ['addSubscriber', { listID: 9, email: 'eva@example.com' }],
      ['addSubscriber', { ...ana, first_name: 'Ana Maria', operation: 2 }],
      ['editSubscriber', { ...byAddress, last_name: 'Silva', extra_1: 'Lisboa', extra_2: 'L' }],
      ['editSubscriber', { ...byAddress, email: 'rui@example.com' }],
      ['editSubscriber', { ...byAddress, subscriber: 'nobody@example.com', last_name: 'x' }],
      ['editSubscriber', byAddress],
      ['subscriberData', byAddress],
      ['subscriberData', { listID: 1, subscriber: 'nobody@example.com' }],
      ['subscriberData', { listID: 9, subscriber: 'ana@example.com' }],
      ['subscriberData', { listID: 1, subscriber: 'all_subscribers' }],
      ['subscriberData', { listID: 1, subscriber: 'all_subscribers', start: 1, limit: 1 }],
      ['subscriberData', { listID: 1, subscriber: 'all_subscribers', start: 9 }],
      ['removeSubscriber', { ...byAddress, removeReason: 4, removeObs: 'enough' }],
      ['removeSubscriber', byAddress],
      ['removeSubscriber', { listID: 1, subscriber: 'nobody@example.com' }],
      ['editSubscriber', { ...byAddress, first_name: 'x' }],
      ['subscriberData', byAddress],
      ['getLists', {}],
    ],
    options: { contactAnswers: 'record', listDetails: ['counts', 'fields'] },
  },
  {
    what: 'contacts, with what was given alone',
    steps: [
      list,
      ['addTag', { name: 'vip' }],
      ['addSubscriber', { ...ana, tags: [1] }],
      ['editSubscriber', { ...byAddress, last_name: 'Silva', status: 4 }],
      ['editSubscriber', { ...byAddress, status: 2 }],
    ],
  },
  {
    what: 'imports',
    steps: [
      list,
      ['addTag', { name: 'vip' }],
      ['addExtraField', { listID: 1, name: 'City' }],
      [
        'addSubscriberBulk',
        {
          listID: 1,
          compareField: 'email',
          operation: 2,
          subscribers: [
            { email: 'a@example.com', cellphone: '912345678', extra_1: 'Porto' },
            { email: 'b@example.com', first_name: 'Bea' },
          ],
        },
      ],
      [
        'addSubscriberBulk',
        { listID: 1, compareField: 'email', subscribers: [{ email: 'c@example.com' }] },
      ],
      [
        'addSubscriberBulk',
        { listID: 1, compareField: 'shoe', subscribers: [{ email: 'c@d.pt' }] },
      ],
      ['addSubscriberBulk', { listID: 1, compareField: 'email', subscribers: [] }],
      [
        'addSubscriberBulk',
        { listID: 1, compareField: 'email', subscribers: [{ email: 'd@d.pt', extra_9: 'x' }] },
      ],
      ['subscriberData', { listID: 1, subscriber: 'all_subscribers' }],
    ],
  },
  {
    what: 'segments and the queue',
    prepared: [
      list,
      ['addSubscriber', ana],
      ['createSegment', { listID: 1, name: 'Anas', fields: { first_name: 'Ana' } }],
    ],
    steps: [
      ['getSegments', { listID: 1 }],
      ['subscriberData', { listID: 1, subscriber: 'all_subscribers', segment: 'Anas' }],
      ['subscriberData', { listID: 1, subscriber: 'all_subscribers', segment: 'nobody' }],
      ['deleteSegment', { listID: 1, name: 'Anas' }],
      ['deleteSegment', { listID: 1, name: 'Anas' }],

      ['getSegments', { listID: 9 }],
      ['deleteSegment', { listID: 1, name: 'nobody' }],
      ['deleteSegment', { listID: 1, name: ' ' }],
    ],
  },
  {
    what: 'senders and groups of campaigns',
    prepared: [
      ['addSender', { channel: 'telefone', sender: '351-212345678' }],
      ['addSender', { channel: 'email', sender: 'news@example.com' }],
    ],
    steps: [
      ['getSenders', {}],
      ['getSenders', { channel: 'email' }],
      ['getSenders', { channel: 'pigeon' }],
      ['addSender', { channel: 'email', sender: 'shop@example.com' }],
      ['addSender', { channel: 'email', sender: 'shop@example.com' }],
      ['addSender', { channel: 'email' }],
      ['addSender', { sender: 'x@example.com' }],
      ['addSender', { channel: 'telemovel', sender: 'ACME' }],
      ['editSender', { channel: 'email', fromID: '1' }],
      ['editSender', { channel: 'email', fromID: '99' }],
      ['deleteSender', { channel: 'email', fromID: '2' }],
      ['deleteSender', { channel: 'email', fromID: '2' }],
      ['deleteSender', { channel: 'email' }],
      ['addCname', { cname: 'mail.example.com' }],
      ['addCname', { cname: 'mail.example.com' }],
      ['addCname', {}],
      ['createCampaignGroup', { name: 'Autumn' }],
      ['createCampaignGroup', { name: ' ' }],
      ['editCampaignGroup', { group: 1, name: 'Winter' }],
      ['editCampaignGroup', { group: 9, name: 'Winter' }],
      ['editCampaignGroup', { group: 1 }],
    ],
  },
  {
    what: 'campaigns and automations',
    prepared: [
      list,
      ['addSubscriber', ana],
      ['addSender', { channel: 'email', sender: 'news@example.com' }],
      [
        'createCampaignEmail',
        { listID: 1, subject: 'Autumn', from: '1', message: '<p>Hello</p>', internal_name: 'A' },
      ],
    ],
    steps: [
      ['getCampaigns', {}],
      ['getCampaigns', { start: 1 }],
      ['deleteCampaign', { campaign: '0123456789abcdef0123456789abcdef' }],
      ['getAutobots', {}],
      ['getAutobots', { listID: 9 }],
      ['startAutobot', { autobot: 1, listID: 1, subscriber: 'ana@example.com' }],
      ['startAutobot', { autobot: 2, listID: 1, subscriber: 'ana@example.com' }],
      ['startAutobot', { autobot: 1, subscriber: 'ana@example.com' }],
      ['startAutobot', { autobot: 1, listID: 1 }],
      ['getSubscriberActivity', byAddress],
      ['removeSubscriber', byAddress],
      ['startAutobot', { autobot: 1, listID: 1, subscriber: 'ana@example.com' }],
      ['startAutobot', { autobot: 99, listID: 1, subscriber: 'ana@example.com' }],
      ['startAutobot', { autobot: 1, listID: 1, subscriber: 'nobody@example.com' }],
    ],
  },
  {
    what: 'callbacks',
    steps: [
      list,
      ['editApiCallback', { listID: 1, callback_url: 'http://127.0.0.1:9/' }],
      ['editApiCallback', { listID: 1, callback_url: 'http://127.0.0.1:9/', notif_api_9: 1 }],
      ['editApiCallback', { listID: 1, callback_url: 'http://127.0.0.1:9/', notif_api_9: 0 }],
      ['editApiCallback', { listID: 9, callback_url: 'http://127.0.0.1:9/' }],
      ['editApiCallback', { listID: 1, callback_url: 'javascript:alert(1)' }],
      ['editApiCallback', { listID: 1, callback_url: 'http://me:x@127.0.0.1/', notif_api_9: 1 }],
    ],
    options: { allowLosses: ['editApiCallback.callback_url'] },
  },
  {
    what: 'advanced reports',
    prepared: [list],
    steps: [
      ['generateAdvancedReport', { template: 1, lists: [1] }],
      ['getAdvancedReport', { report: 1 }],
      ['getAdvancedReport', { report: 9 }],
      ['getAdvancedReport', {}],
      ['generateAdvancedReport', { template: 9, lists: [1] }],
      ['generateAdvancedReport', { lists: [1] }],
      ['generateAdvancedReport', { template: 1 }],
      ['generateAdvancedReport', { template: 1, lists: '' }],
      ['generateAdvancedReport', { template: 1, lists: 'x' }],
      ['generateAdvancedReport', { template: 1, campaigns: 'x' }],
    ],
    options: {
      allowLosses: ['generateAdvancedReport.lists', 'generateAdvancedReport.campaigns'],
    },
  },
];

test.each(histories)(
  '$what: the same answers as over API v2, but for the losses that were told',
  async (history) => {
    expect(await differencesOf(history)).toEqual([]);
  },
);

const senders: readonly Step[] = [
  ['addSender', { channel: 'email', sender: 'news@example.com' }],
  ['addSender', { channel: 'telemovel', sender: '351-912345670' }],
];

/** A client that asks an account by API v2, in memory. */
function clientOf(account: SandboxTransport): EgoiClient {
  return new EgoiClient({ apiKey: sandboxApiKey, transport: account });
}

/** @returns the hash */
async function createdCampaign(
  account: SandboxTransport,
  method: string,
  content: object,
): Promise<string> {
  const made = await clientOf(account).call(method, { listID: 1, ...content });
  return (made as { readonly ID: string }).ID;
}

const news = { subject: 'News', from: '1', message: '<p>Hello</p>' };

test.each([
  ['createCampaignEmail', 'sendEmail', news],
  ['createCampaignSMS', 'sendSMS', { subject: 'News', from: '2', message: 'Hello' }],
] as const)('a campaign of %s is reported as over API v2', async (create, send, content) => {
  const accounts = [direct.account, served.account];
  const hashes: string[] = [];
  for (const account of accounts) {
    await outcomes(clientOf(account), account, [list, ['addSubscriber', ana]]);
    await outcomes(clientOf(account), account, [
      ['addSubscriber', { listID: 1, email: 'rui@example.com', cellphone: '351-912345679' }],
      ...senders,
    ]);
    hashes.push(await createdCampaign(account, create, content));
  }
  const told = new Set<string>();
  const asking = clientOverV3({ onLoss: ({ name }) => void told.add(name) });
  const campaign = hashes[0] ?? '';
  expect(hashes[1]).toBe(campaign);
  const reports = async (): Promise<unknown[]> => {
    const [overV2] = await outcomes(direct.client, direct.account, [['getReport', { campaign }]]);
    const [overV3] = await outcomes(asking, served.account, [['getReport', { campaign }]]);
    return [without(overV2, told), without(overV3, told)];
  };
  expect(await reports()).toEqual(['NO_DATA', 'NO_DATA']);
  for (const account of accounts) {
    await outcomes(clientOf(account), account, [[send, { listID: 1, campaign, segment: 'all' }]]);
    for (const [event, subscriber] of [
      ['view', ana.email],
      ['click', ana.email],
      ['view', ana.email],
      ['bounce', 'rui@example.com'],
    ] as const) {
      await account.recordEvent({ campaign, event, subscriber });
    }
  }
  const [overV2, overV3] = await reports();
  expect(overV3).toEqual(overV2);
  expect(Object.keys(overV3 as object)).toEqual(expect.arrayContaining(['HASH', 'SENT']));
});

test('the file of a form names its submissions', async () => {
  const account = sandboxTransport({ forms: [{ title: 'Newsletter' }] });
  const server = await createV3Server({
    // What a call asks for is made before the next.
    answerV3: async (request) => {
      await account.workOff();
      return account.answerV3(request);
    },
    madeFile: (name) => account.madeFile(name),
  }).listen();
  const transport = v3Transport({ endpoint: server.url });
  const client = new EgoiClient({ apiKey: sandboxApiKey, transport });
  const other = new EgoiClient({ apiKey: sandboxApiKey, transport: account });
  try {
    await other.createList({ nome: 'News' });
    await other.addSubscriber({ ...ana, formID: 1 });
    const [submission] = await client.getFormsSubmissions({ listID: 1, formID: 1 });
    const [expected] = await other.getFormsSubmissions({ listID: 1, formID: 1 });
    expect(submission?.FORM_ID).toBe(expected?.FORM_ID);
    const { FILE: file = '' } = submission as { readonly FILE?: string };
    expect(await (await fetch(file)).text()).toContain(`${expected?.UID},${expected?.EMAIL}`);
    for (const params of [{ listID: 1 }, { formID: 1 }, { listID: 1, formID: 9 }]) {
      const [code] = await outcomes(other, account, [['getFormsSubmissions', params]]);
      expect(await outcomes(client, account, [['getFormsSubmissions', params]])).toEqual([code]);
    }
  } finally {
    await client.close();
    await server.close();
    await account.close();
  }
});

test('a callback is one webhook of its list and address, however often it is changed', async () => {
  const allowLosses = ['editApiCallback.callback_url'];
  const client = clientOverV3({ allowLosses });
  await client.createList({ nome: 'News' });
  const callback_url = 'http://127.0.0.1:9/';
  const webhooks = async (): Promise<unknown> => {
    const headers = { Apikey: sandboxApiKey };
    const answer = await fetch(`${served.server.url}/webhooks`, { headers });
    const { items } = (await answer.json()) as { readonly items: readonly { actions: unknown }[] };
    return items.map(({ actions }) => actions);
  };
  await client.editApiCallback({ listID: 1, callback_url, notif_api_2: 1, notif_api_8: 1 });
  await client.editApiCallback({ listID: 1, callback_url, notif_api_2: 1, notif_api_8: 1 });
  expect(await webhooks()).toEqual([['unsubscribe']]);
  await client.editApiCallback({ listID: 1, callback_url, notif_api_15: true });
  expect(await webhooks()).toEqual([['subscription', 'resubscription']]);
  await client.editApiCallback({ listID: 1, callback_url, notif_api_15: false });
  expect(await webhooks()).toEqual([]);
});

test('an import with tags attaches them to its contacts once it was worked off', async () => {
  const account = sandboxTransport({ queueDelayMs: 50 });
  const server = await createV3Server(account).listen();
  const transport = v3Transport({ endpoint: server.url, importPollMs: 10 });
  const client = new EgoiClient({ apiKey: sandboxApiKey, transport });
  try {
    await client.createList({ nome: 'News' });
    await client.addTag({ name: 'vip' });
    const receipt = await client.addSubscriberBulk({
      listID: 1,
      compareField: 'email',
      tags: [1],
      subscribers: [{ email: 'a@example.com' }, { email: 'b@example.com' }],
    });
    expect(receipt).toEqual({ result: 'success', count: 2 });
    await account.workOff();
    const { lists } = await account.snapshot();
    expect(lists[0]?.contacts.map(({ tags }) => tags)).toEqual([[1], [1]]);
  } finally {
    await client.close();
    await server.close();
    await account.close();
  }
});
