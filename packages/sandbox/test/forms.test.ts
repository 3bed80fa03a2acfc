import { describe, expect, test } from '@jest/globals';
import { openAccount } from './account.ts';

const forms = [{ title: 'Everywhere' }, { title: 'Second list', list: 2 }];

describe('the forms of an account', () => {
  test('come with its lists, by the option, and the first of a list is its default', async () => {
    const { ask } = openAccount({ forms });
    for (const nome of ['a', 'b']) await ask('createList', { nome });
    expect(await ask('getForms', { listID: 1 })).toMatchObject([
      { id: '1', title: 'Everywhere', default: '1' },
    ]);
    expect(await ask('getForms', { listID: 2 })).toEqual([
      {
        id: '2',
        title: 'Everywhere',
        url: expect.stringMatching(/^forms\.example\.com\/w\/[0-9a-f]{8}$/),
        hash: expect.stringMatching(/^[0-9a-f]{32}$/),
        default: '1',
      },
      expect.objectContaining({ id: '3', title: 'Second list', default: '0' }),
    ]);
  });

  test('also come with the list of generated contacts', async () => {
    const { ask } = openAccount({ forms, contacts: 1 });
    expect(await ask('getForms', { listID: 1 })).toMatchObject([{ title: 'Everywhere' }]);
  });

  test('go with their list', async () => {
    const { ask, sandbox } = openAccount({ forms });
    await ask('createList', { nome: 'a' });
    await ask('addSubscriber', { listID: 1, email: 'a@example.com', formID: 1 });
    expect(await ask('deleteList', { listID: 1 })).toEqual({ RESULT: 'OK' });
    expect(await sandbox.snapshot()).toMatchObject({ lists: [] });
  });
});

describe('a submission', () => {
  test('is a contact that was added, or added again, by a form of its list', async () => {
    const { ask } = openAccount({ forms });
    for (const nome of ['a', 'b']) await ask('createList', { nome });
    const submit = (email: string, formID: string | number) =>
      ask('addSubscriber', { listID: 1, email, formID, operation: 2 });
    await submit('a@example.com', '1');
    await submit('b@example.com', 2);
    await submit('c@example.com', 99);
    await submit('d@example.com', 'x');
    await submit('a@example.com', 1);
    const submissions = await ask('getFormsSubmissions', { listID: 1, formID: 1 });
    expect(submissions).toMatchObject([
      { FORM_ID: '1', EMAIL: 'a@example.com', DATE: '2025-03-04 05:06:07' },
      { FORM_ID: '1', EMAIL: 'a@example.com' },
    ]);
    expect(await ask('getFormsSubmissions', { listID: 2, formID: 2 })).toEqual([]);
    expect(await ask('getFormsSubmissions', { listID: 1, formID: 1, start: 1, limit: 5 })).toEqual(
      Array.isArray(submissions) ? submissions.slice(1) : [],
    );
  });

  test('is none when the contact was refused', async () => {
    const { ask } = openAccount({ forms });
    await ask('createList', { nome: 'a' });
    await ask('addSubscriber', { listID: 1, email: 'wrong', formID: 1 });
    expect(await ask('getFormsSubmissions', { listID: 1, formID: 1 })).toEqual([]);
  });
});
