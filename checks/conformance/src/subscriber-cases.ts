import type { CaseTable } from './case.ts';
import { addContact, addContacts, awkwardText, newList } from './steps.ts';

export const subscriberCases: Pick<
  CaseTable,
  'addSubscriber' | 'addSubscriberBulk' | 'editSubscriber' | 'removeSubscriber' | 'subscriberData'
> = {
  addSubscriber: [
    {
      name: 'success',
      run: async ({ client }) =>
        client.addSubscriber({ listID: await newList(client), email: 'ana@example.com' }),
    },
    {
      name: 'as calls of about 2011 are, with empty texts for what is not filled',
      run: async ({ client }) =>
        client.addSubscriber({
          listID: await newList(client),
          subscriber: 0,
          email: 'ana@example.com',
          birth_date: '28-02-1990',
          lang: '',
          from: '',
          tax_id: '',
          gender: '',
          company: '',
        }),
    },
    {
      name: 'with a field that was removed',
      fails: 'DISCRICT_FIELD_REMOVED',
      run: async ({ client }) =>
        client.addSubscriber({
          listID: await newList(client),
          email: 'ana@example.com',
          district: awkwardText,
        }),
    },
    {
      name: 'with every field',
      run: async ({ client }) => {
        const listID = await newList(client);
        const { NEW_ID } = await client.addExtraField({ listID, name: 'Note', type: 'texto' });
        const { ID } = await client.addTag({ name: 'vip' });
        return client.addSubscriber({
          listID: String(listID),
          email: 'ana.conceicao+x@example.com',
          status: '1',
          lang: 'pt',
          cellphone: '351-912345678',
          telephone: '351-212345678',
          fax: '351-212345679',
          first_name: awkwardText,
          last_name: null,
          birth_date: '1990-02-28',
          tags: [ID],
          [`extra_${NEW_ID}`]: awkwardText,
        });
      },
    },
    {
      name: 'with a number where digits are text',
      run: async ({ client }) => {
        const listID = await newList(client);
        const { NEW_ID } = await client.addExtraField({ listID, name: 'Size', type: 'numero' });
        return client.addSubscriber({
          listID,
          email: 'a@example.com',
          first_name: '00351',
          [`extra_${NEW_ID}`]: 42.5,
        });
      },
    },
    {
      name: 'the same address again',
      fails: 'EMAIL_ALREADY_EXISTS',
      run: async ({ client }) => {
        const listID = await newList(client);
        await addContact(client, listID);
        return addContact(client, listID);
      },
    },
    {
      name: 'a bad address',
      fails: 'EMAIL_ADDRESS_INVALID',
      run: async ({ client }) =>
        client.addSubscriber({ listID: await newList(client), email: 'not an address' }),
    },
    {
      name: 'a bad number',
      fails: 'SUBSCRIBER_FORMAT_ERROR',
      run: async ({ client }) =>
        client.addSubscriber({ listID: await newList(client), cellphone: 'call me' }),
    },
    {
      name: 'an extra field that does not exist',
      fails: 'EXTRA_FIELD_77_DOES_NOT_EXIST',
      run: async ({ client }) =>
        client.addSubscriber({
          listID: await newList(client),
          email: 'a@example.com',
          extra_77: 'x',
        }),
    },
    {
      name: 'nothing to insert',
      fails: 'NO_DATA_TO_INSERT',
      run: async ({ client }) => client.addSubscriber({ listID: await newList(client) }),
    },
    {
      name: 'no such list',
      fails: 'LIST_NOT_FOUND',
      run: ({ client }) => client.addSubscriber({ listID: 99, email: 'a@example.com' }),
    },
  ],
  addSubscriberBulk: [
    {
      name: 'one',
      run: async ({ client }) =>
        client.addSubscriberBulk({
          listID: await newList(client),
          compareField: 'email',
          subscribers: [{ email: 'a@example.com', first_name: null }],
        }),
    },
    {
      name: 'many',
      run: async ({ client }) => {
        const listID = await newList(client);
        await addContacts(client, listID, 40);
        return client.subscriberData({ listID, subscriber: 'all_subscribers' });
      },
    },
    {
      name: 'many, updating those that exist',
      run: async ({ client }) => {
        const listID = await newList(client);
        const { ID } = await client.addTag({ name: 'imported' });
        await addContacts(client, listID, 3);
        const answer = await client.addSubscriberBulk({
          listID,
          compareField: 'email',
          operation: 2,
          defaultStatus: '4',
          autoresponder: 0,
          notification: false,
          tags: [ID],
          subscribers: [
            { email: 'c1@example.com', first_name: awkwardText },
            { email: 'new@example.com', tags: [] },
          ],
        });
        return [answer, await client.subscriberData({ listID, subscriber: 'all_subscribers' })];
      },
    },
    {
      name: 'empty',
      fails: 'NO_SUBSCRIBERS',
      run: async ({ client }) =>
        client.addSubscriberBulk({
          listID: await newList(client),
          compareField: 'email',
          subscribers: [],
        }),
    },
    {
      name: 'no field to compare by',
      fails: 'NO_COMPARE_FIELD',
      run: async ({ client }) =>
        client.addSubscriberBulk({
          listID: await newList(client),
          compareField: '',
          subscribers: [{ email: 'a@example.com' }],
        }),
    },
    {
      name: 'no such list',
      fails: 'LIST_NOT_FOUND',
      run: ({ client }) =>
        client.addSubscriberBulk({
          listID: 99,
          compareField: 'email',
          subscribers: [{ email: 'a@example.com' }],
        }),
    },
  ],
  editSubscriber: [
    {
      name: 'success',
      run: async ({ client }) => {
        const listID = await newList(client);
        const subscriber = await addContact(client, listID);
        return client.editSubscriber({ listID, subscriber, first_name: awkwardText, lang: 'es' });
      },
    },
    {
      name: 'a new address, found by the old one',
      run: async ({ client }) => {
        const listID = await newList(client);
        const UID = await addContact(client, listID);
        await client.editSubscriber({
          listID,
          subscriber: 'ana@example.com',
          email: 'new@example.com',
          last_name: '',
        });
        return client.subscriberData({ listID, subscriber: UID });
      },
    },
    {
      name: 'no such contact',
      fails: 'SUBSCRIBER_NOT_FOUND',
      run: async ({ client }) =>
        client.editSubscriber({
          listID: await newList(client),
          subscriber: 'x@example.com',
          first_name: 'x',
        }),
    },
    {
      name: 'a removed contact',
      fails: 'SUBSCRIBER_DATA_CANNOT_BE_EDITED',
      run: async ({ client }) => {
        const listID = await newList(client);
        const subscriber = await addContact(client, listID);
        await client.removeSubscriber({ listID, subscriber });
        return client.editSubscriber({ listID, subscriber, first_name: 'x' });
      },
    },
  ],
  removeSubscriber: [
    {
      name: 'success',
      run: async ({ client }) => {
        const listID = await newList(client);
        const subscriber = await addContact(client, listID);
        const answer = await client.removeSubscriber({ listID, subscriber, removeMethod: 'API' });
        return [answer, await client.subscriberData({ listID, subscriber })];
      },
    },
    {
      name: 'with a reason',
      run: async ({ client }) => {
        const listID = await newList(client);
        const subscriber = await addContact(client, listID);
        const because = { removeReason: 5, removeObs: awkwardText } as const;
        return client.removeSubscriber({ listID, subscriber, removeMethod: 'unknown', ...because });
      },
    },
    {
      name: 'twice',
      fails: 'SUBSCRIBER_ALREADY_REMOVED',
      run: async ({ client }) => {
        const listID = await newList(client);
        const subscriber = await addContact(client, listID);
        await client.removeSubscriber({ listID, subscriber });
        return client.removeSubscriber({ listID, subscriber });
      },
    },
    {
      name: 'no such contact',
      fails: 'SUBSCRIBER_NOT_FOUND',
      run: async ({ client }) =>
        client.removeSubscriber({ listID: await newList(client), subscriber: 'x@example.com' }),
    },
  ],
  subscriberData: [
    {
      name: 'one, by its address',
      run: async ({ client }) => {
        const listID = await newList(client);
        await addContact(client, listID);
        return client.subscriberData({ listID, subscriber: 'ana@example.com' });
      },
    },
    {
      name: 'all: empty',
      run: async ({ client }) =>
        client.subscriberData({ listID: await newList(client), subscriber: 'all_subscribers' }),
    },
    {
      name: 'all: one',
      run: async ({ client }) => {
        const listID = await newList(client);
        await addContact(client, listID);
        return client.subscriberData({ listID, subscriber: 'all_subscribers' });
      },
    },
    {
      name: 'all of a segment',
      run: async ({ client }) => {
        const listID = await newList(client);
        await addContacts(client, listID, 3);
        await addContact(client, listID);
        await client.createSegment({ listID, name: awkwardText, fields: { first_name: 'Ana' } });
        const page = { listID, subscriber: 'all_subscribers', segment: awkwardText } as const;
        return client.subscriberData(page);
      },
    },
    {
      name: 'all: many, page by page and past the end',
      run: async ({ client }) => {
        const listID = await newList(client);
        await addContacts(client, listID, 25);
        const pages: unknown[] = [];
        for (const start of [0, 10, 20, 30]) {
          const page = { listID, subscriber: 'all_subscribers', start, limit: 10 } as const;
          pages.push(await client.subscriberData(page));
        }
        return pages;
      },
    },
    {
      name: 'no such contact',
      fails: 'SUBSCRIBER_NOT_FOUND',
      run: async ({ client }) =>
        client.subscriberData({ listID: await newList(client), subscriber: 'x@example.com' }),
    },
    {
      name: 'no such list',
      fails: 'LIST_NOT_FOUND',
      run: ({ client }) => client.subscriberData({ listID: 99, subscriber: 'all_subscribers' }),
    },
  ],
};
