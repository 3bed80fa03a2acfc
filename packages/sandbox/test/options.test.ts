import { EgoiConfigError } from '@egoi-client/core';
import { sandboxApiKey, type SandboxOptions, sandboxTransport } from '@egoi-client/sandbox';
import { describe, expect, test } from '@jest/globals';
import { seededReferences } from '../src/account/references.ts';
import { openAccount, openFilledAccount, someDay, textOf } from './account.ts';

test('the default key has the form of a key', () => {
  expect(sandboxApiKey).toMatch(/^[0-9a-f]{40}$/);
});

test.each<[string, object]>([
  ['unknown', { path: 'x' }],
  ['an empty key', { apiKey: '' }],
  ['keys that are the same', { apiKey: 'x', readOnlyApiKey: 'x' }],
  ['the default key as the read-only one', { readOnlyApiKey: sandboxApiKey }],
  ['an empty file', { file: '' }],
  ['a clock that is no function', { now: new Date() }],
  ['ids that are no function', { ids: 'x' }],
  ['a seed that is no whole number', { seed: 0.5 }],
  ['a negative number of contacts', { contacts: -1 }],
  ['more contacts than the account may have', { contacts: 11, maxSubscribers: 10 }],
  ['no lists', { maxLists: 0 }],
  ['no contacts', { maxSubscribers: 0 }],
  ['an import of nothing', { maxImportBytes: 0 }],
  ['forms that are no list', { forms: { title: 'x' } }],
  ['a form without a title', { forms: [{ title: ' ' }] }],
  ['a form with something unknown', { forms: [{ title: 'x', url: 'x' }] }],
  ['an automation of no list', { autobots: [{ name: 'x', list: 0 }] }],
  ['an automation of an unknown state', { autobots: [{ name: 'x', status: 'running' }] }],
  ['callbacks that go elsewhere', { callbacks: 'lan' }],
  ['callbacks without time', { callbackTimeoutMs: 0 }],
])('wrong options are refused at once: %s', (_name, options) => {
  expect(() => sandboxTransport(options as SandboxOptions)).toThrow(EgoiConfigError);
});

describe('references', () => {
  test('are the same for the same seed and history, and others for another seed', async () => {
    const snapshots = await Promise.all(
      [7, 7, 8].map(async (seed) => (await openFilledAccount({ seed })).sandbox.snapshot()),
    );
    expect(snapshots[1]).toEqual(snapshots[0]);
    expect(snapshots[2]).not.toEqual(snapshots[0]);
  });

  test('do not repeat', () => {
    for (const seed of [0, 1, 4_294_967_295]) {
      const next = seededReferences(seed);
      const given = Array.from({ length: 200_000 }, (_none, serial) => next('contact', serial));
      expect(new Set(given).size).toBe(200_000);
      expect(given.every((reference) => /^[0-9a-f]{10}$/.test(reference))).toBe(true);
    }
  });

  test('come from `ids` where it is given, which must give the right form', async () => {
    const references = ['00000000aa', 'NOT HEX'];
    const { ask } = openAccount({ ids: () => references.shift() ?? '' });
    await ask('createList', { nome: 'x' });
    const add = (email: string) => ask('addSubscriber', { listID: 1, email });
    expect(await add('a@example.com')).toMatchObject({ UID: '00000000aa' });
    await expect(add('b@example.com')).rejects.toBeInstanceOf(EgoiConfigError);
  });
});

test('the clock is asked for every call and written in UTC', async () => {
  const times = ['2025-01-01T00:30:00+02:00', '2025-06-30T23:59:59Z'];
  const { ask } = openAccount({ now: () => new Date(times.shift() ?? 0) });
  times.unshift(times[0] ?? '');
  await ask('createList', { nome: 'x' });
  const email = 'a@example.com';
  expect(await ask('addSubscriber', { listID: 1, email })).toMatchObject({
    ADD_DATE: '2024-12-31 22:30:00',
  });
  expect(await ask('editSubscriber', { listID: 1, subscriber: email, status: 4 })).toMatchObject({
    MODIFICATION_DATE: '2025-06-30 23:59:59',
  });
});

test('the real clock is the default', async () => {
  const sandbox = sandboxTransport({ contacts: 1 });
  const before = new Date().toISOString().slice(0, 19).replace('T', ' ');
  const { lists } = await sandbox.snapshot();
  const after = new Date().toISOString().slice(0, 19).replace('T', ' ');
  const added = textOf(lists[0]?.contacts[0]?.record ?? {}, 'ADD_DATE');
  expect(before <= added && added <= after).toBe(true);
});

test('contacts to start with are in one list, the same each time', async () => {
  const accounts = [10_001, 10_001].map((contacts) => sandboxTransport({ contacts, now: someDay }));
  const [one, two] = await Promise.all(accounts.map((account) => account.snapshot()));
  expect(JSON.stringify(two)).toBe(JSON.stringify(one));
  expect(one?.lists).toMatchObject([{ name: 'Contacts', total: 10_001, active: 10_001 }]);
  expect(one?.lists[0]?.contacts[10_000]?.record).toMatchObject({
    EMAIL: 'contact0010001@example.com',
    CELLPHONE: '351-910010001',
    STATUS: 1,
  });
});

test('contacts can be added to those that an account started with', async () => {
  const { ask } = openAccount({ contacts: 3 });
  expect(await ask('addSubscriber', { listID: 1, email: 'new@example.com' })).toHaveProperty('UID');
  expect(await ask('getLists')).toMatchObject([{ subs_total: '4' }]);
});
