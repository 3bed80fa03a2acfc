import {
  EgoiConfigError,
  EgoiFaultError,
  type Transport,
  type TransportRequest,
  type WireValue,
} from '@egoi-client/core';
import { scriptedTransport } from '@egoi-client/core/testing';
import {
  type Admission,
  type AdmissionOptions,
  createGateway,
  type EndedCall,
  keyDigest,
  listedAdmission,
} from '@egoi-client/gateway';
import { describe, expect, test } from '@jest/globals';
import { FailedLogins } from '../src/admission/failed-logins.ts';
import { answerTo, endpoints, key, post, restCall } from './support/requests.ts';
import { answering, startingGateways } from './support/serving.ts';

const start = startingGateways();
const own = 'the-gateways-own-key';
const shopsKey = 'the-key-of-the-shop';
const shop = { username: 'shop', password: 'open sesame', apiKey: shopsKey };

/** A transport that tells with what it was called. */
function telling(value: WireValue = 'OK') {
  const calls: { credentials: Record<string, string>; params: TransportRequest['params'] }[] = [];
  const transport: Transport = {
    id: 'telling',
    async call({ credentials, params }) {
      const shown: Record<string, string> = {};
      for (const [name, secret] of Object.entries(credentials)) {
        shown[name] = typeof secret === 'object' ? secret.reveal() : String(secret);
      }
      calls.push({ credentials: shown, params });
      return { value, transport: 'telling', durationMs: 0 };
    },
  };
  return { calls, transport };
}

/** Makes one call with some members, and gives what came of it. */
async function callWith(
  options: AdmissionOptions,
  members: Record<string, string>,
  {
    method = 'getLists',
    value = 'OK',
  }: { readonly method?: string; readonly value?: WireValue } = {},
) {
  const { calls, transport } = telling(value);
  const gateway = createGateway(transport, { admission: listedAdmission(options) });
  const { body } = await answerTo(gateway, post('/v2/rest.php', restCall(method, members)));
  const document = JSON.parse(body) as { Egoi_Api: Record<string, Record<string, unknown>> };
  const { status: _, ...answer } = document.Egoi_Api[method] ?? {};
  return { answer: 'response' in answer ? answer['response'] : answer, sent: calls };
}

const refused = (word: string) => ({ answer: word, sent: [] });
const passed = (credentials: Record<string, string>) => ({
  answer: 'OK',
  sent: [{ credentials, params: {} }],
});

describe('allowed keys', () => {
  const options = { allowedKeys: [keyDigest(key)] };

  test.each(endpoints)('are let in over $id, and no others', async ({ path, write }) => {
    const { calls, transport } = telling();
    const gateway = createGateway(transport, { admission: listedAdmission(options) });
    expect((await answerTo(gateway, post(path, write('getLists')))).body).toContain('OK');
    const stranger = await answerTo(gateway, post(path, write('getLists', { apikey: 'other' })));
    expect(stranger).toMatchObject({ status: 200, body: expect.stringContaining('NO_ACCESS') });
    expect(calls).toHaveLength(1);
  });

  test.each([
    ['another key', { apikey: `${key}x` }, 'NO_ACCESS'],
    ['an empty key', { apikey: '' }, 'NO_ACCESS'],
    ['the digest itself', { apikey: keyDigest(key) }, 'NO_ACCESS'],
    ['a login', { username: 'shop', password: key }, 'NO_ACCESS'],
    ['no key', {}, 'NO_USERNAME_AND_PASSWORD_AND_APIKEY'],
    ['a key by another name', { ApiKey: key }, 'NO_USERNAME_AND_PASSWORD_AND_APIKEY'],
  ])('do not let in %s', async (_, members, word) => {
    expect(await callWith(options, members)).toEqual(refused(word));
  });

  test('may be written in capitals', async () => {
    const allowedKeys = [keyDigest(key).toUpperCase()];
    expect(await callWith({ allowedKeys }, { apikey: key })).toEqual(passed({ apiKey: key }));
  });

  test('that are none let nobody in', async () => {
    expect(await callWith({ allowedKeys: [] }, { apikey: key })).toEqual(refused('NO_ACCESS'));
  });
});

