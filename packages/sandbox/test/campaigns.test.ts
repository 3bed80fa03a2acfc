import { EgoiConfigError } from '@egoi-client/core';
import { sandboxTransport } from '@egoi-client/sandbox';
import { describe, expect, test } from '@jest/globals';
import { ana, ask, openFilledAccount, textOf } from './account.ts';
import { email, hashOf, mp3, pdf, sms, zip } from './campaign-codes.ts';

const unset = '0000-00-00 00:00:00';

describe('a campaign', () => {
  test('is listed with its hash, its channel and no moment until it is sent', async () => {
    const { ask: call, struct } = await openFilledAccount();
    const ID = textOf(await struct('createCampaignEmail', email), 'ID');
    expect(ID).toMatch(/^[0-9a-f]{32}$/);
    const record = {
      HASH: ID,
      REF: '1',
      LISTNUM: '1',
      SUBJECT: 'News',
      INTERNAL_NAME: '',
      CHANNEL: 'email',
      STATUS: 'standby',
      START: unset,
      END: unset,
    };
    expect(await call('getCampaigns')).toEqual([record]);
    await call('sendEmail', { campaign: ID, listID: 1, email: ana });
    const moment = '2025-03-04 05:06:07';
    expect(await call('getCampaigns')).toEqual([
      { ...record, STATUS: 'finished', START: moment, END: moment },
    ]);
  });

  test('of every channel is listed, the newest first, a page at a time', async () => {
    const { ask: call } = await openFilledAccount();
    await call('createCampaignEmail', email);
    await call('createCampaignSMS', sms);
    await call('createCampaignFAX', { listID: 1, subject: 'Fax', file: pdf });
    await call('createCampaignVoice', { listID: 1, subject: 'Call', file: mp3 });
    expect(await call('getCampaigns')).toMatchObject(
      ['voice', 'fax', 'sms_premium', 'email'].map((CHANNEL) => ({ CHANNEL })),
    );
    expect(await call('getCampaigns', { start: '1', limit: 2 })).toMatchObject([
      { REF: '3' },
      { REF: '2' },
    ]);
    expect(await call('getCampaigns', { start: 4 })).toEqual([]);
  });

  test('stays in the list when it is deleted', async () => {
    const { ask: call } = await openFilledAccount();
    await call('createCampaignEmail', email);
    expect(await call('deleteCampaign', { campaign: hashOf(1).toUpperCase() })).toEqual({
      RESULT: 'OK',
    });
    expect(await call('getCampaigns')).toMatchObject([{ HASH: hashOf(1), STATUS: 'deleted' }]);
  });

  test('that an event sends cannot be deleted', async () => {
    const { ask: call, sandbox } = await openFilledAccount();
    const campaign = await sandbox.addTriggeredCampaign({ listID: 1, subject: 'Welcome' });
    expect(await call('deleteCampaign', { campaign })).toEqual({ ERROR: 'CANNOT_BE_DELETED' });
    expect(await call('getCampaigns')).toMatchObject([{ HASH: campaign, STATUS: 'standby' }]);
    await expect(
      sandbox.addTriggeredCampaign({ listID: 99, subject: 'Welcome' }),
    ).rejects.toBeInstanceOf(EgoiConfigError);
  });

  test('keeps what an edit does not name', async () => {
    const { ask: call, sandbox } = await openFilledAccount();
    await call('createCampaignEmail', { ...email, internal_name: 'inside', reply: '1' });
    const edit = {
      campaign: hashOf(1),
      subject: 'Changed',
      url: 'https://example.com/',
      listID: 2,
    };
    await call('editCampaignEmail', edit);
    const [campaign] = (await sandbox.snapshot()).campaigns;
    expect(campaign).toMatchObject({
      subject: 'Changed',
      url: 'https://example.com/',
      list: 2,
      internal_name: 'inside',
      message: '<p>Hello</p>',
      sender: 1,
      reply: 1,
    });
    expect(await call('editCampaignEmail', { ...edit, listID: 99 })).toEqual({
      ERROR: 'LIST_NOT_FOUND',
    });
  });

  test('keeps its message where an edit gives a list in place of text', async () => {
    const { ask: call, sandbox } = await openFilledAccount();
    await call('createCampaignEmail', email);
    const edit = { campaign: hashOf(1), message: ['x'] };
    expect(await call('editCampaignEmail', edit)).toEqual({ RESULT: 'OK' });
    expect((await sandbox.snapshot()).campaigns).toMatchObject([{ message: email.message }]);
  });

  test('outlives its list', async () => {
    const { ask: call } = await openFilledAccount();
    await call('createCampaignEmail', email);
    await call('deleteList', { listID: 1 });
    expect(await call('getCampaigns')).toMatchObject([{ LISTNUM: '1' }]);
  });

  test('may come from a ZIP file, in base64 with line breaks', async () => {
    const { ask: call } = await openFilledAccount();
    const file = `${zip.slice(0, 4)}\r\n${zip.slice(4)}`;
    const made = await call('createCampaignEmail', { ...email, message: null, file });
    expect(made).toEqual({ ID: hashOf(1) });
    expect(await call('sendEmail', { campaign: hashOf(1), listID: 1, email: ana })).toEqual({
      ID: hashOf(1),
    });
  });
});

