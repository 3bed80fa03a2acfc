import { allMethods, type MethodSpec } from '@egoi-client/core';
import { type Credentials, Secret } from '@egoi-client/core/wire';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { describe, expect, test } from '@jest/globals';
import { ask, openAccount, openFilledAccount } from './account.ts';

const key = (text: string): Credentials => ({ apiKey: new Secret(text) });
const login = (username: string, password: string): Credentials => ({
  username,
  password: new Secret(password),
});

/** Without credentials on the wire, or for callers who have no account yet. */
const open = (spec: MethodSpec) =>
  spec.parts !== undefined || ['checkUser', 'createAccount'].includes(spec.name);

describe('a wrong or missing sign-in', () => {
  const closed = allMethods().filter((spec) => !open(spec));

  test.each(allMethods().filter(open))('is as good as any for $name', async ({ name }) => {
    const { sandbox } = openAccount();
    const params = { email: 'new@example.com' };
    const answer = await ask(sandbox, name, params, { anonymous: true });
    expect([true, [], '', { RESULT: 'OK' }]).toContainEqual(answer);
    const other = openAccount().sandbox;
    expect(await ask(other, name, params, key('x'))).toEqual(answer);
  });

  test.each(closed.map(({ name }) => name))('is refused by %s', async (method) => {
    const { sandbox } = openAccount();
    const answers = await Promise.all([
      ask(sandbox, method, {}, key('x')),
      ask(sandbox, method, {}, login('user@example.com', 'x')),
      ask(sandbox, method, {}, login('x', 'sandbox')),
      ask(sandbox, method, {}, { anonymous: true }),
    ]);
    const wrong = method === 'getUserData' ? 'NO_ACCESS' : 'INVALID';
    const missing = 'NO_USERNAME_AND_PASSWORD_AND_APIKEY';
    expect(answers).toEqual([wrong, 'NO_ACCESS', 'NO_ACCESS', missing]);
  });

  test('is said before anything about the parameters', async () => {
    const { sandbox } = openAccount();
    expect(await ask(sandbox, 'createList', {}, key(`${sandboxApiKey} `))).toBe('INVALID');
    expect(await ask(sandbox, 'createList', {}, login('user@example.com', ''))).toBe(
      'NO_USERNAME_AND_PASSWORD_AND_APIKEY',
    );
  });
});

test('a login does for every method what the key does, and tells the key', async () => {
  const { sandbox } = openAccount({ username: 'me', password: 'secret' });
  const me = login('me', 'secret');
  expect(await ask(sandbox, 'createList', { nome: 'Mine' }, me)).toEqual({ LIST_ID: '1' });
  expect(await ask(sandbox, 'getUserData', {}, me)).toMatchObject({
    USERNNAME: 'me',
    APIKEY: sandboxApiKey,
  });
});

test('a login among the parameters decides alone in checklogin and getUserData', async () => {
  const { sandbox } = openAccount();
  const params = { username: 'user@example.com', password: 'sandbox' };
  expect(await ask(sandbox, 'checklogin', params, key('x'))).toMatchObject({ RESULT: 'OK' });
  expect(await ask(sandbox, 'getUserData', { ...params, password: 'x' })).toBe('NO_ACCESS');
  expect(await ask(sandbox, 'getClientData', params, { anonymous: true })).toBe(
    'NO_USERNAME_AND_PASSWORD_AND_APIKEY',
  );
});

test("a key of one's own replaces the default one", async () => {
  const { sandbox } = openAccount({ apiKey: 'mine' });
  expect(await ask(sandbox, 'getCredits')).toBe('INVALID');
  expect(await ask(sandbox, 'getCredits', {}, key('mine'))).toMatchObject({ AMOUNT: '12.34' });
});

describe('the read-only key', () => {
  const readOnly = key('reader');

  test.each(allMethods().filter((spec) => !open(spec)))(
    'may call $name if it reads',
    async ({ name, effect }) => {
      const { sandbox } = await openFilledAccount({ readOnlyApiKey: 'reader' });
      const before = await sandbox.snapshot();
      const answer = await ask(sandbox, name, { listID: 1, nome: 'x', name: 'x' }, readOnly);
      if (effect === 'read') expect(answer).not.toBe('NO_ACCESS');
      else expect(answer).toBe('NO_ACCESS');
      expect(await sandbox.snapshot()).toEqual(before);
    },
  );

  test('does not learn the other key', async () => {
    const { sandbox } = openAccount({ readOnlyApiKey: 'reader' });
    expect(await ask(sandbox, 'getUserData', {}, readOnly)).toMatchObject({ APIKEY: 'reader' });
  });
});
