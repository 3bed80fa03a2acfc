import type { CaseTable } from './case.ts';
import { addContact, newList } from './steps.ts';

export const activityCases: Pick<CaseTable, 'getSubscriberActivity'> = {
  getSubscriberActivity: [
    {
      name: 'empty',
      run: async ({ client }) => {
        const listID = await newList(client);
        const subscriber = await addContact(client, listID);
        return client.getSubscriberActivity({ listID, subscriber });
      },
    },
    {
      name: 'one',
      run: async ({ client }) => {
        const listID = await newList(client);
        const subscriber = 'a@example.com';
        await client.addSubscriber({ listID, email: subscriber, formID: 1 });
        return client.getSubscriberActivity({ listID, subscriber });
      },
    },
    {
      name: 'many',
      run: async ({ client }) => {
        const listID = await newList(client);
        const subscriber = 'a@example.com';
        await client.addSubscriber({ listID, email: subscriber, formID: 1 });
        for (const autobot of [1, '1']) {
          await client.startAutobot({ autobot, listID, subscriber });
        }
        return client.getSubscriberActivity({ listID, subscriber });
      },
    },
    {
      name: 'no contact',
      fails: 'SUBSCRIBER_MISSING',
      run: async ({ client }) => client.getSubscriberActivity({ listID: await newList(client) }),
    },
    {
      name: 'no such contact',
      fails: 'SUBSCRIBER_NOT_FOUND',
      run: async ({ client }) =>
        client.getSubscriberActivity({ listID: await newList(client), subscriber: 'ffffffffff' }),
    },
    {
      name: 'no list',
      fails: 'LIST_MISSING',
      run: ({ client }) => client.getSubscriberActivity({ subscriber: 'a@example.com' }),
    },
    {
      name: 'no such list',
      fails: 'LIST_NOT_FOUND',
      run: ({ client }) => client.getSubscriberActivity({ listID: 99, subscriber: 'x' }),
    },
  ],
};
