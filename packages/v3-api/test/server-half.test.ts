import { describe, expect, test } from '@jest/globals';
import {
  findRoute,
  operations,
  problem,
  readRequest,
  writeAnswer,
  writeProblem,
} from '../src/index.ts';

function read(method: string, path: string, body?: unknown) {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  return readRequest({ method, path, body: text });
}

function inputOf(method: string, path: string, body?: unknown) {
  const request = read(method, path, body);
  if (request.kind !== 'call') throw new Error(JSON.stringify(request.problem));
  return request.input;
}

function problemOf(method: string, path: string, body?: unknown) {
  const request = read(method, path, body);
  if (request.kind !== 'problem') throw new Error('the request was taken');
  return request.problem;
}

describe('what a server takes', () => {
  test('digits as text, as programs that keep ids as text send them', () => {
    const body = { tag_id: '5', contacts: ['34b7624024'] };
    expect(inputOf('POST', '/lists/9/contacts/actions/attach-tag', body)).toEqual({
      list_id: 9,
      body: { tag_id: 5, contacts: ['34b7624024'] },
    });
  });

  test('empty phones and days, and an empty language as none', () => {
    const base = {
      email: 'ana@example.com',
      cellphone: '',
      phone: '',
      birth_date: '',
      language: '',
    };
    expect(inputOf('POST', '/lists/9/contacts', { base })).toEqual({
      list_id: 9,
      body: { base: { email: 'ana@example.com', cellphone: '', phone: '', birth_date: '' } },
    });
  });

  test('flags of a query as 0 and 1, and names that no description has', () => {
    expect(inputOf('GET', '/lists/9/contacts?email_status=1&phone_status=false&count=500')).toEqual(
      {
        list_id: 9,
        email_status: true,
        phone_status: false,
      },
    );
  });

  test('a filter on extra fields by their numbers', () => {
    const path = '/lists/9/contacts?extra_field_id[2]=Porto&extra_field_id%5B3%5D=x%26y';
    expect(inputOf('GET', path)).toEqual({ list_id: 9, extra_field_id: { 2: 'Porto', 3: 'x&y' } });
  });

  test('a bare list where contacts leave', () => {
    const removal = { contact_id: '34b7624024' };
    expect(inputOf('POST', '/lists/9/contacts/actions/unsubscribe', [removal])).toEqual({
      list_id: 9,
      body: { data: [removal] },
    });
  });

  test('members that only the service sets, which it passes over', () => {
    const contacts = [
      { base: { email: 'a@example.com', change_date: 'x' }, tags: [1] },
      { base: { email: 'b@example.com' }, extra: [{ field_id: 2, format: 'text', value: 'y' }] },
    ];
    const body = { mode: 'add', compare_field: 'email', contacts };
    expect(inputOf('POST', '/lists/9/contacts/actions/import-bulk', body)).toMatchObject({
      body: {
        contacts: [
          { base: { email: 'a@example.com' } },
          { base: { email: 'b@example.com' }, extra: [{ field_id: 2, value: 'y' }] },
        ],
      },
    });
  });

  test('a body where none is meant, which it passes over', () => {
    expect(inputOf('POST', '/ping')).toEqual({});
    expect(inputOf('POST', '/ping', '{}')).toEqual({});
  });

  test('nothing at all as an empty object', () => {
    expect(problemOf('POST', '/lists').errors).toEqual({ internal_name: ['is required'] });
    expect(inputOf('PATCH', '/lists/9')).toEqual({ list_id: 9, body: {} });
  });
});

