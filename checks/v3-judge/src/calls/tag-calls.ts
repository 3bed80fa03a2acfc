import { refused, right, wrong } from './judged-call.ts';

/** Tags; `1` stays. */
export const tagCalls = [
  right('createTag', { body: { name: 'vip', color: '#00AEDA' } }),
  right('createTag', { body: { name: 'late', color: '#ff0000' } }),
  refused('createTag', { body: { name: 'vip', color: '#00AEDA' } }, 409),
  wrong('createTag', { body: { name: ['vip'] } }),
  wrong('createTag', { body: { label: 'vip' } }),
  right('getAllTags', { limit: 10, order: 'asc', order_by: 'name' }),
  wrong('getAllTags', { order_by: 'shoe_size' }),
  wrong('getAllTags', { limit: 0 }),
  right('updateTag', { tag_id: 2, body: { name: 'later', color: '#0000ff' } }),
  refused('updateTag', { tag_id: 99, body: { name: 'later', color: '#0000ff' } }, 404),
  wrong('updateTag', { tag_id: 2, body: { color: { red: 255 } } }),
  right('deleteTag', { tag_id: 2 }),
  refused('deleteTag', { tag_id: 2 }, 404),
  wrong('deleteTag', { tag_id: 'vip' }, 404),
];
