import type { EgoiClient } from '@egoi-client/core';
import { addContact, newList } from '../../steps.ts';
import type { V3Case } from '../run-v3-case.ts';

const email = 'ana@example.com';
const fax = '351-212345679';

/** All contacts of a list as API v2 tells them. */
const readBack = (client: EgoiClient, listID: number) =>
  client.subscriberData({ listID, subscriber: 'all_subscribers' });

/** A contact whose record has a value in each field that a change leaves alone. */
async function wholeContact(client: EgoiClient) {
  const listID = await newList(client);
  const { NEW_ID } = await client.addExtraField({ listID, name: 'City', type: 'texto' });
  await client.addSubscriber({ listID, email, [`extra_${NEW_ID}`]: 'Porto' });
  return listID;
}

const validations = {
  validate_email: { email: 'nobody@nowhere.invalid', validate_email: 1 },
  validate_phone: { cellphone: 'call me', validate_phone: 0 },
} as const;

/** What addSubscriber loses. */
const addCases: readonly V3Case[] = [
  {
    method: 'addSubscriber',
    name: 'invited',
    run: async ({ client }) => {
      const listID = await newList(client);
      await client.addSubscriber({ listID, email, status: 3 });
      return readBack(client, listID);
    },
  },
  {
    method: 'addSubscriber',
    name: 'removed from the start',
    run: async ({ client }) =>
      client.addSubscriber({ listID: await newList(client), email, status: 2 }),
  },
  {
    method: 'addSubscriber',
    name: 'with an address that takes no mail',
    run: async ({ client }) =>
      client.addSubscriber({ listID: await newList(client), ...validations.validate_email }),
  },
  {
    method: 'addSubscriber',
    name: 'with a number of another form',
    run: async ({ client }) =>
      client.addSubscriber({ listID: await newList(client), ...validations.validate_phone }),
  },
  {
    method: 'addSubscriber',
    name: 'with a fax number',
    run: async ({ client }) => {
      const listID = await newList(client);
      await client.addSubscriber({ listID, email, fax });
      return readBack(client, listID);
    },
  },
  {
    method: 'addSubscriber',
    name: 'without an address',
    run: async ({ client }) =>
      client.addSubscriber({ listID: await newList(client), cellphone: '351-912345678' }),
  },
  {
    method: 'addSubscriber',
    name: 'with a sender that the account does not have',
    run: async ({ client }) =>
      client.addSubscriber({ listID: await newList(client), email, from: '99' }),
  },
  {
    method: 'addSubscriber',
    name: 'by a form',
    run: async ({ client }) => {
      const listID = await newList(client);
      const { UID: subscriber } = await client.addSubscriber({ listID, email, formID: 1 });
      return client.getSubscriberActivity({ listID, subscriber });
    },
  },
  {
    method: 'addSubscriber',
    name: 'with a reference that another contact has',
    run: async ({ client }) => {
      const listID = await newList(client);
      const { UID: subscriber } = await client.addSubscriber({ listID, email });
      return client.addSubscriber({ listID, subscriber, first_name: 'Eva' });
    },
  },
  {
    method: 'addSubscriber',
    name: 'known by a field that is not unique',
    run: async ({ client }) => {
      const listID = await newList(client);
      const known = { listID, first_name: 'Ana', compareField: 'first_name', operation: 2 };
      await client.call('addSubscriber', { ...known, email });
      return client.call('addSubscriber', { ...known, email: 'ana@example.org' });
    },
  },
  {
    method: 'addSubscriber',
    name: 'changing one that is there',
    run: async ({ client }) => {
      const listID = await wholeContact(client);
      return client.call('addSubscriber', { listID, email, first_name: 'Ana', operation: 2 });
    },
  },
];