describe('what a server refuses', () => {
  test.each([
    ['an unknown member', 'POST', '/lists', { internal_name: 'x', nome: 'y' }, 'nome'],
    ['a missing one', 'POST', '/lists', { public_name: 'x' }, 'internal_name'],
    ['a wrong type', 'POST', '/lists', { internal_name: 7.5, public_name: {} }, 'public_name'],
    ['an unknown word', 'GET', '/lists?order=up', undefined, 'order'],
    ['a page that is too large', 'GET', '/lists?limit=1001', undefined, 'limit'],
    ['a page of nothing', 'GET', '/lists?limit=0', undefined, 'limit'],
    ['a search for nothing', 'GET', '/contacts/search', undefined, 'contact'],
    [
      'a phone with a plus',
      'POST',
      '/lists/9/contacts',
      { base: { cellphone: '+351-912345678' } },
      'base.cellphone',
    ],
    [
      'one value of many',
      'POST',
      '/lists/9/contacts/actions/start-automation',
      { automation_id: 1, action_id: 2, contacts: ['34b7624024', 'x'] },
      'contacts[1]',
    ],
  ])('%s, with 422 and its place', (_, method, path, body, place) => {
    const words = problemOf(method, path, body);
    expect(words).toMatchObject({ status: 422, title: 'Unprocessable Entity' });
    expect(Object.keys(words.errors ?? {})).toContain(place);
  });

  test.each([
    ['half of a surrogate pair', '{"internal_name":"\\ud83d"}'],
    ['NUL, at which a store may end a text', '{"internal_name":"a\\u0000b"}'],
    ['what no XML can say', '{"internal_name":"\\u0007"}'],
    ['a number that has no end', '{"internal_name":1e999}'],
    ['a number of which digits are lost', '{"internal_name":12345678901234567890}'],
  ])('text of %s, with 422', (_, body) => {
    expect(problemOf('POST', '/lists', body)).toMatchObject({
      status: 422,
      errors: { internal_name: [expect.any(String)] },
    });
  });

  test('a query that is no UTF-8, with 400', () => {
    for (const value of ['%ff', '%ED%A0%80', 'a%C3']) {
      expect(problemOf('GET', `/lists?internal_name=${value}`)).toMatchObject({ status: 400 });
    }
    expect(inputOf('GET', '/lists?internal_name=100%&public_name=%C3%A9')).toEqual({
      internal_name: '100%',
      public_name: 'é',
    });
  });

  test('a name of which half a character would be left, in a document that all can read', () => {
    const body = JSON.stringify({ internal_name: 'x', [`${'n'.repeat(79)}😀`]: 1 });
    const { errors = {} } = problemOf('POST', '/lists', body);
    expect(Object.keys(errors).every((name) => name.isWellFormed())).toBe(true);
  });

  test('an import of one contact', () => {
    const body = {
      mode: 'add',
      compare_field: 'email',
      contacts: [{ base: { email: 'a@example.com' } }],
    };
    expect(problemOf('POST', '/lists/9/contacts/actions/import-bulk', body)).toMatchObject({
      status: 422,
      errors: { contacts: ['must be a list of 2 or more'] },
    });
  });

  test('the form that is closest says what is wrong', () => {
    const body = { type: 'contacts', contacts: ['x'] };
    expect(problemOf('POST', '/lists/9/contacts/actions/activate', body).errors).toEqual({
      'contacts[0]': ['must be a contact id of ten hexadecimal digits'],
    });
  });

  test('no more problems than somebody reads', () => {
    const contacts = Array.from({ length: 5000 }, () => ({ base: { email: 1.5, status: 'x' } }));
    const body = { mode: 'add', compare_field: 'email', contacts };
    const { errors = {} } = problemOf('POST', '/lists/9/contacts/actions/import-bulk', body);
    expect(Object.keys(errors)).toHaveLength(50);
  });

  test.each([
    ['no JSON', '{"internal_name":'],
    ['a prototype', '{"__proto__":{"internal_name":"x"}}'],
    ['a name twice', '{"internal_name":"x","internal_name":"y"}'],
    ['depth without end', `{"internal_name":${'['.repeat(1000)}${']'.repeat(1000)}}`],
  ])('%s, with 400', (_, body) => {
    expect(problemOf('POST', '/lists', body)).toMatchObject({ status: 400, title: 'Bad Request' });
  });

  test('a body over the limit, with 413', () => {
    const request = {
      method: 'POST',
      path: '/lists',
      body: `{"internal_name":"${'x'.repeat(100)}"}`,
    };
    expect(
      readRequest(request, { maxBytes: 100, maxDepth: 8, maxValues: 100, maxMembers: 10 }),
    ).toMatchObject({
      problem: { status: 413, title: 'Request Entity Too Large' },
    });
  });

  test('ids of another form, and paths that are none, with 404', () => {
    for (const path of [
      '/lists/abc',
      '/lists/0',
      '/lists/9/contacts/xyz',
      '/list',
      '/lists/',
      '/',
    ]) {
      expect(problemOf('GET', path)).toMatchObject({ status: 404, title: 'NotFound' });
    }
    expect(problemOf('GET', '/lists/%E0%A4%A/contacts')).toMatchObject({ status: 404 });
  });

  test('a method that the path does not take, with 405', () => {
    expect(problemOf('PUT', '/lists/9')).toMatchObject({ status: 405 });
    expect(findRoute('PUT', '/lists/9')).toEqual({
      kind: 'wrong method',
      allowed: ['DELETE', 'GET', 'PATCH'],
    });
  });
});

describe('what a server answers', () => {
  test('nothing that clients do not expect, and all that they do', () => {
    const tag = { tag_id: 5, name: 'vip', color: '#00AEDA' };
    expect(writeAnswer('createTag', tag)).toEqual({
      kind: 'answer',
      status: 201,
      body: JSON.stringify(tag),
    });
    expect(writeAnswer('createTag', { tag_id: 5, name: 'vip' })).toEqual({
      kind: 'refused',
      problems: [{ path: 'color', problem: 'is required' }],
    });
    expect(writeAnswer('createTag', { ...tag, owner: 1 } as never)).toMatchObject({
      kind: 'refused',
    });
  });

  test('what is wrong with values in both places where clients look', () => {
    const words = problem(422, 'x is wrong', { x: ['must be text'] });
    const { body } = writeProblem(words);
    expect(JSON.parse(body)).toEqual({ ...words, validation_messages: words.errors });
  });

  test('reasons of a conflict in `errors` alone', () => {
    const [[key, sentence] = []] = Object.entries(operations.createList.conflict?.reasons ?? {});
    const words = problem(409, `${sentence}`, { [`${key}`]: sentence });
    expect(JSON.parse(writeProblem(words).body)).toEqual({
      type: 'http://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html',
      title: 'Conflict',
      status: 409,
      detail: sentence,
      errors: { list_limit_reached: sentence },
    });
  });
});
