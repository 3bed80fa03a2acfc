import type { EgoiClient } from '@egoi-client/core';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { sandboxUsername } from '../../fixed-account.ts';
import { addContact, newList } from '../../steps.ts';
import type { V3Case } from '../run-v3-case.ts';

const wrongLogin = { username: sandboxUsername, password: 'wrong' };

/** A contact, a tag and a list that does not have the contact. */
async function tagAndList(client: EgoiClient) {
  const { ID: tag } = await client.addTag({ name: 'vip' });
  await addContact(client, await newList(client));
  return { tag, type: 'subscriber' as const, listID: await newList(client, 'empty') };
}

/** What else methods lose. */
export const accountCases: readonly V3Case[] = [
  {
    method: 'getUserData',
    name: 'with a wrong login among the parameters',
    run: ({ client }) => client.getUserData(wrongLogin),
  },
  {
    method: 'createList',
    name: 'for SMS alone',
    run: async ({ client }) => {
      await client.createList({ nome: 'News', canal_email: false, canal_sms: true });
      return client.getLists();
    },
  },
  {
    method: 'updateList',
    name: 'for SMS alone',
    run: async ({ client }) => {
      const listID = await newList(client);
      await client.updateList({ listID, name: 'News', canal_email: false, canal_sms: true });
      return client.getLists();
    },
  },
  {
    method: 'getExtraFields',
    name: 'of fax numbers',
    run: async ({ client }) => {
      const listID = await newList(client);
      await client.addExtraField({ listID, name: 'Fax', type: 'fax' });
      return client.getExtraFields({ listID });
    },
  },
  {
    method: 'addSender',
    name: 'of calls, without a file',
    run: ({ client }) => client.addSender({ channel: 'telefone', sender: '351-212345678' }),
  },
  {
    method: 'attachTag',
    name: 'to contacts of another list',
    run: async ({ client }) =>
      client.attachTag({ ...(await tagAndList(client)), target: ['ana@example.com'] }),
  },
  {
    method: 'detachTag',
    name: 'from contacts of another list',
    run: async ({ client }) =>
      client.detachTag({ ...(await tagAndList(client)), target: ['ana@example.com'] }),
  },
  {
    method: 'getSegments',
    name: 'of a list with tagged contacts',
    run: async ({ client }) => {
      const { ID: tag } = await client.addTag({ name: 'vip' });
      const listID = await newList(client);
      const subscriber = await addContact(client, listID);
      await client.attachTag({ tag, type: 'subscriber', listID, target: [subscriber] });
      await client.createSegment({ listID, name: 'Anas', fields: { first_name: 'Ana' } });
      return client.getSegments({ listID });
    },
  },
  {
    method: 'getAdvancedReport',
    name: 'made by API v3',
    run: async ({ client }, account) => {
      await newList(client);
      await account.answerV3({
        method: 'POST',
        path: '/reports/advanced/model',
        apiKey: sandboxApiKey,
        body: JSON.stringify({ model_id: 1 }),
        filesUrl: 'http://files.test',
      });
      await account.workOff();
      return client.getAdvancedReport({ report: 1 });
    },
  },
];
