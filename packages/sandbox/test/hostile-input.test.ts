import { allMethods, findMethod, type WireObject, type WireValue } from '@egoi-client/core';
import { apiErrorIn, setMember } from '@egoi-client/core/wire';
import { describe, expect, test } from '@jest/globals';
import { ana, openFilledAccount } from './account.ts';
import { openAccountWithCampaigns, validCampaignCalls } from './campaign-codes.ts';

/** Parameters that each method answers with success. */
const valid: Record<string, WireObject> = {
  ...validCampaignCalls,
  checklogin: { username: 'user@example.com', password: 'sandbox' },
  getClientData: {},
  getCredits: {},
  getUserData: { username: 'user@example.com', password: 'sandbox' },
  addExtraField: { listID: 1, name: 'Note', type: 'lista', opcoes: 'a,b' },
  createList: { nome: 'List', idioma_lista: 'pt', canal_email: '1', canal_sms: 0 },
  deleteList: { listID: 2 },
  getExtraFields: { listID: 1 },
  getLists: { listID: 1, start: 0, limit: 10 },
  updateList: { listID: 1, name: 'List', language: 'pt', canal_email: 1, canal_sms: 0 },
  addSubscriber: {
    listID: 1,
    subscriber: 'x@example.com',
    email: 'x@example.com',
    status: 1,
    from: null,
    lang: 'pt',
    validate_email: 1,
    validate_phone: 1,
    cellphone: '351-912345678',
    first_name: 'X',
    birth_date: '1990-01-01',
    extra_1: 1,
    tags: [1],
    formID: 1,
    operation: 2,
    compareField: 'email',
  },
  addSubscriberBulk: {
    listID: 1,
    compareField: 'email',
    operation: 2,
    defaultStatus: 1,
    defaultCountryCode: '+351',
    tags: [1],
    status: 1,
    subscribers: [{ email: 'y@example.com', cellphone: '912345679', extra_1: 1 }],
  },
  editSubscriber: { listID: 1, subscriber: ana, first_name: 'Ana', extra_2: 'S', tags: [2] },
  removeSubscriber: { listID: 1, subscriber: ana, removeMethod: 'web' },
  subscriberData: { listID: 1, subscriber: 'all_subscribers', start: 0, limit: 10 },
  addTag: { name: 'tag', color: '#000000' },
  attachTag: { tag: 1, target: { subscriber: [ana] }, type: 'subscriber', listID: 1 },
  deleteTag: { tag: 2 },
  detachTag: { tag: 1, target: [ana], type: 'subscriber', listID: 1 },
  getTags: {},
  createSegment: {
    listID: 1,
    name: 'Some',
    fields: { first_name: 'Ana', status: 1, extra_1: 38, tags: [1] },
  },
  createSegmentAdvanced: {
    listID: 1,
    name: 'Some',
    match: 'any',
    conditions: [
      { field: 'extra_1', operator: 'greater', value: 10 },
      { operator: 'has_tag', value: 1 },
    ],
  },
  deleteSegment: { listID: 1, name: 'Anas' },
  getSegments: { listID: 1 },
  getForms: { listID: 1 },
  getFormsSubmissions: { listID: 1, formID: 1, start: 0, limit: 10 },
  getAutobots: {},
  startAutobot: { autobot: 1, listID: 1, subscriber: ana },
  editApiCallback: { listID: 1, callback_url: 'http://127.0.0.1:9/', notif_api_1: 1 },
  getOperationsQueue: { start: 0, limit: 10 },
  deleteExtraField: { listID: 1, id: 2 },
  editExtraField: { listID: 1, id: 2, name: 'Shirt size', opcoes: 'XS' },
  getSubscriberActivity: { listID: 1, subscriber: ana, start: 0, limit: 10 },
  check_status: {},
  testEmailAddress: { email: ana },
  getAllErrors: {},
  getError: {},
  checkUser: { email: 'new@example.com' },
  createAccount: { utilizador: 'new', email: 'new@example.com', senha: 'x' },
  afiliado: {},
};

