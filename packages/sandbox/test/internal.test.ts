import { describe, expect, test } from '@jest/globals';
import { openAccount, openFilledAccount } from './account.ts';

describe('user names', () => {
  test('are free until an account has them, whatever their case', async () => {
    const { ask, sandbox } = openAccount({ username: 'Me@example.com' });
    const check = (email: string) => ask('checkUser', { email });
    expect(await check('new@example.com')).toEqual({ RESULT: 'OK' });
    expect(await check(' me@EXAMPLE.com ')).toEqual({ RESULT: 'KO' });
    expect(await check('')).toEqual({ RESULT: 'KO' });
    const account = { utilizador: 'newbie', email: 'new@example.com', password: 'secret' };
    expect(await ask('createAccount', account)).toEqual({ RESULT: 'OK' });
    expect(await check('NEW@example.com')).toEqual({ RESULT: 'KO' });
    expect(await check('Newbie')).toEqual({ RESULT: 'KO' });
    expect(await ask('createAccount', { email: 'NEWBIE' })).toEqual({ RESULT: 'KO' });
    expect(await ask('createAccount', { utilizador: 'me@example.com' })).toEqual({ RESULT: 'KO' });
    expect(await ask('createAccount', { empresa: 'x' })).toEqual({ RESULT: 'KO' });
    const snapshot = await sandbox.snapshot();
    expect(snapshot.createdAccounts).toEqual(['newbie', 'new@example.com']);
    expect(JSON.stringify(snapshot)).not.toContain('secret');
  });
});

test('addresses are tested by their form', async () => {
  const { ask } = openAccount();
  const check = (email: string | string[]) => ask('testEmailAddress', { email });
  expect(await check('ana+x@sub.example.com')).toBe(true);
  for (const wrong of ['', 'ana', 'ana@', 'ana@example', 'a b@example.com', ['a@example.com']]) {
    expect(await check(wrong)).toBe(false);
  }
});

test('imports are listed as operations that are finished, the newest first', async () => {
  const { ask } = await openFilledAccount();
  expect(await ask('getOperationsQueue')).toEqual([]);
  const add = (email: string) =>
    ask('addSubscriberBulk', { listID: 2, compareField: 'email', subscribers: [{ email }] });
  expect(await add('a@example.com')).toMatchObject({ id: '1' });
  expect(await add('b@example.com')).toMatchObject({ id: '2' });
  await ask('addSubscriberBulk', { listID: 2, compareField: 'x', subscribers: [] });
  const moment = '2025-03-04 05:06:07';
  const operation = { OPERATION: 'addSubscriberBulk', LISTNUM: '2', STATUS: 'finished' };
  const times = { TOTAL: '1', START: moment, END: moment };
  expect(await ask('getOperationsQueue')).toEqual([
    { ID: '2', ...operation, ...times },
    { ID: '1', ...operation, ...times },
  ]);
  expect(await ask('getOperationsQueue', { start: 1 })).toMatchObject([{ ID: '1' }]);
  await ask('deleteList', { listID: 2 });
  expect(await ask('getOperationsQueue', { limit: 1 })).toMatchObject([{ ID: '2' }]);
});
