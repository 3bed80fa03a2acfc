import { EgoiAbortError, EgoiConfigError, EgoiFaultError } from '@egoi-client/core';
import { Secret } from '@egoi-client/core/wire';
import type { FailureOptions, SandboxTransport, ScriptedFailure } from '@egoi-client/sandbox';
import { describe, expect, test } from '@jest/globals';
import { ask, fullKey, openAccount } from './account.ts';

/** Waits that end when a test says so. */
function heldWaits() {
  const waits: { readonly ms: number; readonly end: () => void }[] = [];
  const wait = (ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      waits.push({ ms, end: resolve });
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  return { waits, wait };
}

const listsOf = async (sandbox: SandboxTransport) => (await sandbox.snapshot()).lists.length;

describe('a failure that was asked for', () => {
  test.each<[string, ScriptedFailure, unknown]>([
    ['a code', 'INTERNAL_ERROR', { ERROR: 'INTERNAL_ERROR' }],
    ['a code in a struct', { code: 'NO_DATA' }, { ERROR: 'NO_DATA' }],
    ['a code as a word', { code: 'NO_DATA', as: 'word' }, 'NO_DATA'],
    ['a code that no table lists', 'SOMETHING_NEW', { ERROR: 'SOMETHING_NEW' }],
  ])('%s is the answer of one call, which does nothing', async (_name, what, answer) => {
    const { ask: call, sandbox } = openAccount();
    sandbox.fail('createList', what);
    expect(await call('createList', { nome: 'x' })).toEqual(answer);
    expect(await listsOf(sandbox)).toBe(0);
    expect(await call('createList', { nome: 'x' })).toEqual({ LIST_ID: '1' });
  });

  test('may be a fault', async () => {
    const { ask: call, sandbox } = openAccount();
    sandbox.fail('createList', { faultCode: 'Server', faultString: 'out of order' });
    const failing = call('createList', { nome: 'x' });
    await expect(failing).rejects.toBeInstanceOf(EgoiFaultError);
    await expect(failing).rejects.toMatchObject({
      faultCode: 'Server',
      faultString: 'out of order',
      method: 'createList',
      transport: 'sandbox',
    });
    expect(await listsOf(sandbox)).toBe(0);
  });

  test.each<ScriptedFailure>(['INTERNAL_ERROR', { faultCode: 'Server', faultString: 'lost' }])(
    'may come after the call was performed: %p',
    async (what) => {
      const { ask: call, sandbox } = openAccount();
      sandbox.fail('createList', what, { when: 'after' });
      const [outcome] = await Promise.allSettled([call('createList', { nome: 'x' })]);
      expect(outcome).not.toMatchObject({ value: { LIST_ID: '1' } });
      expect(await listsOf(sandbox)).toBe(1);
    },
  );

  test('comes as often as it was asked for, the oldest first', async () => {
    const { ask: call, sandbox } = openAccount();
    sandbox.fail('getTags', 'FIRST_ONE', { times: 2 });
    sandbox.fail('*', 'SECOND_ONE', { times: Infinity });
    expect(await call('checklogin')).toEqual({ ERROR: 'SECOND_ONE' });
    for (const code of ['FIRST_ONE', 'FIRST_ONE', 'SECOND_ONE', 'SECOND_ONE', 'SECOND_ONE']) {
      expect(await call('getTags')).toEqual({ ERROR: code });
    }
  });

  test('can be taken back, once used up without effect', async () => {
    const { ask: call, sandbox } = openAccount();
    const takeBack = sandbox.fail('*', 'SOMETHING_NEW', { times: Infinity });
    expect(await call('checklogin')).toEqual({ ERROR: 'SOMETHING_NEW' });
    takeBack();
    takeBack();
    expect(await call('checklogin')).toMatchObject({ RESULT: 'OK' });
  });

  test('meets all spellings of a method, and no other method', async () => {
    const { ask: call, sandbox } = openAccount();
    sandbox.fail('checklogin', 'SOMETHING_NEW');
    expect(await call('getTags')).toEqual({ ERROR: 'NO_TAGS_FOUND' });
    expect(await call('checkLogin')).toEqual({ ERROR: 'SOMETHING_NEW' });
  });

  test('decides before the key does, and takes nothing from the budget of calls', async () => {
    const { ask: call, sandbox } = openAccount({ callsPerHour: 1 });
    sandbox.fail('*', 'SOMETHING_NEW', { times: 2 });
    expect(await call('getTags', {}, { apiKey: new Secret('wrong') })).toEqual({
      ERROR: 'SOMETHING_NEW',
    });
    expect(await call('checklogin')).toEqual({ ERROR: 'SOMETHING_NEW' });
    expect(await call('checklogin')).toMatchObject({ RESULT: 'OK' });
  });

  test.each<[string, unknown, unknown, unknown]>([
    ['a method that does not exist', 'sendPigeon', 'X', {}],
    ['no code', 'getTags', '', {}],
    ['an unknown form', 'getTags', { code: 'X', as: 'list' }, {}],
    ['half a fault', 'getTags', { faultCode: 'X' }, {}],
    ['a delay below 0', 'getTags', { delayMs: -1 }, {}],
    ['two failures in one', 'getTags', { delayMs: 1, code: 'X' }, {}],
    ['nothing', 'getTags', {}, {}],
    ['no object', 'getTags', null, {}],
    ['no times', 'getTags', 'X', { times: 0 }],
    ['half a time', 'getTags', 'X', { times: 0.5 }],
    ['another moment', 'getTags', 'X', { when: 'during' }],
    ['an unknown option', 'getTags', 'X', { often: true }],
  ])('is refused when it is wrong: %s', async (_name, method, what, options) => {
    const { sandbox, ask: call } = openAccount();
    const fail = () =>
      sandbox.fail(method as '*', what as ScriptedFailure, options as FailureOptions);
    expect(fail).toThrow(EgoiConfigError);
    expect(await call('getTags')).toEqual({ ERROR: 'NO_TAGS_FOUND' });
  });
});

describe('a delay', () => {
  test('holds up its own call only, which then is performed', async () => {
    const { waits, wait } = heldWaits();
    const { ask: call, sandbox } = openAccount({ wait });
    sandbox.fail('createList', { delayMs: 5000 });
    const slow = call('createList', { nome: 'slow' });
    expect(await call('createList', { nome: 'quick' })).toEqual({ LIST_ID: '1' });
    expect(waits.map(({ ms }) => ms)).toEqual([5000]);
    waits[0]?.end();
    expect(await slow).toEqual({ LIST_ID: '2' });
  });

  test('after the call holds its answer back', async () => {
    const { waits, wait } = heldWaits();
    const { ask: call, sandbox } = openAccount({ wait });
    sandbox.fail('createList', { delayMs: 1 }, { when: 'after' });
    const slow = call('createList', { nome: 'slow' });
    expect(await call('createList', { nome: 'quick' })).toEqual({ LIST_ID: '2' });
    waits[0]?.end();
    expect(await slow).toEqual({ LIST_ID: '1' });
  });

  test.each([
    ['before', 'not_sent', 0],
    ['after', 'unknown', 1],
  ] as const)('%s the call ends with its signal: delivery %s', async (when, delivery, lists) => {
    const { wait } = heldWaits();
    const { sandbox, ask: call } = openAccount({ wait });
    sandbox.fail('createList', { delayMs: 5000 }, { when });
    const controller = new AbortController();
    const slow = ask(sandbox, 'createList', { nome: 'x' }, fullKey, controller.signal);
    await call('checklogin');
    controller.abort();
    await expect(slow).rejects.toBeInstanceOf(EgoiAbortError);
    await expect(slow).rejects.toMatchObject({ delivery, transport: 'sandbox' });
    expect(await listsOf(sandbox)).toBe(lists);
  });

  test('ends when the sandbox is closed, and its call is not performed', async () => {
    const { sandbox, ask: call } = openAccount();
    sandbox.fail('createList', { delayMs: 86_400_000 });
    const slow = call('createList', { nome: 'x' });
    const [outcome] = await Promise.allSettled([slow, sandbox.close()]);
    expect(outcome).toMatchObject({ reason: { kind: 'aborted', delivery: 'not_sent' } });
  });

  test('whose wait breaks is a fault', async () => {
    const { sandbox, ask: call } = openAccount({
      wait: () => Promise.reject(new RangeError('no clock')),
    });
    sandbox.fail('getTags', { delayMs: 1 });
    await expect(call('getTags')).rejects.toBeInstanceOf(EgoiFaultError);
  });
});
