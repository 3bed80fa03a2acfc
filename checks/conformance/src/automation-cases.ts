import type { CaseTable } from './case.ts';
import { addContact, newList } from './steps.ts';

export const automationCases: Pick<CaseTable, 'getAutobots' | 'startAutobot'> = {
  getAutobots: [
    {
      name: 'empty',
      fails: 'AUTOBOT_NOT_FOUND',
      run: ({ client }) => client.getAutobots({ listID: 99 }),
    },
    { name: 'one', run: ({ client }) => client.getAutobots({ listID: 3 }) },
    { name: 'many', run: ({ client }) => client.getAutobots() },
  ],
  startAutobot: [
    {
      name: 'success',
      run: async ({ client }) => {
        const listID = await newList(client);
        const subscriber = await addContact(client, listID);
        const answer = await client.startAutobot({ autobot: 1, listID, subscriber });
        return [answer, await client.getSubscriberActivity({ listID, subscriber })];
      },
    },
    {
      name: 'no such automation',
      fails: 'AUTOBOT_NOT_FOUND',
      run: async ({ client }) => {
        const listID = await newList(client);
        const subscriber = await addContact(client, listID);
        return client.startAutobot({ autobot: 99, listID, subscriber });
      },
    },
    {
      name: 'one that is paused',
      fails: 'AUTOBOT_NOT_FOUND',
      run: ({ client }) => client.startAutobot({ autobot: 3, listID: 1, subscriber: 'x' }),
    },
    {
      name: 'no list',
      fails: 'LIST_MISSING',
      run: ({ client }) => client.startAutobot({ autobot: '1', subscriber: 'a@example.com' }),
    },
    {
      name: 'no contact',
      fails: 'SUBSCRIBER_MISSING',
      run: async ({ client }) => client.startAutobot({ autobot: 1, listID: await newList(client) }),
    },
    {
      name: 'no such contact',
      fails: 'SUBSCRIBER_NOT_FOUND',
      run: async ({ client }) =>
        client.startAutobot({
          autobot: 1,
          listID: await newList(client),
          subscriber: 'a@example.com',
        }),
    },
  ],
};
