import { refused, right, wrong } from './judged-call.ts';

/** Contact lists. The account begins with one, `1`. */
export const listCalls = [
  right('createList', { body: { internal_name: 'shop', public_name: 'Shop' } }),
  right('createList', { body: { internal_name: 'alone' } }),
  wrong('createList', { body: { public_name: 'Shop' } }),
  wrong('createList', { body: { internal_name: ['shop'] } }),
  wrong('createList', { body: { internal_name: 'a', shoe_size: 44 } }),
  right('getAllLists', { offset: 0, limit: 2, order: 'desc', order_by: 'list_id' }),
  right('getAllLists', { internal_name: 'shop', created_min: '2020-01-01 00:00:00' }),
  right('getAllLists', {
    public_name: 'News',
    order: 'asc',
    order_by: 'internal_name',
    created_min: '2020-01-01 00:00:00',
    created_max: '2030-01-01T00:00:00Z',
    updated_min: '2020-01-01',
    updated_max: '2030-01-01 00:00:00',
  }),
  wrong('getAllLists', { limit: 'abc' }),
  wrong('getAllLists', { limit: 1001 }),
  wrong('getAllLists', { order: 'sideways' }),
  right('getList', { list_id: 2 }),
  refused('getList', { list_id: 99 }, 404),
  wrong('getList', { list_id: 'one' }, 404),
  right('updateList', { list_id: 2, body: { public_name: 'The shop' } }),
  refused('updateList', { list_id: 99, body: { public_name: 'The shop' } }, 404),
  wrong('updateList', { list_id: 2, body: { public_name: ['The shop'] } }),
];

/** What ends a list, when everything else was done. */
export const lastListCalls = [
  right('deleteList', { list_id: 3 }),
  refused('deleteList', { list_id: 3 }, 404),
  wrong('deleteList', { list_id: 0 }, 404),
];
