import type { EgoiClient } from '@egoi-client/core';
import type { CaseTable } from './case.ts';
import { addContacts, awkwardText, newList } from './steps.ts';

async function listWithSegment(client: EgoiClient, name = 'Women'): Promise<number> {
  const listID = await newList(client);
  await client.createSegment({ listID, name, fields: { first_name: 'Ana' } });
  return listID;
}

export const segmentCases: Pick<
  CaseTable,
  'createSegment' | 'createSegmentAdvanced' | 'deleteSegment' | 'getSegments'
> = {
  createSegment: [
    {
      name: 'success',
      run: async ({ client }) => {
        const listID = await newList(client);
        return client.createSegment({ listID, name: awkwardText, fields: { status: 1 } });
      },
    },
    {
      name: 'by several fields and tags',
      run: async ({ client }) => {
        const listID = await newList(client);
        const { NEW_ID } = await client.addExtraField({ listID, name: 'Size', type: 'numero' });
        const { ID } = await client.addTag({ name: 'vip' });
        const fields = { first_name: awkwardText, [`extra_${NEW_ID}`]: 42.5, tags: [ID] };
        return client.createSegment({ listID, name: 'VIP', fields });
      },
    },
    {
      name: 'empty',
      fails: 'NO_SEARCH_FIELDS',
      run: async ({ client }) =>
        client.createSegment({ listID: await newList(client), name: 'x', fields: {} }),
    },
    {
      name: 'an unknown field',
      fails: 'NO_SEARCH_FIELDS',
      run: async ({ client }) =>
        client.createSegment({ listID: await newList(client), name: 'x', fields: { shoe: 1 } }),
    },
    {
      name: 'no name',
      fails: 'SEGMENT_NAME_MISSING',
      run: async ({ client }) =>
        client.createSegment({ listID: await newList(client), fields: { status: 1 } }),
    },
    {
      name: 'no list',
      fails: 'LIST_MISSING',
      run: ({ client }) => client.createSegment({ name: 'x', fields: { status: 1 } }),
    },
    {
      name: 'no such list',
      fails: 'LIST_NOT_FOUND',
      run: ({ client }) => client.createSegment({ listID: 99, name: 'x', fields: { status: 1 } }),
    },
  ],
  createSegmentAdvanced: [
    {
      name: 'one',
      run: async ({ client }) =>
        client.createSegmentAdvanced({
          listID: await newList(client),
          name: 'Anas',
          conditions: [{ field: 'first_name', operator: 'starts_with', value: 'An' }],
        }),
    },
    {
      name: 'many, of which one is enough',
      run: async ({ client }) => {
        const listID = await newList(client);
        await addContacts(client, listID, 2);
        const { ID } = await client.addTag({ name: 'vip' });
        const segment = await client.createSegmentAdvanced({
          listID,
          name: 'Some',
          match: 'any',
          conditions: [
            { field: 'email', operator: 'contains', value: awkwardText },
            { field: 'add_date', operator: 'greater', value: '2025-01-01' },
            { field: 'last_name', operator: 'is_empty' },
            { operator: 'has_not_tag', value: ID },
          ],
        });
        return [segment, await client.getSegments({ listID })];
      },
    },
    {
      name: 'empty',
      fails: 'NO_SEARCH_FIELDS',
      run: async ({ client }) =>
        client.createSegmentAdvanced({ listID: await newList(client), name: 'x', conditions: [] }),
    },
    {
      name: 'an unknown operator',
      fails: 'NO_SEARCH_FIELDS',
      run: async ({ client }) =>
        client.createSegmentAdvanced({
          listID: await newList(client),
          name: 'x',
          conditions: [{ field: 'email', operator: 'sounds_like', value: 'x' }],
        }),
    },
    {
      name: 'no name',
      fails: 'SEGMENT_NAME_MISSING',
      run: async ({ client }) => client.createSegmentAdvanced({ listID: await newList(client) }),
    },
    {
      name: 'no such list',
      fails: 'LIST_NOT_FOUND',
      run: ({ client }) => client.createSegmentAdvanced({ listID: 99, name: 'x' }),
    },
  ],
  deleteSegment: [
    {
      name: 'success',
      run: async ({ client }) => {
        const listID = await listWithSegment(client, awkwardText);
        await client.createSegment({ listID, name: 'Kept', fields: { lang: 'pt' } });
        return [
          await client.deleteSegment({ listID, name: awkwardText }),
          await client.getSegments({ listID }),
        ];
      },
    },
    {
      name: 'no such segment',
      fails: 'SEGMENT_NOT_FOUND',
      run: async ({ client }) =>
        client.deleteSegment({ listID: await listWithSegment(client), name: 'Men' }),
    },
    {
      name: 'no name',
      fails: 'SEGMENT_NAME_MISSING',
      run: async ({ client }) => client.deleteSegment({ listID: await listWithSegment(client) }),
    },
    {
      name: 'no such list',
      fails: 'LIST_NOT_FOUND',
      run: ({ client }) => client.deleteSegment({ listID: 99, name: 'Women' }),
    },
  ],
  getSegments: [
    {
      name: 'empty',
      fails: 'NO_SEGMENT_FOUND',
      run: async ({ client }) => client.getSegments({ listID: await newList(client) }),
    },
    {
      name: 'one',
      run: async ({ client }) =>
        client.getSegments({ listID: await listWithSegment(client, awkwardText) }),
    },
    {
      name: 'many',
      run: async ({ client }) => {
        const listID = await listWithSegment(client);
        for (const name of ['Men', '007', 'key_1']) {
          await client.createSegment({ listID, name, fields: { status: '1' } });
        }
        return client.getSegments({ listID });
      },
    },
    {
      name: 'no such list',
      fails: 'LIST_NOT_FOUND',
      run: ({ client }) => client.getSegments({ listID: 99 }),
    },
  ],
};
