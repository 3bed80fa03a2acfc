import type { V3Attack, V3Refused } from './v3-attacks.ts';
import { hidden } from './v3-requests.ts';

const megabyte = 1024 * 1024;
/** Just within the largest body. */
const long = 20 * megabyte - 1000;

/** Attacks by what bodies hold. @param contact id of a contact of list 1 */
export function hostileBodies(contact: string): readonly V3Attack[] {
  const contactPath = `/lists/1/contacts/${contact}`;
  const patch = (body: object, status = 422, detail?: RegExp): V3Refused => ({
    method: 'PATCH',
    path: contactPath,
    body: JSON.stringify(body),
    status,
    ...(detail === undefined ? {} : { detail }),
  });
  return [
    {
      name: 'bodies over the limit',
      requests: [
        { path: '/lists', body: `"${'a'.repeat(21 * megabyte)}"`, status: 413 },
        { path: '/lists', body: '9'.repeat(21 * megabyte), status: 413 },
      ],
    },
    {
      name: 'small bodies that would take much memory',
      requests: [
        { path: importPath, body: importOf(repeated('{}')), status: 413 },
        { path: importPath, body: importOf(repeated('1')), status: 413 },
        { path: '/lists', body: `[${repeated('[]')}]`, status: 413 },
        { path: '/lists', body: `{${distinctMembers(1_000_000)}}`, status: 413 },
      ],
    },
    {
      name: 'values as long as a body',
      requests: [
        post(importPath, { ...anImport, compare_field: 'a'.repeat(long) }),
        post(exportPath, { format: 'csv', fields: ['a'.repeat(long)] }),
        post(exportPath, { format: 'csv', callback_url: `http://${'a'.repeat(long)}` }),
        post('/lists/1/contacts', { base: { email: `a@${'a.'.repeat(long / 2)}@` } }),
        post('/lists/1/contacts', { base: { phone: '1'.repeat(long) } }),
        post('/lists/1/contacts', { ['n'.repeat(long)]: hidden }),
        post('/tags', { name: 'x', color: '#'.repeat(long) }),
      ],
    },
    {
      name: 'text that the account cannot keep',
      requests: [
        ...['\u0000', '\u0007', '\ud83d', '\udc00', '\ufffe', '\uffff'].flatMap((piece) => [
          post('/lists', { internal_name: `a${piece}b` }),
          post('/tags', { name: piece, color: '' }),
          patch({ base: { first_name: `${hidden}${piece}` } }),
        ]),
        post('/lists', '{"internal_name":1e999}'),
        post('/lists', '{"internal_name":12345678901234567890123}'),
      ],
    },
    {
      name: 'values of contacts that are none',
      requests: [
        patch({ base: { birth_date: '2025-02-30' } }, 422, /^birth_date/),
        patch({ base: { email: `${hidden}@` } }),
        patch({ base: { status: 'removed' } }),
        patch({ extra: [{ field_id: 99, value: hidden }] }),
        patch({ extra: [{ field_id: 1, value: hidden }] }),
        patch({ extra: [{ field_id: 1, value: [99] }] }),
        patch({ extra: [{ field_id: 2 ** 53, value: hidden }] }),
        post('/lists/1/contacts', {}),
        post('/lists/1/contacts', { base: { push_token_ios: [{ app_id: 'a', token: hidden }] } }),
      ],
    },
    {
      name: 'things that are not there',
      requests: [
        post('/lists/2/contacts', { base: { email: 'rui@example.com' } }, 404),
        post(tagPath, { tag_id: 9, contacts: [contact] }, 404),
        post(tagPath, { tag_id: 1, segment_id: 'tag_9' }, 404),
        post(tagPath, { tag_id: 1, segment_id: '__proto__' }, 404),
        post(tagPath, { tag_id: 1, field_id: '__proto__', contacts: ['x'] }),
        post(tagPath, { tag_id: 1, field_id: '99', contacts: ['x'] }),
        post(byFieldPath, {}, 404),
        post(byFieldPath, { compare_field: { field_id: '__proto__', value: hidden } }),
        post(byFieldPath, { compare_field: { field_id: 'first_name', value: hidden } }),
        post(exportPath, { format: 'csv', fields: ['constructor'] }),
        post(exportPath, { format: 'csv', segments: ['../1'] }, 404),
      ],
    },
    {
      name: 'addresses that nothing may be posted to',
      requests: [
        'file:///etc/passwd',
        'ftp://example.com/',
        'javascript:alert(1)',
        'http://user:password@example.com/',
        '//example.com/',
        'http://',
        '',
      ].flatMap((callback_url) => [
        post(importPath, { ...anImport, callback_url }),
        post(exportPath, { format: 'csv', callback_url }),
      ]),
    },
    {
      name: 'files that are to be fetched',
      requests: [
        post(importPath, {
          mode: 'add',
          compare_field: 'email',
          file: { url: 'file:///etc/passwd', field_mapping: [] },
        }),
      ],
    },
  ];
}

const importPath = '/lists/1/contacts/actions/import-bulk';
const exportPath = '/lists/1/contacts/actions/export';
const tagPath = '/lists/1/contacts/actions/attach-tag';
const byFieldPath = '/lists/1/contacts/by-field';
const anImport = { mode: 'add', compare_field: 'email', contacts: [{}, {}] };

function post(path: string, body: object | string, status = 422): V3Refused {
  return { path, body: typeof body === 'string' ? body : JSON.stringify(body), status };
}

function importOf(contacts: string): string {
  return `{"mode":"add","compare_field":"email","contacts":[${contacts}]}`;
}

function repeated(item: string): string {
  const count = Math.floor((long - 200) / (item.length + 1));
  return `${`${item},`.repeat(count)}${item}`;
}

function distinctMembers(count: number): string {
  return Array.from({ length: count }, (_, index) => `"name${index}":1`).join(',');
}
