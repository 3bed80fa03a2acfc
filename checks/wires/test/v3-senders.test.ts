import { describe, expect, test } from '@jest/globals';
import { bothFaces, pdf, refused } from './both-faces.ts';

const faces = bothFaces();
const { made, send } = faces;

describe('senders', () => {
  test('of every kind wait for moderation, and are seen and used in v2 once they are validated', async () => {
    const email = await made('/senders/email', { name: 'Shop', email: 'shop@example.com' });
    const name = { type: 'alpha_numeric', cellphone: 'Shop' };
    const cellphone = await made('/senders/cellphone', { ...name, file: pdf });
    const number = { type: 'numeric', cellphone: '351-961234567' };
    await made('/senders/cellphone', number);
    const phone = await made('/senders/phone', { phone: '351-211234567', file: pdf });
    const waits = { status: 'moderation' };
    const shop = { name: 'Shop', email: 'shop@example.com' };
    expect(email).toEqual({ sender_id: 3, ...shop, ...waits });
    expect(cellphone).toEqual({ sender_id: 4, ...name, ...waits });
    expect(phone).toEqual({ sender_id: 6, phone: '351-211234567', ...waits });
    expect((await send('GET', '/senders/email?status=moderation')).body).toEqual({
      items: [email],
    });
    expect((await send('GET', '/senders/cellphone?offset=1&limit=1')).body).toEqual({
      items: [cellphone],
    });
    expect(await faces.v2.getSenders()).toHaveLength(2);
    await faces.account.moderateSender({ sender: 6, status: 'rejected' });
    await faces.account.moderateSender({ sender: 3, status: 'active' });
    expect(await faces.v2.getSenders()).toHaveLength(3);
    faces.clock.ms += 60_000;
    expect(await faces.v2.getSenders()).toEqual([
      { FROMID: '1', SENDER: 'news@example.com', CHANNEL: 'email' },
      { FROMID: '2', SENDER: '351-912345678', CHANNEL: 'telemovel' },
      { FROMID: '3', SENDER: 'shop@example.com', CHANNEL: 'email' },
      { FROMID: '4', SENDER: 'Shop', CHANNEL: 'telemovel' },
      { FROMID: '5', SENDER: '351-961234567', CHANNEL: 'telemovel' },
    ]);
    expect((await send('GET', '/senders/phone?status=rejected')).body).toMatchObject({
      items: [{ sender_id: 6 }],
    });
  });

  test('that v2 adds are there over v3, validated, with the same number', async () => {
    const added = await faces.v2.addSender({ channel: 'telemovel', sender: 'Brand', file: pdf });
    expect((await send('GET', '/senders/cellphone')).body).toEqual({
      items: [
        { sender_id: 2, cellphone: '351-912345678', type: 'numeric', status: 'active' },
        {
          sender_id: Number(added.FROMID),
          cellphone: 'Brand',
          type: 'alpha_numeric',
          status: 'active',
        },
      ],
    });
  });

  test('of e-mail get another name, and all are deleted', async () => {
    expect(await send('PUT', '/senders/email/1', { name: 'News' })).toEqual({
      status: 200,
      body: { sender_id: 1, name: 'News', email: 'news@example.com', status: 'active' },
    });
    expect(await send('DELETE', '/senders/email/2')).toMatchObject(refused(404));
    expect(await send('DELETE', '/senders/email/1')).toEqual({ status: 204, body: undefined });
    expect(await send('DELETE', '/senders/cellphone/2')).toMatchObject({ status: 204 });
    await expect(faces.v2.getSenders()).rejects.toMatchObject({ code: 'SENDER_NOT_EXISTS' });
  });

  test.each<readonly [string, string, unknown, number, string]>([
    [
      'an address that is taken',
      '/email',
      { name: 'a', email: 'News@example.com' },
      409,
      'sender_exists',
    ],
    ['what is no address', '/email', { name: 'a', email: 'nobody' }, 422, 'email'],
    ['no name', '/email', { name: ' ', email: 'a@example.com' }, 422, 'name'],
    [
      'a number that is taken',
      '/cellphone',
      { type: 'numeric', cellphone: '351-912345678' },
      409,
      'sender_exists',
    ],
    [
      'a number as a name',
      '/cellphone',
      { type: 'alpha_numeric', cellphone: '351-96123', file: pdf },
      422,
      'type',
    ],
    [
      'a document that is none',
      '/cellphone',
      { type: 'alpha_numeric', cellphone: 'a', file: 'AAAA' },
      422,
      'file',
    ],
    ['an empty document', '/phone', { phone: '351-211234567', file: '' }, 422, 'file'],
  ])('%s is refused', async (_wrong, path, body, status, name) => {
    expect(await send('POST', `/senders${path}`, body)).toMatchObject(refused(status, name));
    expect((await faces.account.snapshot()).senders).toHaveLength(2);
  });
});

