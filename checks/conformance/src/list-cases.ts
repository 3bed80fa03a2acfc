import type { CaseTable } from './case.ts';
import { sandboxReadOnlyApiKey } from './fixed-account.ts';
import { awkwardText, newList } from './steps.ts';

export const listCases: Pick<
  CaseTable,
  'addExtraField' | 'createList' | 'deleteList' | 'getExtraFields' | 'getLists' | 'updateList'
> = {
  addExtraField: [
    {
      name: 'success',
      run: async ({ client }) =>
        client.addExtraField({ listID: await newList(client), name: 'Shoe size', type: 'numero' }),
    },
    {
      name: 'many, of every type',
      run: async ({ client }) => {
        const listID = await newList(client);
        const types = ['data', 'texto', 'telefone', 'telemovel', 'fax', 'numero', 'email', 'lista'];
        const answers: unknown[] = [];
        for (const type of types) {
          answers.push(await client.addExtraField({ listID, name: awkwardText + type, type }));
        }
        return answers;
      },
    },
    {
      name: 'no such list',
      fails: 'LIST_NOT_FOUND',
      run: ({ client }) => client.addExtraField({ listID: 99, name: 'x' }),
    },
    {
      name: 'unknown type',
      fails: 'INVALID_TYPE',
      run: async ({ client }) =>
        client.addExtraField({ listID: await newList(client), name: 'x', type: 'wrong' }),
    },
  ],
  createList: [
    { name: 'success', run: ({ client }) => client.createList({ nome: 'Newsletter' }) },
    {
      name: 'many, with every option',
      run: async ({ client }) => {
        const first = await client.createList({ nome: awkwardText, idioma_lista: 'pt' });
        const second = await client.createList({
          nome: '  spaces inside  kept ',
          idioma_lista: 'EN',
          canal_email: true,
          canal_sms: '0',
          canal_fax: 0,
          canal_voz: 1,
          canal_mms: false,
        });
        return [first, second, (await client.getLists()).map(({ listnum }) => listnum)];
      },
    },
    {
      name: 'no name',
      fails: 'NAME_MISSING',
      run: ({ client }) => client.createList({ nome: '' }),
    },
    {
      name: 'too many lists',
      fails: 'NO_MORE_LISTS_ALLOWED',
      run: async ({ client }) => {
        for (let count = 0; count < 40; count += 1) await client.createList({ nome: `L${count}` });
      },
    },
    {
      name: 'with a key that may only read',
      fails: 'NO_ACCESS',
      run: ({ clientWith }) =>
        clientWith({ apiKey: sandboxReadOnlyApiKey }).createList({ nome: 'x' }),
    },
  ],
  deleteList: [
    {
      name: 'success',
      run: async ({ client }) => {
        const kept = await newList(client, 'kept');
        const answer = await client.deleteList({ listID: await newList(client, 'deleted') });
        const left = await client.getLists();
        return [answer, left.map(({ listnum }) => listnum === kept)];
      },
    },
    {
      name: 'no such list',
      fails: 'LIST_NOT_EXISTS',
      run: ({ client }) => client.deleteList({ listID: 99 }),
    },
    {
      name: 'with an automation that is active',
      fails: 'IN_USE',
      run: async ({ client }) => {
        for (const nome of ['a', 'b']) await newList(client, nome);
        return client.deleteList({ listID: await newList(client) });
      },
    },
  ],
  getExtraFields: [
    {
      name: 'empty',
      run: async ({ client }) => client.getExtraFields({ listID: await newList(client) }),
    },
    {
      name: 'one',
      run: async ({ client }) => {
        const listID = await newList(client);
        await client.addExtraField({ listID, name: awkwardText, type: 'texto' });
        return client.getExtraFields({ listID });
      },
    },
    {
      name: 'many, with gaps between their numbers',
      run: async ({ client }) => {
        const [first, second] = [await newList(client), await newList(client)];
        for (const listID of [first, second, first, second, first]) {
          await client.addExtraField({ listID, name: `Field of ${listID}`, type: 'texto' });
        }
        return [
          await client.getExtraFields({ listID: first }),
          await client.getExtraFields({ listID: second }),
        ];
      },
    },
    {
      name: 'no such list',
      fails: 'LIST_NOT_FOUND',
      run: ({ client }) => client.getExtraFields({ listID: 99 }),
    },
  ],
  getLists: [
    { name: 'empty', fails: 'LIST_NOT_FOUND', run: ({ client }) => client.getLists() },
    {
      name: 'one',
      run: async ({ client }) => {
        await client.createList({ nome: awkwardText, idioma_lista: 'pt' });
        return client.getLists();
      },
    },
    {
      name: 'many',
      run: async ({ client }) => {
        for (const nome of ['a', 'b', 'c']) await newList(client, nome);
        return client.getLists();
      },
    },
    {
      name: 'with extra fields and contacts',
      run: async ({ client }) => {
        const listID = await newList(client);
        await client.addExtraField({ listID, name: 'Shoe size', type: 'numero' });
        await client.addExtraField({ listID, name: 'Colour', type: 'lista', opcoes: 'red,blue' });
        await client.addSubscriber({ listID, email: 'a@example.com' });
        await client.addSubscriber({ listID, email: 'b@example.com', status: 0 });
        return client.getLists();
      },
    },
    {
      name: 'one of many, by its number',
      run: async ({ client }) => {
        await newList(client, 'a');
        const listID = await newList(client, 'b');
        await newList(client, 'c');
        return client.getLists({ listID });
      },
    },
    {
      name: 'a page',
      run: async ({ client }) => {
        for (const nome of ['a', 'b', 'c', 'd']) await newList(client, nome);
        return client.getLists({ start: 1, limit: '2' });
      },
    },
    {
      name: 'wrong key',
      fails: 'INVALID',
      run: ({ clientWith }) => clientWith({ apiKey: 'wrong' }).getLists(),
    },
  ],
  updateList: [
    {
      name: 'success',
      run: async ({ client }) => {
        const listID = await newList(client);
        const answer = await client.updateList({ listID, name: awkwardText, language: 'fr' });
        return [answer, await client.getLists()];
      },
    },
    {
      name: 'no such list',
      fails: 'LIST_NOT_FOUND',
      run: ({ client }) => client.updateList({ listID: '99', name: 'x' }),
    },
    {
      name: 'an empty name',
      fails: 'NAME_MISSING',
      run: async ({ client }) => client.updateList({ listID: await newList(client), name: '' }),
    },
  ],
};
