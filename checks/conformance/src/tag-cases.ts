import type { EgoiClient } from '@egoi-client/core';
import type { CaseTable } from './case.ts';
import { addContact, awkwardText, newList } from './steps.ts';

async function tagAndContact(client: EgoiClient) {
  const listID = await newList(client);
  const subscriber = await addContact(client, listID);
  const { ID } = await client.addTag({ name: 'vip', color: '#ff0000' });
  return { listID, subscriber, tag: ID, type: 'subscriber' as const };
}

export const tagCases: Pick<
  CaseTable,
  'addTag' | 'attachTag' | 'deleteTag' | 'detachTag' | 'getTags'
> = {
  addTag: [
    { name: 'success', run: ({ client }) => client.addTag({ name: awkwardText }) },
    {
      name: 'twice',
      fails: 'TAG_ALREADY_EXISTS',
      run: async ({ client }) => {
        await client.addTag({ name: 'vip' });
        return client.addTag({ name: 'vip' });
      },
    },
    { name: 'no name', fails: 'NAME_MISSING', run: ({ client }) => client.addTag({ name: '' }) },
  ],
  attachTag: [
    {
      name: 'one',
      run: async ({ client }) => {
        const { subscriber, ...rest } = await tagAndContact(client);
        return client.attachTag({ ...rest, target: { subscriber } });
      },
    },
    {
      name: 'many',
      run: async ({ client }) => {
        const { subscriber, ...rest } = await tagAndContact(client);
        const other = await addContact(client, rest.listID, 'rui@example.com');
        return client.attachTag({ ...rest, target: [subscriber, other] });
      },
    },
    {
      name: 'empty',
      fails: 'NO_TARGET_ELEMENTS',
      run: async ({ client }) => {
        const { subscriber: _, ...rest } = await tagAndContact(client);
        return client.attachTag({ ...rest, target: [] });
      },
    },
    {
      name: 'no such tag',
      fails: 'TAG_NOT_FOUND',
      run: async ({ client }) => {
        const { subscriber, ...rest } = await tagAndContact(client);
        return client.attachTag({ ...rest, tag: 99, target: { subscriber } });
      },
    },
    {
      name: 'no such list',
      fails: 'INVALID_LIST',
      run: async ({ client }) => {
        const { subscriber, ...rest } = await tagAndContact(client);
        return client.attachTag({ ...rest, listID: 99, target: { subscriber } });
      },
    },
  ],
  deleteTag: [
    {
      name: 'success',
      run: async ({ client }) => {
        await client.addTag({ name: 'kept' });
        const { ID } = await client.addTag({ name: 'deleted' });
        return [await client.deleteTag({ tag: ID }), await client.getTags()];
      },
    },
    {
      name: 'no such tag',
      fails: 'TAG_NOT_FOUND',
      run: ({ client }) => client.deleteTag({ tag: 99 }),
    },
  ],
  detachTag: [
    {
      name: 'success',
      run: async ({ client }) => {
        const { subscriber, ...rest } = await tagAndContact(client);
        await client.attachTag({ ...rest, target: { subscriber } });
        return client.detachTag({ ...rest, target: { subscriber } });
      },
    },
    {
      name: 'no such tag',
      fails: 'TAG_NOT_FOUND',
      run: async ({ client }) => {
        const { subscriber, ...rest } = await tagAndContact(client);
        return client.detachTag({ ...rest, tag: '99', target: { subscriber } });
      },
    },
  ],
  getTags: [
    { name: 'empty', fails: 'NO_TAGS_FOUND', run: ({ client }) => client.getTags() },
    {
      name: 'one',
      run: async ({ client }) => {
        await client.addTag({ name: awkwardText });
        return client.getTags();
      },
    },
    {
      name: 'many',
      run: async ({ client }) => {
        for (const name of ['a', 'b', 'c']) await client.addTag({ name });
        return client.getTags();
      },
    },
  ],
};