describe('a file', () => {
  test.each([
    ['an MP3 file with a tag', mp3, true],
    ['an MP3 file from its first frame on', Buffer.from([0xff, 0xfb, 0x90, 0]), true],
    ['a WAV file', Buffer.from('RIFF\u0001\u0001\u0001\u0001WAVEfmt ', 'latin1'), true],
    ['another RIFF file', Buffer.from('RIFF\u0001\u0001\u0001\u0001AVI LIST', 'latin1'), false],
    ['a short text', Buffer.from('R'), false],
  ])('is told by its first bytes: %s', async (_name, bytes, isAudio) => {
    const { ask: call } = await openFilledAccount();
    const file = typeof bytes === 'string' ? bytes : bytes.toString('base64');
    expect(await call('createCampaignVoice', { listID: 1, subject: 'x', file })).toEqual(
      isAudio ? { ID: hashOf(1) } : { ERROR: 'INVALID_FILE' },
    );
  });

  test('may be as large as the account allows, and no larger', async () => {
    const { ask: call } = await openFilledAccount({ maxFileBytes: 2000 });
    const fax = (size: number) => {
      const file = Buffer.from('%PDF-'.padEnd(size, 'x')).toString('base64');
      return call('createCampaignFAX', { listID: 1, subject: 'x', file });
    };
    expect(await fax(2000)).toEqual({ ID: hashOf(1) });
    expect(await fax(2001)).toEqual({ ERROR: 'FILE_TOO_LARGE' });
  });
});

test('a group of campaigns is made, renamed and told by the snapshot', async () => {
  const { ask: call, sandbox } = await openFilledAccount();
  expect(await call('createCampaignGroup', { name: 'Spring' })).toEqual({ ID: '1' });
  expect(await call('editCampaignGroup', { group: '1', name: 'Summer' })).toEqual({ RESULT: 'OK' });
  expect((await sandbox.snapshot()).campaignGroups).toEqual([{ id: 1, name: 'Summer' }]);
  expect(await call('editCampaignGroup', { group: 2, name: 'Autumn' })).toEqual({
    ERROR: 'CAMPAIGN_NOT_FOUND',
  });
});

test('hashes never repeat, and the references given for them must have 32 digits', async () => {
  const hashes = Array.from({ length: 20_000 }, (_none, index) => hashOf(index + 1));
  expect(new Set(hashes).size).toBe(hashes.length);
  const sandbox = sandboxTransport({ ids: (kind) => (kind === 'campaign' ? 'a'.repeat(32) : 'b') });
  await ask(sandbox, 'createList', { nome: 'x' });
  expect(await ask(sandbox, 'createCampaignEmail', email)).toEqual({ ID: 'a'.repeat(32) });
  const short = sandboxTransport({ ids: () => '0123456789' });
  await ask(short, 'createList', { nome: 'x' });
  await expect(ask(short, 'createCampaignEmail', email)).rejects.toThrow('32 characters');
});
