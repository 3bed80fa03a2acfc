import { EgoiClient, EgoiUnsupportedError, type MethodName } from '@egoi-client/core';
import { createV3Server, type ListeningV3Server } from '@egoi-client/gateway';
import { sandboxApiKey, type SandboxTransport, sandboxTransport } from '@egoi-client/sandbox';
import { translationOf, v3Transport } from '@egoi-client/transport-v3';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

type Step = readonly [method: string, params: Readonly<Record<string, unknown>>];

/** Two accounts that stand alike: one asked by API v2 itself, one by API v3 over sockets. */
let direct: SandboxTransport;
let served: SandboxTransport;
let server: ListeningV3Server;
let overV2: EgoiClient;
let overV3: EgoiClient;
/** Requests that the server was asked, and those that the last reply counted. */
let asked = 0;
let counted: number | undefined;
/** Names of the losses that were told. */
let told: string[] = [];

const zip = Buffer.from('PK\u0003\u0004 contents').toString('base64');
const mp3 = Buffer.from('ID3 recording').toString('base64');

/** What both accounts hold: a list of two, a segment of one, and a sender of calls beside those that every account has. */
const prepared: readonly Step[] = [
  ['createList', { nome: 'News' }],
  ['createList', { nome: 'Shop' }],
  [
    'addSubscriber',
    { listID: 1, email: 'ana@example.com', first_name: 'Ana', cellphone: '351-912345678' },
  ],
  ['addSubscriber', { listID: 1, email: 'rui@example.com', telephone: '351-212345678' }],
  ['createSegment', { listID: 1, name: 'Anas', fields: { first_name: 'Ana' } }],
  ['addSender', { channel: 'telefone', sender: '351-213333333' }],
];

beforeEach(async () => {
  const options = {
    now: () => new Date(Date.UTC(2026, 0, 31, 10, 20, 30)),
    queueDelayMs: 3_600_000,
  };
  [direct, served] = [sandboxTransport(options), sandboxTransport(options)];
  for (const account of [direct, served]) {
    const client = new EgoiClient({ apiKey: sandboxApiKey, transport: account });
    for (const [method, params] of prepared) await client.call(method, params);
  }
  [asked, counted, told] = [0, undefined, []];
  const answerV3: SandboxTransport['answerV3'] = (request) => {
    asked += 1;
    return served.answerV3(request);
  };
  server = await createV3Server({ answerV3, madeFile: (name) => served.madeFile(name) }).listen();
  overV2 = new EgoiClient({ apiKey: sandboxApiKey, transport: direct });
  overV3 = clientWith();
});

afterEach(async () => {
  await overV3.close();
  await server.close();
  await served.close();
  await overV2.close();
});

function clientWith(allowLosses: readonly string[] = []): EgoiClient {
  return new EgoiClient({
    apiKey: sandboxApiKey,
    transport: v3Transport({
      endpoint: server.url,
      phonePrefix: '351',
      allowLosses,
      onLoss: ({ name }) => void told.push(name),
    }),
    interceptors: [
      (next) => async (request) => {
        const reply = await next(request);
        counted = reply.requests;
        return reply;
      },
    ],
  });
}

async function outcome(client: EgoiClient, [method, params]: Step): Promise<unknown> {
  const value: unknown = await client.call(method, { ...params }).catch((error: unknown) => {
    const { code, kind } = error as { readonly code?: string; readonly kind?: string };
    return code ?? kind;
  });
  await direct.workOff();
  await served.workOff();
  return value;
}

