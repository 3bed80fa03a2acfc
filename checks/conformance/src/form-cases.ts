import type { CaseTable } from './case.ts';
import { addContact, newList } from './steps.ts';

export const formCases: Pick<CaseTable, 'getForms' | 'getFormsSubmissions'> = {
  getForms: [
    {
      name: 'empty',
      fails: 'FORMS_NOT_FOUND',
      run: async ({ client }) => {
        for (const nome of ['a', 'b']) await newList(client, nome);
        return client.getForms({ listID: await newList(client) });
      },
    },
    {
      name: 'one',
      run: async ({ client }) => client.getForms({ listID: await newList(client) }),
    },
    {
      name: 'many',
      run: async ({ client }) => {
        await newList(client);
        return client.getForms({ listID: await newList(client) });
      },
    },
    {
      name: 'no such list',
      fails: 'LIST_NOT_FOUND',
      run: ({ client }) => client.getForms({ listID: 99 }),
    },
  ],
  getFormsSubmissions: [
    {
      name: 'empty',
      run: async ({ client }) =>
        client.getFormsSubmissions({ listID: await newList(client), formID: 1 }),
    },
    {
      name: 'one',
      run: async ({ client }) => {
        const listID = await newList(client);
        await client.addSubscriber({ listID, email: 'a@example.com', formID: 1 });
        return client.getFormsSubmissions({ listID, formID: 1 });
      },
    },
    {
      name: 'many, of contacts that came by the form',
      run: async ({ client }) => {
        const listID = await newList(client);
        await addContact(client, listID);
        for (const email of ['a@example.com', 'b@example.com']) {
          await client.addSubscriber({ listID, email, formID: '1' });
        }
        await client.addSubscriber({ listID, cellphone: '351-912345678', formID: 1 });
        return client.getFormsSubmissions({ listID, formID: '1' });
      },
    },
    {
      name: 'no form',
      fails: 'FORM_MISSING',
      run: async ({ client }) => client.getFormsSubmissions({ listID: await newList(client) }),
    },
    {
      name: 'no such form',
      fails: 'FORMS_NOT_FOUND',
      run: async ({ client }) =>
        client.getFormsSubmissions({ listID: await newList(client), formID: 99 }),
    },
    {
      name: 'no list',
      fails: 'LIST_MISSING',
      run: ({ client }) => client.getFormsSubmissions({ formID: 1 }),
    },
  ],
};