function deep(levels: number): WireValue {
  let value: WireValue = 'x';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

const polluted: WireObject = {};
setMember(polluted, '__proto__', { email: 'p@example.com', admin: true });
setMember(polluted, 'constructor', { prototype: 1 });

const hostile: readonly WireValue[] = [
  null,
  '',
  ' ',
  'x',
  '0',
  '-1',
  '1e3',
  '007',
  '99999999999999999999',
  "'; DROP TABLE list; --",
  'a\u0000b\u0001\ud800',
  'ação 😀 \r\n\t',
  0,
  -1,
  1.5,
  1e21,
  -0,
  Number.MAX_SAFE_INTEGER,
  true,
  false,
  [],
  {},
  [null],
  [[]],
  ['x'],
  [['x'], { id: ['x'] }],
  { 0: 'x', 5: { email: 'z@example.com' } },
  { id: { id: 1 } },
  polluted,
  [polluted],
  deep(200),
];

async function openWatchedAccount() {
  const { ask, sandbox } = await openAccountWithCampaigns();
  return { ask, state: async () => JSON.stringify(await sandbox.snapshot()) };
}

describe.each(allMethods().map(({ name }) => name))('%s', (method) => {
  const base = valid[method] ?? {};
  const names = [...Object.keys(base), 'extra_9', 'toString', '__proto__'];
  const reads = findMethod(method)?.effect === 'read';

  function withValue(name: string, value: WireValue | undefined): WireObject {
    const params: WireObject = { ...base };
    if (value === undefined) delete params[name];
    else setMember(params, name, value);
    return params;
  }

  const isError = (params: WireObject, answer: WireValue) =>
    apiErrorIn(answer, findMethod(method)?.formFor(params).result, {}) !== undefined;

  test('answers whatever it is given with a value, and an error leaves the account as it was', async () => {
    const { ask, state } = await openWatchedAccount();
    const before = await state();
    const refused: WireObject[] = [];
    for (const name of names) {
      for (const value of [undefined, ...hostile]) {
        const params = withValue(name, value);
        const answer = await ask(method, params);
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
        if (isError(params, answer)) refused.push(params);
      }
    }
    if (reads) expect(await state()).toBe(before);
    else await expectNoChange(refused);
  });

  /** One look at the account tells of all errors in a row. */
  async function expectNoChange(refused: readonly WireObject[]): Promise<void> {
    const { ask, state } = await openWatchedAccount();
    let before = await state();
    let sinceSuccess: WireObject[] = [];
    for (const params of refused) {
      if (isError(params, await ask(method, params))) sinceSuccess.push(params);
      else {
        // What was a second one of its name, say, is the first one here.
        await expectNoChange(sinceSuccess);
        sinceSuccess = [];
        before = await state();
      }
    }
    expect(await state()).toBe(before);
  }

  test('says success to what is right, so that the rest of this is worth something', async () => {
    const { ask } = await openAccountWithCampaigns();
    const answer = await ask(method, base);
    expect(apiErrorIn(answer, findMethod(method)?.formFor(base).result, {})?.code).toBeUndefined();
  });

  test('takes texts of a million characters', async () => {
    const { ask } = await openAccountWithCampaigns();
    for (const name of names) {
      const answer = await ask(method, withValue(name, 'x'.repeat(1_000_000)));
      // An empty list is the least that a method answers.
      expect(JSON.stringify(answer).length).toBeGreaterThanOrEqual(2);
    }
  });
});

test('rows of an import may be anything', async () => {
  const { ask } = await openFilledAccount();
  const subscribers = [...hostile, { email: 'good@example.com' }, { email: ['x'], tags: 'x' }];
  expect(
    await ask('addSubscriberBulk', { listID: 1, compareField: 'email', subscribers }),
  ).toMatchObject({ count: 1 });
  expect(Object.prototype).not.toHaveProperty('admin');
});

test('characters that XML cannot carry are left out of what is kept', async () => {
  const { ask } = await openFilledAccount();
  const params = { listID: 1, email: 'x@example.com', first_name: 'a\u0000b\u0001\ud800\n' };
  expect(await ask('addSubscriber', params)).toMatchObject({ FIRST_NAME: 'ab\ufffd\n' });
});

describe('the same call written as another wire carries it', () => {
  const asText = (value: WireValue): WireValue => {
    if (typeof value === 'number') return String(value);
    if (typeof value === 'boolean') return value ? '1' : '0';
    if (Array.isArray(value)) return value.map(asText);
    if (value === null || typeof value === 'string') return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asText(item)]));
  };
  const asMaps = (value: WireValue): WireValue => {
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asMaps(item)]));
  };
  const withEmpties = (params: WireObject): WireObject => ({
    ...params,
    nothing: [],
    fax: null,
    last_name: [],
    birth_date: params['birth_date'] ?? {},
  });

  test.each(Object.keys(valid))('gives the same answer: %s', async (method) => {
    const base = valid[method] ?? {};
    const forms = [base, asText(base), asMaps(base), withEmpties(base)] as WireObject[];
    const answers: WireValue[] = [];
    for (const form of forms) {
      const { ask, sandbox } = await openAccountWithCampaigns();
      answers.push([await ask(method, form), JSON.stringify(await sandbox.snapshot())]);
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });
});