/** Takes each step over both; `#1` stands for the first campaign that was made. */
async function compare(steps: readonly Step[]): Promise<void> {
  const hashes: { readonly v2: string[]; readonly v3: string[] } = { v2: [], v3: [] };
  const take = async (face: 'v2' | 'v3', [method, params]: Step): Promise<unknown> => {
    const known = hashes[face];
    const text = JSON.stringify(params).replaceAll(/#(\d)/g, (_, digit) => known[digit - 1] ?? '');
    const step: Step = [method, JSON.parse(text) as Step[1]];
    const value = await outcome(face === 'v2' ? overV2 : overV3, step);
    const { ID: hash = '' } = value as { readonly ID?: string };
    if (hash !== '' && !known.includes(hash)) known.push(hash);
    return (JSON.stringify(value) ?? '').replaceAll(
      /[\da-f]{32}/g,
      (found) => `#${known.indexOf(found) + 1}`,
    );
  };
  for (const step of steps) {
    expect([step, await take('v3', step)]).toEqual([step, await take('v2', step)]);
  }
}

async function messagesOf(account: SandboxTransport): Promise<unknown[]> {
  return (await account.outbox()).map(({ channel, address, sender, subject, body }) => ({
    channel,
    address,
    // A call that API v2 made names none.
    sender: channel === 'voice' ? '' : sender,
    subject,
    body,
  }));
}

const email = { listID: 1, subject: 'Autumn', internal_name: 'Autumn', from: '1' };
const madeEmail: Step = ['createCampaignEmail', { ...email, message: '<p>Hello</p>' }];
const sms = { listID: 1, subject: 'Sale', internal_name: 'Sale', from: '2', message: 'Hello' };
const madeSms: Step = ['createCampaignSMS', sms];
const voice = { listID: 1, subject: 'Call', internal_name: 'Call', file: mp3 };
const madeVoice: Step = ['createCampaignVoice', voice];

test('campaigns are made and changed as over API v2', async () => {
  await compare([
    madeEmail,
    madeSms,
    madeVoice,
    ['createCampaignEmail', { ...email, url: 'https://www.example.com' }],
    ['createCampaignEmail', { ...email, file: zip }],
    ['createCampaignEmail', { ...email, from: '', from_email: 'News@example.com', message: 'x' }],
    ['createCampaignEmail', { ...email, message: 'x', reply: '1', link_view_top: '1' }],
    ['createCampaignEmail', { ...email, message: 'x', listID: '' }],
    ['createCampaignEmail', { ...email, message: 'x', listID: 9 }],
    ['createCampaignEmail', { ...email, message: 'x', subject: ' ' }],
    ['createCampaignEmail', { ...email, message: ' ' }],
    ['createCampaignEmail', { ...email, file: '' }],
    ['createCampaignEmail', { ...email, file: 'bm8gemlw' }],
    ['createCampaignEmail', { ...email, url: 'ftp://example.com' }],
    ['createCampaignEmail', { ...email, message: 'x', from: '9' }],
    ['createCampaignEmail', { ...email, message: 'x', from: '2' }],
    ['createCampaignEmail', { ...email, message: 'x', reply: '9' }],
    ['createCampaignEmail', { ...email, message: 'x', from: '', from_email: 'x@example.com' }],
    ['createCampaignSMS', { ...sms, message: 'x'.repeat(161) }],
    ['createCampaignSMS', { ...sms, message: ' ' }],
    ['createCampaignSMS', { ...sms, from: '1' }],
    ['createCampaignSMS', { ...sms, listID: 9 }],
    ['createCampaignVoice', { ...voice, file: '' }],
    ['createCampaignVoice', { ...voice, file: 'bm8gc291bmQ=' }],
    ['createCampaignVoice', { ...voice, listID: 9 }],
    ['editCampaignEmail', { campaign: '#1', subject: 'Winter', internal_name: 'W', from: '1' }],
    ['editCampaignEmail', { campaign: '#1', listID: 1, message: '<p>New</p>' }],
    ['editCampaignEmail', { campaign: '#1' }],
    ['editCampaignEmail', { campaign: '#1', subject: ' ' }],
    ['editCampaignEmail', { campaign: '#1', from: '9' }],
    ['editCampaignEmail', { campaign: '' }],
    ['editCampaignEmail', { campaign: '0123456789abcdef0123456789abcdef', subject: 'x' }],
    ['editCampaignSMS', { campaign: '#2', message: 'Hello again', from: '2' }],
    ['editCampaignSMS', { campaign: '#2', subject: 'Sales', internal_name: 'Sales' }],
    ['editCampaignSMS', { campaign: '#2', message: 'x'.repeat(161) }],
    ['editCampaignSMS', { campaign: '#2', from: '1' }],
    ['editCampaignSMS', { campaign: '0123456789abcdef0123456789abcdef', subject: 'x' }],
    ['getCampaigns', {}],
    ['sendEmail', { listID: 1, campaign: '#1', segment: 'all' }],
    ['editCampaignEmail', { campaign: '#1', subject: 'Spring' }],
    ['sendSMS', { listID: 1, campaign: '#2', segment: 'all' }],
    ['editCampaignSMS', { campaign: '#2', message: 'x' }],
  ]);
  expect(await messagesOf(served)).toEqual(await messagesOf(direct));
});

test('the same messages go out as over API v2, to the same people', async () => {
  const e = { listID: 1, campaign: '#1' };
  const s = { listID: 1, campaign: '#2' };
  // Not sent yet: API v3 changes no campaign that was.
  const [free, freeSms] = [
    { ...e, campaign: '#4' },
    { ...s, campaign: '#5' },
  ];
  const v = { campaign: '#3' };
  const text = { listID: 1, subject: 'Direct', internal_title: 'Direct', fromID: '2' };
  await compare([
    madeEmail,
    madeSms,
    madeVoice,
    madeEmail,
    madeSms,
    ['sendEmail', { ...e, email: 'ana@example.com', uid: '' }],
    ['sendEmail', { ...e, email: 'nobody@example.com' }],
    ['sendEmail', { ...e, uid: '0123456789' }],
    ['sendEmail', { ...e, segment: 'nobody' }],
    ['sendEmail', { ...e, email: 'ana@example.com', segment: 'all' }],
    ['sendEmail', { ...e, email: 'ana@example.com', listID: 9 }],
    ['sendEmail', { ...free, email: 'ana@example.com', fromID: '9' }],
    ['sendEmail', { ...free, email: 'ana@example.com', subject: ' ' }],
    ['sendEmail', { ...free, email: 'ana@example.com', header_footer_template: '99' }],
    ['sendEmail', { ...free, subject: 'Again', fromID: '1', email: ['rui@example.com'] }],
    ['sendEmail', { ...e, email: 'ana@example.com', campaign: '' }],
    ['sendEmail', { ...e, email: 'ana@example.com', campaign: 'none' }],
    ['sendEmail', e],
    ['sendEmail', { ...e, segment: 'Anas' }],
    ['sendSMS', { ...s, cellphone: '912345678' }],
    ['sendSMS', { ...s, cellphone: '351-961111111', auto: '2' }],
    ['sendSMS', { ...s, cellphone: 'no number' }],
    ['sendSMS', { ...s, subscriber: 'ana@example.com' }],
    ['sendSMS', { ...s, subscriber: 'rui@example.com' }],
    ['sendSMS', { ...s, subscriber: 'nobody@example.com' }],
    ['sendSMS', { ...s, campaign: 'none', segment: 'all' }],
    ['sendSMS', { ...s, cellphone: '' }],
    ['sendSMS', s],
    ['sendSMS', { ...freeSms, message: 'Other', from: '351-912345678', segment: ['Anas'] }],
    ['sendSMS', { ...text, message: 'Hi', cellphone: '351-961111111' }],
    ['sendSMS', { ...text, message: 'Hi', cellphone: '351-961111111', fromID: '9' }],
    ['sendSMS', { ...text, message: 'Hi', cellphone: '351-961111111', subject: '' }],
    ['sendSMS', { ...text, message: '', cellphone: '351-961111111' }],
    ['sendSMS', { ...text, message: 'Hi', segment: 'nobody' }],
    ['sendSMS', { ...text, message: 'Hi', segment: 'all', listID: 9 }],
    ['sendCall', { ...v, cellphone: '351-961111111' }],
    ['sendCall', { ...v, listID: 1, telephone: '351-212345678' }],
    ['sendCall', { ...v, subscriber: 'rui@example.com' }],
    ['sendCall', { ...v, segment: 'nobody' }],
    ['sendCall', { ...v, listID: 9, segment: 'all' }],
    ['sendCall', { campaign: 'none', segment: 'all' }],
    ['sendCall', v],
    ['sendCall', { ...v, segment: 'all' }],
  ]);
  const messages = await messagesOf(served);
  expect(messages).toEqual(await messagesOf(direct));
  expect(messages.length).toBeGreaterThan(8);
  expect(told).toContain('campaign');
});

test('a call takes as many requests as its method declares', async () => {
  const made: string[] = [];
  const costs: Awaited<ReturnType<typeof costOf>>[] = [];
  const take = async (...call: Parameters<typeof costOf>) => {
    costs.push(await costOf(...call));
  };
  for (const [method, params] of [madeEmail, madeSms, madeVoice]) {
    await take(method, params, 0);
    const { items } = (await listed()) as { readonly items: readonly { HASH: string }[] };
    made.push(items[0]?.HASH ?? '');
  }
  const [e, s, v] = made;
  await take('editCampaignEmail', { campaign: e, subject: 'x' }, 0);
  await take('editCampaignEmail', { campaign: e, listID: 1, subject: 'x' }, 1);
  await take('editCampaignSMS', { campaign: s, message: 'x' }, 0);
  await take('sendEmail', { campaign: e, listID: 1, fromID: '1', segment: 'all' }, 2);
  await take('sendEmail', { campaign: e, listID: 1, email: 'ana@example.com' }, 0);
  await take('sendSMS', { campaign: s, listID: 1, segment: 'all' }, 0);
  const text = { listID: 1, fromID: '2', subject: 'x', message: 'x' };
  await take('sendSMS', { ...text, cellphone: '351-912345678' }, 1);
  await take('sendCall', { campaign: v, listID: 1, cellphone: '351-912345678' }, 0);
  await take('sendCall', { campaign: v, segment: 'all' }, 1);
  expect(costs).toEqual(
    costs.map((cost) => ({ ...cost, asked: cost.declared, counted: cost.declared })),
  );
});

async function listed(): Promise<unknown> {
  const client = new EgoiClient({ apiKey: sandboxApiKey, transport: served });
  const campaigns = await client.getCampaigns();
  return { items: campaigns.toSorted((one, other) => Number(other.REF) - Number(one.REF)) };
}

/** What a call took, by the server and by its reply. @param more requests beside those that its method declares */
async function costOf(method: string, params: Step[1], more: number) {
  const before = asked;
  await overV3.call(method, { ...params });
  await served.workOff();
  const translation = translationOf(method as MethodName);
  const declared = translation.verdict === 'refused' ? 0 : translation.cost.requests + more;
  return { method, declared, asked: asked - before, counted };
}

test.each([
  ['sendEmail', 'email', { email: ['ana@example.com', 'rui@example.com'] }],
  ['sendSMS', 'cellphone', { cellphone: ['351-912345678', '351-961111111'] }],
  ['sendCall', 'telephone', { telephone: ['351-212345678', '351-213333333'] }],
  ['createCampaignEmail', 'url', { message: 'x', url: 'https://www.example.com' }],
] as const)('%s refuses %s that changes what goes to whom', async (method, name, params) => {
  const error: unknown = await overV3
    .call(method, { ...email, campaign: 'x', ...params })
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(EgoiUnsupportedError);
  expect(String(error)).toContain(`allowLosses: ['${method}.${name}']`);
  expect(asked).toBe(0);
});

test('a campaign stays in its list unless the caller allows that', async () => {
  const { ID: campaign } = await overV3.createCampaignEmail({ ...email, message: 'x' });
  const moved = { campaign, listID: 2, subject: 'x' };
  await expect(overV3.editCampaignEmail(moved)).rejects.toBeInstanceOf(EgoiUnsupportedError);
  await overV3.close();
  overV3 = clientWith(['editCampaignEmail.listID']);
  told = [];
  expect(await overV3.editCampaignEmail(moved)).toEqual({ RESULT: 'OK' });
  expect(told).toEqual(['listID']);
});

test('several addresses are sent to one by one where the caller allows it; what fails is told', async () => {
  const { ID: campaign } = await overV3.createCampaignEmail({ ...email, message: 'x' });
  await overV3.close();
  overV3 = clientWith(['sendEmail.email']);
  const to = { listID: 1, campaign };
  await overV3.sendEmail({ ...to, email: ['ana@example.com', 'rui@example.com'] });
  const failing = ['ana@example.com', 'nobody@example.com', 'rui@example.com'];
  const error: unknown = await overV3.sendEmail({ ...to, email: failing }).catch((e: unknown) => e);
  expect(error).toMatchObject({
    kind: 'partial',
    done: ['send 1 of 3', 'send 3 of 3'],
    missing: ['send 2 of 3'],
    retryable: false,
  });
  expect(JSON.stringify(error)).not.toContain('@example.com');
  await served.workOff();
  expect((await served.outbox()).map(({ address }) => address)).toEqual([
    'ana@example.com',
    'rui@example.com',
    'ana@example.com',
    'rui@example.com',
  ]);
});
