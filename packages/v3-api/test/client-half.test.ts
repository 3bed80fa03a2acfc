import { describe, expect, test } from '@jest/globals';
import { readAnswer, writeRequest } from '../src/index.ts';

describe('what a client writes', () => {
  test.each([
    ['an unknown parameter', { list_id: 9, count: 500 }, 'count'],
    ['an id that is text', { list_id: '9' }, 'list_id'],
    ['a flag that is a number', { list_id: 9, email_status: 1 }, 'email_status'],
    ['a page that is too large', { list_id: 9, limit: 1001 }, 'limit'],
    ['half of a surrogate pair', { list_id: 9, email: '\ud800' }, 'email'],
    ['a day of another form', { list_id: 9, birth_date: '31-01-1990' }, 'birth_date'],
    ['no list', {}, 'list_id'],
    [
      'a name of a field that is none',
      { list_id: 9, extra_field_id: { 'a]b': '1' } },
      'extra_field_id',
    ],
  ])('refuses %s before anything is sent', (_, input, path) => {
    const written = writeRequest('getAllContacts', input as never);
    expect(written).toMatchObject({ kind: 'refused', problems: [{ path }] });
  });

  test('keeps ids from being steps of a path', () => {
    for (const segment_id of ['..', '.', '']) {
      expect(writeRequest('deleteSegment', { list_id: 9, segment_id }).kind).toBe('refused');
    }
    expect(writeRequest('deleteSegment', { list_id: 9, segment_id: '../8' })).toMatchObject({
      path: '/lists/9/segments/..%2F8',
    });
  });

  test('refuses forms of a report without their list', () => {
    const range = { start: '2026-01-01', end: '2026-02-01' };
    const body = { title: 'Answers', range, forms: [{ forms: [1] }] };
    expect(writeRequest('generateFormAnswersReport', { body } as never)).toMatchObject({
      kind: 'refused',
      problems: [{ path: 'body.forms[0].list_id' }],
    });
  });

  test('adds nothing that the caller did not say', () => {
    const input = { list_id: 9, contact_id: '34b7624024', body: { base: { first_name: 'Ana' } } };
    expect(writeRequest('patchContact', input)).toMatchObject({
      body: '{"base":{"first_name":"Ana"}}',
    });
  });
});

describe('what a client reads', () => {
  const answer = (body: unknown, status = 200) =>
    readAnswer('getAllTags', {
      status,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  test('members and words that no description has', () => {
    const fields = [
      { field_id: 'email', name: 'Email', format: 'email', type: 'base', editable: true },
      { field_id: 7, name: 'Later', format: 'geography', type: 'extra' },
    ];
    expect(readAnswer('getAllFields', { status: 200, body: JSON.stringify(fields) })).toEqual({
      kind: 'answer',
      status: 200,
      value: [fields[0], { ...fields[1], field_id: '7' }],
    });
  });

  test('digits in text as numbers, and null as nothing', () => {
    const body = { total_items: '1', items: [{ tag_id: '5', name: 'vip', color: null }] };
    expect(answer(body)).toEqual({
      kind: 'answer',
      status: 200,
      value: { total_items: 1, items: [{ tag_id: 5, name: 'vip' }] },
    });
  });

  test('any success as one, whatever status the description has', () => {
    for (const status of [200, 202, 207]) {
      expect(answer({ items: [] }, status)).toMatchObject({ kind: 'answer', status });
    }
    expect(readAnswer('deleteTag', { status: 200, body: '<p>done</p>' })).toMatchObject({
      kind: 'answer',
      value: undefined,
    });
  });

  test('a problem, with the messages of either place', () => {
    const words = { title: 'Unprocessable Entity', status: 422, detail: 'Failed Validation' };
    const errors = { name: { isEmpty: 'Value is required' } };
    for (const place of ['errors', 'validation_messages']) {
      expect(answer({ ...words, [place]: errors }, 422)).toMatchObject({
        kind: 'problem',
        status: 422,
        problem: { ...words, errors },
      });
    }
  });

  test('a problem that says little', () => {
    expect(answer({ detail: 'no' }, 503)).toMatchObject({
      kind: 'problem',
      problem: { status: 503, title: 'Service Unavailable', detail: 'no' },
    });
  });

  test.each([
    ['a page of a proxy', '<html>', 502],
    ['a success of another kind', '<html>', 200],
    ['JSON that is no problem', { message: 'no' }, 404],
    ['an answer without its items', { total_items: 0 }, 200],
    ['items that are none', { items: [{ name: 'vip' }] }, 200],
    ['a body that was cut', '{"items":[', 200],
    ['nothing', '', 200],
  ])('%s as foreign', (_, body, status) => {
    expect(answer(body, status)).toMatchObject({ kind: 'foreign', status });
  });
});

describe('moments and days that a client writes', () => {
  const written = (created_min: string) => writeRequest('getAllLists', { created_min }).kind;

  test.each([
    '2026-11-25',
    '2026-11-25 10:00:00',
    '2026-11-25T10:00:00Z',
    '2026-11-25T10:00:00.5+01:00',
    '',
  ])('takes %j', (text) => {
    expect(written(text)).toBe('request');
  });

  test.each([
    '25-11-2026',
    '2026-13-01',
    '2026-11-32',
    '2026-11-25 25:00:00',
    '2026-11-25 10:00',
    'yesterday',
    '2026-11-25\n',
  ])('refuses %j', (text) => {
    expect(written(text)).toBe('refused');
  });
});