describe('domains of links', () => {
  test('are added once, by either API', async () => {
    await faces.v2.addCname({ cname: 'mail.example.com' });
    const value = 'news.example.com';
    const added = await made('/cnames', { value });
    expect(added).toEqual({ cname_id: 2, value, status: 'unverified' });
    for (const known of ['Mail.example.com', value]) {
      expect(await send('POST', '/cnames', { value: known })).toMatchObject(
        refused(409, 'cname_exists'),
      );
    }
    for (const wrong of [{}, { value: ' ' }, { value: 'no domain' }, { value: 'localhost' }]) {
      expect(await send('POST', '/cnames', wrong)).toMatchObject(refused(422, 'value'));
    }
    expect((await send('GET', '/cnames')).body).toEqual({
      total_items: 2,
      items: [{ cname_id: 1, value: 'mail.example.com', status: 'unverified' }, added],
    });
    expect((await faces.account.snapshot()).cnames).toEqual(['mail.example.com', value]);
  });
});

describe('groups of campaigns', () => {
  test('are made and renamed by either API', async () => {
    await faces.v2.createCampaignGroup({ name: 'News' });
    expect(await made('/campaign-groups', { name: 'Sales' })).toEqual({
      group_id: 2,
      name: 'Sales',
    });
    await faces.v2.editCampaignGroup({ group: 2, name: 'Winter' });
    expect(await send('PUT', '/campaign-groups/1', { name: 'Letters' })).toMatchObject({
      status: 200,
      body: { group_id: 1, name: 'Letters' },
    });
    expect((await send('GET', '/campaign-groups?limit=1&offset=1')).body).toEqual({
      total_items: 2,
      items: [{ group_id: 2, name: 'Winter' }],
    });
    expect((await send('GET', '/campaign-groups?name=Letters')).body).toMatchObject({
      total_items: 1,
      items: [{ group_id: 1 }],
    });
    expect(await send('DELETE', '/campaign-groups/2')).toMatchObject({ status: 204 });
    expect((await faces.account.snapshot()).campaignGroups).toEqual([{ id: 1, name: 'Letters' }]);
  });

  test('have names of their own', async () => {
    await made('/campaign-groups', { name: 'News' });
    await made('/campaign-groups', { name: 'Sales' });
    const taken = await send('POST', '/campaign-groups', { name: 'News' });
    expect(taken).toMatchObject(refused(409, 'group_exists'));
    const renamed = await send('PUT', '/campaign-groups/2', { name: 'News' });
    expect(renamed).toMatchObject(refused(422, 'name'));
    expect(await send('PUT', '/campaign-groups/1', { name: 'News' })).toMatchObject({
      status: 200,
    });
    expect(await send('POST', '/campaign-groups', { name: '' })).toMatchObject(
      refused(422, 'name'),
    );
    expect(await send('DELETE', '/campaign-groups/9')).toMatchObject(refused(404));
  });
});
