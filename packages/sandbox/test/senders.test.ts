import { expect, test } from '@jest/globals';
import { openAccount } from './account.ts';
import { pdf } from './campaign-codes.ts';

const first = [
  { FROMID: '1', SENDER: 'news@example.com', CHANNEL: 'email' },
  { FROMID: '2', SENDER: '351-912345678', CHANNEL: 'telemovel' },
];

test('an account begins with a sender for e-mail and one for SMS', async () => {
  const { ask } = openAccount();
  expect(await ask('getSenders')).toEqual(first);
  expect(await ask('getSenders', { channel: 'telemovel' })).toEqual(first.slice(1));
});

test('senders are added, changed and deleted, and no code is given twice', async () => {
  const { ask } = openAccount();
  const brand = { channel: 'telemovel', sender: ' Brand ', file: pdf };
  expect(await ask('addSender', brand)).toEqual({ FROMID: '3' });
  const edit = { channel: 'telemovel', fromID: 3, sender: 'Shop' };
  expect(await ask('editSender', edit)).toEqual({ RESULT: 'OK' });
  expect(await ask('getSenders')).toEqual([
    ...first,
    { FROMID: '3', SENDER: 'Shop', CHANNEL: 'telemovel' },
  ]);
  await ask('deleteSender', { channel: 'telemovel', fromID: '3' });
  expect(await ask('getSenders')).toEqual(first);
  expect(await ask('addSender', brand)).toEqual({ FROMID: '4' });
});

test('a sender may keep its own text but not take that of another', async () => {
  const { ask } = openAccount();
  await ask('addSender', { channel: 'email', sender: 'sales@example.com' });
  const edit = { channel: 'email', fromID: 3 };
  expect(await ask('editSender', { ...edit, sender: 'Sales@example.com' })).toEqual({
    RESULT: 'OK',
  });
  expect(await ask('editSender', { ...edit, sender: 'news@example.com' })).toEqual({
    ERROR: 'SENDER_EXISTS',
  });
});

test('a CNAME is kept once', async () => {
  const { ask, sandbox } = openAccount();
  for (const cname of ['news.example.com', ' news.example.com']) {
    expect(await ask('addCname', { cname })).toEqual({ RESULT: 'OK' });
  }
  expect((await sandbox.snapshot()).cnames).toEqual(['news.example.com']);
});

test('an account has templates of messages and of headers and footers', async () => {
  const { ask } = openAccount();
  for (const method of ['getTemplates', 'getHeaderFooterTemplates']) {
    expect(await ask(method)).toEqual([
      { ID: '1', NAME: expect.any(String) },
      { ID: '2', NAME: expect.any(String) },
    ]);
  }
});
