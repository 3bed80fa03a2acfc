import type { V3Attack, V3Refused } from './v3-attacks.ts';
import { hidden } from './v3-requests.ts';
import { sandboxApiKey } from '@egoi-client/sandbox';

const key = `Apikey: ${sandboxApiKey}`;

const get = (path: string, status: number, detail?: RegExp): V3Refused => ({
  method: 'GET',
  path,
  status,
  ...(detail === undefined ? {} : { detail }),
});

const paths: readonly V3Refused[] = [
  '/',
  '//',
  '/lists/',
  '//lists',
  '/lists//contacts',
  '/lists/./1',
  '/lists/../lists',
  '/lists/%2e%2e/lists',
  '/%6cists',
  '/LISTS',
  '/lists;x=1',
  '/lists%3flimit=1',
  '/lists%00',
  '/lists%',
  '/lists/1/contacts/%E0%A4%A',
  '/__proto__',
  '/constructor',
  '/lists/constructor',
  '/lists/1/contacts/toString',
  '/lists\\1',
  `/${'a/'.repeat(4000)}`,
  `/lists/${'1'.repeat(8000)}`,
].map((path) => get(path, 404));

const methods: readonly V3Refused[] = [
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
].map((method) => ({ method, path: '/lists', status: 405, detail: /GET, POST/ }));

const heads: readonly V3Refused[] = [
  { path: '/lists', headers: [key, 'Content-Encoding: gzip'], body: hidden, status: 415 },
  { path: '/lists', headers: [key, 'Origin: http://evil.example'], body: '{}', status: 403 },
  { path: '/lists', headers: [key, 'Sec-Fetch-Site: cross-site'], body: '{}', status: 403 },
  {
    path: '/lists',
    headers: [key, 'Content-Type: application/json', 'Content-Type: text/plain'],
    body: '{}',
    status: 400,
  },
];

/** Attacks below the operations: addresses, methods and heads. */
export const hostileHeads: readonly V3Attack[] = [
  { name: 'paths that lead nowhere', requests: paths },
  { name: 'methods that no path takes', requests: methods },
  { name: 'heads that no program sends', requests: heads },
];