describe('logins', () => {
  const options = { logins: [shop] };
  const login = { username: 'shop', password: 'open sesame' };

  test('go on with their key, and the password does not', async () => {
    expect(await callWith(options, login)).toEqual(passed({ apiKey: shopsKey }));
  });

  test.each([
    ['a wrong password', { ...login, password: 'open barley' }],
    ['a longer password', { ...login, password: 'open sesame!' }],
    ['an unknown user', { ...login, username: 'shops' }],
    ['a user in capitals', { ...login, username: 'SHOP' }],
    ['no password', { username: 'nobody', password: '' }],
  ])('are refused with %s', async (_, members) => {
    expect(await callWith(options, members)).toEqual(refused('NO_ACCESS'));
  });

  test('leave keys as they are, where no keys are listed', async () => {
    expect(await callWith(options, { apikey: 'other' })).toEqual(passed({ apiKey: 'other' }));
  });

  test.each(['checklogin', 'getUserData'])('decide alone in %s', async (method) => {
    const members = { apikey: 'other', ...login };
    const { sent } = await callWith(options, members, { method });
    expect(sent).toEqual([{ credentials: { apiKey: shopsKey }, params: {} }]);
    const wrong = { ...members, password: 'wrong' };
    expect(await callWith(options, wrong, { method })).toEqual(refused('NO_ACCESS'));
  });

  test('are told their key by checklogin, which lets them in from then on', async () => {
    const value = { RESULT: 'OK' };
    const listed = { ...options, allowedKeys: [] };
    const { answer } = await callWith(listed, login, { method: 'checklogin', value });
    expect(answer).toEqual({ RESULT: 'OK', apikey: shopsKey });
    expect(await callWith(listed, { apikey: shopsKey })).toEqual(passed({ apiKey: shopsKey }));
    const failed = await callWith(listed, login, { method: 'checklogin', value: 'INVALID' });
    expect(failed.answer).toBe('INVALID');
  });

  test('with any signs in them are told apart from one another', async () => {
    const logins = [
      { username: 'a:b', password: 'c', apiKey: 'one' },
      { username: 'a', password: 'b:c', apiKey: 'two' },
      { username: '__proto__', password: 'señha €', apiKey: 'three' },
    ];
    for (const { apiKey, ...members } of logins) {
      expect(await callWith({ logins }, members)).toEqual(passed({ apiKey }));
    }
  });
});

describe("the gateway's own key", () => {
  const digests = { apiKey: own, allowedKeys: [keyDigest(key)] };

  test.each([
    ['a key', { apikey: 'any' }],
    ['a login', { username: 'a', password: 'b' }],
    ['nothing', {}],
  ])('goes on in place of %s', async (_, members) => {
    expect(await callWith({ apiKey: own }, members)).toEqual(passed({ apiKey: own }));
  });

  test('goes on for those who are let in, and for no others', async () => {
    expect(await callWith(digests, { apikey: key })).toEqual(passed({ apiKey: own }));
    expect(await callWith(digests, { apikey: own })).toEqual(refused('NO_ACCESS'));
    const logins = { apiKey: own, logins: [{ username: 'a', password: 'b' }, shop] };
    expect(await callWith(logins, { username: 'a', password: 'b' })).toEqual(
      passed({ apiKey: own }),
    );
    const { username, password } = shop;
    expect(await callWith(logins, { username, password })).toEqual(passed({ apiKey: shopsKey }));
    expect(await callWith(logins, { apikey: 'any' })).toEqual(refused('NO_ACCESS'));
  });

  test('is in no answer', async () => {
    const value = { USER_ID: '1', APIKEY: own, more: [{ 7: own }, own, { 7: 'kept' }] };
    const { answer } = await callWith(digests, { apikey: key }, { method: 'getUserData', value });
    expect(answer).toMatchObject({ USER_ID: '1', APIKEY: key });
    expect(JSON.stringify(answer)).toContain('kept');
    expect(JSON.stringify(answer)).not.toContain(own);
    const anonymous = await callWith({ apiKey: own }, {}, { method: 'getUserData', value });
    expect(JSON.stringify(anonymous.answer)).not.toContain(own);
    const mapped = { ...digests, logins: [{ username: 'a', password: 'b' }] };
    const login = await callWith(
      mapped,
      { username: 'a', password: 'b' },
      { method: 'checklogin', value: { RESULT: 'OK', apikey: own } },
    );
    expect(login.answer).toEqual({ RESULT: 'OK', apikey: '' });
  });

  test('is in no fault either', async () => {
    const transport: Transport = {
      id: 'faulty',
      call: async () => {
        throw new EgoiFaultError({ faultCode: '17', faultString: `key ${own} is bad` }, {});
      },
    };
    const gateway = createGateway(transport, { admission: listedAdmission({ apiKey: own }) });
    for (const { path, write } of endpoints) {
      const { body } = await answerTo(gateway, post(path, write('getLists')));
      expect(body).toContain('is bad');
      expect(body).not.toContain(own);
    }
  });
});

