import { EgoiClient } from '@egoi-client/core';
import { scriptedTransport } from '@egoi-client/core/testing';
import { expect, test } from '@jest/globals';

const client = new EgoiClient({
  apiKey: 'k',
  transport: scriptedTransport(Array.from({ length: 20 }, () => ({ value: {} }))),
});

/** Compiled by the type check; the calls that are wrong are expected errors there. */
async function typedCalls() {
  const lists = await client.getLists();
  const listnum: number | undefined = lists[0]?.listnum;
  const page = await client.subscriberData({ listID: 1, subscriber: 'all_subscribers', start: 0 });
  const first: string | undefined = page.subscriber[0]?.UID;
  const one = await client.subscriberData({ listID: 1, subscriber: 'ana@example.com' });
  const uid: string = one.subscriber.UID;
  const removed: string = await client.removeSubscriber({ listID: 1, subscriber: uid });
  await client.addSubscriber({ listID: 1, email: 'a@b.c', extra_1: 'x' });
  // @ts-expect-error a parameter's name is misspelled
  await client.addSubscriber({ listID: 1, emial: 'a@b.c' });
  // @ts-expect-error a required parameter is missing
  await client.addSubscriber({ email: 'a@b.c' });
  const computed = { [`extra_${listnum ?? 1}`]: 'x' };
  await client.addSubscriber({ listID: 1, email: 'a@b.c', tags: [1], ...computed });
  await client.addSubscriber({ listID: 1, tags: [1], [`extra_${listnum ?? 1}`]: 'x' });
  const rows = [{ email: 'a@b.c', extra_2: 5 }];
  await client.addSubscriberBulk({ listID: 1, compareField: 'email', subscribers: rows });
  await client.addSubscriberBulk({
    listID: 1,
    compareField: 'email',
    // @ts-expect-error a field of a row is misspelled
    subscribers: [{ emial: 'a@b.c' }],
  });
  // @ts-expect-error a parameter has the wrong type
  await client.createList({ nome: 5 });
  await client.createList({ nome: 'x', canal_email: true, idioma_lista: 'pt' });
  // @ts-expect-error a word is not one of the known ones
  await client.createList({ nome: 'x', idioma_lista: 'xx' });
  // @ts-expect-error the field does not exist in the result
  void one.subscriber.uid;
  return { listnum, first, uid, removed };
}

test('typed calls compile without a cast', () => {
  expect(typeof typedCalls).toBe('function');
});
