import {
  allMethods,
  cacheReads,
  type Call,
  type MethodGroup,
  type TransportReply,
} from '@egoi-client/core';
import { describe, expect, test } from '@jest/globals';
import { mayTouch } from '../src/interceptors/touched-groups.ts';
import { cached, deferred } from './support/cached.ts';
import { failureOf, replyOf, requestOf } from './support/requests.ts';

describe('a call that changes the account', () => {
  test.each(['createList', 'updateList', 'addSubscriber', 'editSubscriber', 'someNewMethod'])(
    '%s drops what lists answered',
    async (method) => {
      const { ask } = cached();
      await ask('getLists');
      await ask(method);
      expect(await ask('getLists')).toEqual([3]);
    },
  );

  test('drops no read that it cannot change', async () => {
    const { ask } = cached();
    await ask('getLists');
    await ask('addSender');
    await ask('editSender');
    await ask('createSegment');
    expect(await ask('getLists')).toEqual([1]);
  });

  test('drops reads when it fails too', async () => {
    let calls = 0;
    const call: Call = cacheReads()(async ({ method }) => {
      calls += 1;
      if (method === 'createList') throw new Error('broken');
      return replyOf([calls]);
    });
    await call(requestOf('getLists'));
    await failureOf(call(requestOf('createList')));
    expect((await call(requestOf('getLists'))).value).toEqual([3]);
  });

  test('keeps a read from being stored that it overtook', async () => {
    const answers: ((value: TransportReply) => void)[] = [];
    const asked: (() => void)[] = [];
    const call = cacheReads()(({ method }) => {
      if (method !== 'getLists') return Promise.resolve(replyOf('OK'));
      const { promise, resolve } = deferred<TransportReply>();
      answers.push(resolve);
      asked.shift()?.();
      return promise;
    });
    const under = deferred<undefined>();
    asked.push(() => under.resolve(undefined));
    const early = call(requestOf('getLists'));
    await under.promise;
    await call(requestOf('createList'));
    answers[0]?.(replyOf(['old']));
    expect((await early).value).toEqual(['old']);
    const again = deferred<undefined>();
    asked.push(() => again.resolve(undefined));
    const late = call(requestOf('getLists'));
    await again.promise;
    answers[1]?.(replyOf(['new']));
    expect((await late).value).toEqual(['new']);
  });

  test('drops a read that ran while it ran', async () => {
    const write = deferred<TransportReply>();
    let reads = 0;
    const call = cacheReads()(({ method }) => {
      if (method === 'createList') return write.promise;
      reads += 1;
      return Promise.resolve(replyOf([reads]));
    });
    const writing = call(requestOf('createList'));
    await call(requestOf('getLists'));
    write.resolve(replyOf('OK'));
    await writing;
    expect((await call(requestOf('getLists'))).value).toEqual([2]);
  });
});

describe('what a write may change', () => {
  const groups = [...new Set(allMethods().map(({ group }) => group))];

  test('is its own group, whichever it is', () => {
    expect(groups).toHaveLength(12);
    expect(groups.filter((group) => !mayTouch(group, group))).toEqual([]);
  });

  test('is everything, except for groups of which no source says that they show elsewhere', () => {
    const spared = groups.filter((written) => !groups.every((read) => mayTouch(written, read)));
    expect(spared.toSorted()).toEqual(['common', 'reports', 'segments', 'senders']);
    expect(groups.every((read: MethodGroup) => mayTouch(undefined, read))).toBe(true);
  });
});
