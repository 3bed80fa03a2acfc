import type { CaseTable } from './case.ts';
import { addContacts, newList } from './steps.ts';

// The account of the cases posts nothing, so that nobody has to answer.
const callback_url = 'https://shop.example.com/egoi?shop=1&token=%C3%A9';

export const commonCases: Pick<CaseTable, 'editApiCallback' | 'getOperationsQueue'> = {
  editApiCallback: [
    {
      name: 'success',
      run: async ({ client }) =>
        client.editApiCallback({ listID: await newList(client), callback_url }),
    },
    {
      name: 'with every switch',
      run: async ({ client }) => {
        const switches = { notif_api_1: 1, notif_api_2: '0', notif_api_3: true } as const;
        const more = { notif_api_12: '1', notif_api_16: false } as const;
        const listID = await newList(client);
        return client.editApiCallback({ listID, callback_url, ...switches, ...more });
      },
    },
    {
      name: 'an address that takes no POST',
      fails: 'INVALID_URL',
      run: async ({ client }) =>
        client.editApiCallback({
          listID: await newList(client),
          callback_url: 'ftp://shop.example.com/egoi',
        }),
    },
    {
      name: 'no address',
      fails: 'INVALID_URL',
      run: async ({ client }) =>
        client.editApiCallback({ listID: await newList(client), callback_url: '' }),
    },
    {
      name: 'no such list',
      fails: 'LIST_NOT_FOUND',
      run: ({ client }) => client.editApiCallback({ listID: 99, callback_url }),
    },
  ],
  getOperationsQueue: [
    { name: 'empty', run: ({ client }) => client.getOperationsQueue() },
    {
      name: 'one',
      run: async ({ client }) => {
        await addContacts(client, await newList(client), 3);
        return client.getOperationsQueue();
      },
    },
    {
      name: 'many',
      run: async ({ client }) => {
        for (const count of [1, 2, 3]) await addContacts(client, await newList(client), count);
        return client.getOperationsQueue();
      },
    },
  ],
};
