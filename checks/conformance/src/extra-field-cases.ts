import type { EgoiClient } from '@egoi-client/core';
import type { CaseTable } from './case.ts';
import { awkwardText, newList } from './steps.ts';

async function listWithFields(client: EgoiClient) {
  const listID = await newList(client);
  const field = await client.addExtraField({ listID, name: 'Shoe size', type: 'numero' });
  await client.addExtraField({ listID, name: 'Kept', type: 'texto' });
  return { listID, id: field.NEW_ID };
}

export const extraFieldCases: Pick<CaseTable, 'deleteExtraField' | 'editExtraField'> = {
  deleteExtraField: [
    {
      name: 'success',
      run: async ({ client }) => {
        const { listID, id } = await listWithFields(client);
        const subscriber = 'ana@example.com';
        await client.addSubscriber({ listID, email: subscriber, [`extra_${id}`]: 38 });
        return [
          await client.deleteExtraField({ listID, id }),
          await client.getExtraFields({ listID }),
          await client.subscriberData({ listID, subscriber }),
        ];
      },
    },
    {
      name: 'no such field',
      fails: 'FIELD_NOT_FOUND',
      run: async ({ client }) => client.deleteExtraField({ listID: await newList(client), id: 99 }),
    },
    {
      name: 'no list',
      fails: 'LIST_MISSING',
      run: ({ client }) => client.deleteExtraField({ id: 1 }),
    },
    {
      name: 'no such list',
      fails: 'LIST_NOT_FOUND',
      run: ({ client }) => client.deleteExtraField({ listID: 99, id: 1 }),
    },
  ],
  editExtraField: [
    {
      name: 'success',
      run: async ({ client }) => {
        const field = await listWithFields(client);
        const { listID } = field;
        return [
          await client.editExtraField({ ...field, name: awkwardText }),
          await client.getExtraFields({ listID }),
        ];
      },
    },
    {
      name: 'no name',
      fails: 'FIELD_NAME_MISSING',
      run: async ({ client }) => client.editExtraField(await listWithFields(client)),
    },
    {
      name: 'no such field',
      fails: 'FIELD_NOT_FOUND',
      run: async ({ client }) =>
        client.editExtraField({ listID: await newList(client), id: '99', name: 'x' }),
    },
    {
      name: 'no such list',
      fails: 'LIST_NOT_FOUND',
      run: ({ client }) => client.editExtraField({ listID: 99, id: 1, name: 'x' }),
    },
  ],
};