/** What editSubscriber, removeSubscriber and subscriberData lose. */
const changeCases: readonly V3Case[] = [
  {
    method: 'editSubscriber',
    name: 'invited again',
    run: async ({ client }) => {
      const listID = await newList(client);
      const subscriber = await addContact(client, listID);
      await client.editSubscriber({ listID, subscriber, status: 3 });
      return readBack(client, listID);
    },
  },
  {
    method: 'editSubscriber',
    name: 'removed',
    run: async ({ client }) => {
      const listID = await newList(client);
      const subscriber = await addContact(client, listID);
      return client.editSubscriber({ listID, subscriber, status: 2 });
    },
  },
  {
    method: 'editSubscriber',
    name: 'with an address that takes no mail',
    run: async ({ client }) => {
      const listID = await newList(client);
      const subscriber = await addContact(client, listID);
      return client.editSubscriber({ listID, subscriber, ...validations.validate_email });
    },
  },
  {
    method: 'editSubscriber',
    name: 'with a number of another form',
    run: async ({ client }) => {
      const listID = await newList(client);
      const subscriber = await addContact(client, listID);
      return client.editSubscriber({ listID, subscriber, ...validations.validate_phone });
    },
  },
  {
    method: 'editSubscriber',
    name: 'with a fax number',
    run: async ({ client }) => {
      const listID = await newList(client);
      const subscriber = await addContact(client, listID);
      await client.editSubscriber({ listID, subscriber, fax, first_name: 'Eva' });
      return readBack(client, listID);
    },
  },
  {
    method: 'editSubscriber',
    name: 'with a sender that the account does not have',
    run: async ({ client }) => {
      const listID = await newList(client);
      const subscriber = await addContact(client, listID);
      return client.editSubscriber({ listID, subscriber, first_name: 'Eva', from: '99' });
    },
  },
  {
    method: 'editSubscriber',
    name: 'with a tag',
    run: async ({ client }) => {
      const listID = await wholeContact(client);
      const { ID } = await client.addTag({ name: 'vip' });
      return client.editSubscriber({ listID, subscriber: email, first_name: 'Eva', tags: [ID] });
    },
  },
  {
    method: 'removeSubscriber',
    name: 'in a way of its own',
    run: async ({ client }) => {
      const listID = await newList(client);
      const subscriber = await addContact(client, listID);
      await client.removeSubscriber({ listID, subscriber, removeMethod: 'shop' });
      return client.subscriberData({ listID, subscriber });
    },
  },
  {
    method: 'subscriberData',
    name: 'one that was changed',
    run: async ({ client }) => {
      const listID = await newList(client);
      const subscriber = await addContact(client, listID);
      await client.editSubscriber({ listID, subscriber, first_name: 'Eva' });
      return client.subscriberData({ listID, subscriber });
    },
  },
];

/** What addSubscriberBulk loses. */
const bulkCases: readonly V3Case[] = [
  bulk('with a status of all', { status: 3 }),
  {
    method: 'addSubscriberBulk',
    name: 'changing those who are not active, with fax numbers',
    run: async ({ client }) => {
      const listID = await newList(client);
      await client.addSubscriber({ listID, email, status: 0 });
      await client.addSubscriber({ listID, email: 'rui@example.com', status: 4 });
      const subscribers = [
        { email, fax },
        { email: 'rui@example.com' },
        { email: 'new@example.com' },
      ];
      await client.addSubscriberBulk({ listID, compareField: 'email', operation: 2, subscribers });
      return readBack(client, listID);
    },
  },
  bulk('with invited contacts', {}, { status: 3 }),
  bulk('with addresses that take no mail', {}, validations.validate_email),
  bulk('with fax numbers', {}, { fax }),
  bulk('known by fax numbers', { compareField: 'fax' }, { fax }),
];

function bulk(name: string, params: object, row: object = {}): V3Case {
  return {
    method: 'addSubscriberBulk',
    name,
    run: async ({ client }) => {
      const listID = await newList(client);
      const subscribers = [{ email, ...row }, { email: 'rui@example.com' }];
      await client.call('addSubscriberBulk', {
        listID,
        compareField: 'email',
        subscribers,
        ...params,
      });
      return readBack(client, listID);
    },
  };
}

export const contactCases: readonly V3Case[] = [...addCases, ...changeCases, ...bulkCases];