describe('the lists', () => {
  test('can be replaced while the gateway runs, and stay where the new ones are wrong', async () => {
    const admission = listedAdmission({ allowedKeys: [] });
    const gateway = createGateway(answering('OK'), { admission });
    const asked = async () =>
      (await answerTo(gateway, post('/v2/rest.php', restCall('getLists')))).body;
    expect(await asked()).toContain('NO_ACCESS');
    admission.renew({ allowedKeys: [keyDigest(key)] });
    expect(await asked()).toContain('OK');
    expect(() => admission.renew({ allowedKeys: ['short'] })).toThrow(EgoiConfigError);
    expect(await asked()).toContain('OK');
  });

  test.each([
    [{ allowedKeys: key }, 'allowedKeys must be a list'],
    [{ allowedKeys: [key] }, 'allowedKeys must be a list of SHA-256 digests'],
    [{ logins: {} }, 'logins must be a list'],
    [{ logins: [{ username: 'a', password: '', apiKey: 'b' }] }, 'logins must be a list'],
    [{ logins: [{ ...shop, role: 'admin' }] }, 'logins must be a list'],
    [{ logins: [{ ...shop, apiKey: 'a\r\nb' }] }, 'logins must be a list'],
    [{ logins: [{ username: 'a', password: 'b' }] }, 'logins[0] needs an apiKey'],
    [{ logins: [shop, shop] }, 'logins[1] has the username of one before it'],
    [{ apiKey: 'two words' }, 'apiKey must be a key'],
    [{ apiKey: '' }, 'apiKey must be a key'],
    [{ keys: [] }, "unknown option 'keys'"],
    [null, 'must be an object'],
  ])('%j are refused', (options, problem) => {
    const make = () => listedAdmission(options as never);
    expect(make).toThrow(EgoiConfigError);
    expect(make).toThrow(problem);
    expect(make).not.toThrow(shopsKey);
  });

  test('an admission that is none is refused', () => {
    const make = () => createGateway(scriptedTransport([]), { admission: {} as never });
    expect(make).toThrow('admission must decide on calls');
  });
});

describe('a call that is not let in', () => {
  test('is told as refused and as not sent', async () => {
    const told: Pick<EndedCall, 'outcome' | 'errorKind' | 'errorCode' | 'delivery' | 'requests'>[] =
      [];
    const gateway = createGateway(answering('OK'), {
      admission: listedAdmission({ allowedKeys: [] }),
      onCall: ({ outcome, errorKind, errorCode, delivery, requests }) =>
        void told.push({ outcome, errorKind, errorCode, delivery, requests }),
    });
    await answerTo(gateway, post('/v2/rest.php', restCall('getLists')));
    expect(told).toEqual([
      {
        outcome: 'refused',
        errorKind: 'not-admitted',
        errorCode: 'NO_ACCESS',
        delivery: 'not_sent',
        requests: 0,
      },
    ]);
  });

  test('by a defect of the admission is not sent on', async () => {
    const { calls, transport } = telling();
    const admission: Admission = {
      admit() {
        throw new Error('broken');
      },
    };
    const gateway = createGateway(transport, { admission });
    const { body } = await answerTo(gateway, post('/v2/rest.php', restCall('getLists')));
    expect({ body, calls }).toEqual({ body: expect.stringContaining('internal error'), calls: [] });
  });
});

describe('whoever tries out passwords', () => {
  const guess = (password: string, username = 'shop') =>
    restCall('getLists', { username, password });

  async function ask(url: string, body: string) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return (await fetch(url, { method: 'POST', body, headers })).text();
  }

  test('is not listened to after ten wrong ones, and others are', async () => {
    const other = { username: 'office', password: 'swordfish', apiKey: 'another-key' };
    const admission = listedAdmission({ logins: [shop, other] });
    const { urls } = await start(answering('fine'), { admission });
    for (let times = 0; times < 10; times += 1) {
      expect(await ask(urls.rest, guess(`wrong ${times}`))).toContain('NO_ACCESS');
    }
    expect(await ask(urls.rest, guess('open sesame'))).toContain('NO_ACCESS');
    expect(await ask(urls.rest, guess('swordfish', 'office'))).toContain('fine');
    expect(await ask(urls.rest, restCall('getLists'))).toContain('fine');
    const elsewhere = admission.admit({
      method: 'getLists',
      spec: undefined,
      params: {},
      credentials: { username: 'shop', password: { reveal: () => 'open sesame' } as never },
      caller: '192.0.2.1',
    });
    expect(elsewhere).not.toHaveProperty('refusal');
  });

  test('is listened to again when the minute is over', () => {
    let nowMs = 0;
    const logins = new FailedLogins(() => nowMs);
    for (let times = 0; times < 10; times += 1) logins.failed('shop', '::1');
    expect(logins.mayTry('shop', '::1')).toBe(false);
    nowMs = 59_999;
    expect(logins.mayTry('shop', '::1')).toBe(false);
    nowMs = 60_000;
    expect(logins.mayTry('shop', '::1')).toBe(true);
  });

  test('from ever new addresses fills no memory', () => {
    const logins = new FailedLogins(() => 0);
    for (let times = 0; times < 10; times += 1) logins.failed('shop', 'first');
    for (let address = 0; address < 9999; address += 1) logins.failed('shop', `${address}`);
    expect(logins.mayTry('shop', 'first')).toBe(false);
    logins.failed('shop', 'one more');
    expect(logins.mayTry('shop', 'first')).toBe(true);
  });
});
