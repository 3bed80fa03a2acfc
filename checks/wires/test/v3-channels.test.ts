import { describe, expect, test } from '@jest/globals';
import { base64, bothFaces, mp3, refused, success, toAll, toOne } from './both-faces.ts';

const faces = bothFaces();
const { addresses, listed, made, makeList, makeSms, makeVoice, order, send } = faces;

describe('an SMS campaign', () => {
  test('goes by the oldest sender unless it names one, to mobiles or an extra field of them', async () => {
    const [ana] = await makeList();
    const field = await made<{ field_id: string }>('/lists/1/fields/extra', {
      name: 'Second mobile',
      format: 'cellphone',
    });
    await send('PATCH', `/lists/1/contacts/${ana}`, {
      extra: [{ field_id: Number(field.field_id), value: '351-933333333' }],
    });
    const campaign = await makeSms();
    expect(
      await send('PATCH', `/campaigns/sms/${campaign}`, {
        internal_name: 'Winter sale',
        content: { message: 'Half price' },
      }),
    ).toMatchObject({ status: 200 });
    expect(await faces.v2.getCampaigns()).toMatchObject([
      { SUBJECT: 'Winter sale', INTERNAL_NAME: 'Winter sale', CHANNEL: 'sms_premium' },
    ]);
    await order('sms', campaign, { ...toAll, destination_field: 'cellphone' });
    const other = await makeSms({ content: { type: 'template', template_id: 1 }, sender_id: 2 });
    await order('sms', other, { ...toAll, destination_field: field.field_id });
    const direct = { ...toOne('351-999999999'), destination_field: 'cellphone' };
    await order('sms', await makeSms(), direct);
    await faces.account.workOff();
    const shown = (await faces.account.outbox()).map(({ address, sender, body }) => [
      address,
      sender,
      body,
    ]);
    expect(shown).toEqual([
      ['351-911111111', '351-912345678', 'Half price'],
      ['351-922222222', '351-912345678', 'Half price'],
      ['351-933333333', '351-912345678', 'Newsletter'],
      ['351-999999999', '351-912345678', 'Hello'],
    ]);
  });

  test('is as long as its messages have room for', async () => {
    await makeList();
    const text = (length: number) => ({ type: 'text', message: 'x'.repeat(length) });
    const options = { max_messages: 2 };
    const campaign = await makeSms({ content: text(320), options });
    const base = { list_id: 1, internal_name: 'Sale' };
    for (const body of [
      { ...base, content: text(321), options },
      { ...base, content: text(71), options: { encoding: 'unicode', max_messages: 1 } },
    ]) {
      expect(await send('POST', '/campaigns/sms', body)).toMatchObject(
        refused(422, 'content.message'),
      );
    }
    const path = `/campaigns/sms/${campaign}`;
    expect(await send('PATCH', path, { options: { max_messages: 1 } })).toMatchObject(
      refused(422, 'content.message'),
    );
    expect(await send('PATCH', path, { content: { message: 'short' } })).toMatchObject({
      status: 200,
    });
  });
});

describe('a voice campaign', () => {
  test('calls the number that it names, or the other where there is none', async () => {
    await makeList();
    const called = [];
    for (const destination_field of [
      'phone',
      'cellphone',
      'phone_failsafe_cellphone',
      'cellphone_failsafe_phone',
    ]) {
      const campaign = await makeVoice();
      const before = (await faces.account.outbox()).length;
      expect(await order('voice', campaign, { ...toAll, destination_field })).toEqual({
        status: 200,
        body: success,
      });
      await faces.account.workOff();
      called.push((await addresses()).slice(before));
    }
    expect(called).toEqual([
      ['351-211111111', '351-233333333'],
      ['351-911111111', '351-922222222'],
      ['351-211111111', '351-922222222', '351-233333333'],
      ['351-911111111', '351-922222222', '351-233333333'],
    ]);
    const [first] = await faces.account.outbox();
    expect(first).toMatchObject({ channel: 'voice', sender: '351-210000000', file: mp3 });
  });

  test('calls a number once, and no more contacts than it says', async () => {
    await makeList();
    const phone = '351-244444444';
    for (let index = 0; index < 20; index += 1) {
      const base = { email: `c${index}@example.com`, phone };
      await made('/lists/1/contacts', { base });
    }
    const called = [];
    for (const limits of [
      { unique_contacts_only: true },
      { limit_contacts: { type: 'value', value: 10 } },
      { limit_contacts: { type: 'percent', value: 50 } },
      { limit_contacts: { type: 'percent', value: 50 }, unique_contacts_only: true },
    ]) {
      const before = (await faces.account.outbox()).length;
      const body = { ...toAll, destination_field: 'phone', ...limits };
      expect(await order('voice', await makeVoice(), body)).toMatchObject({ status: 200 });
      await faces.account.workOff();
      called.push((await faces.account.outbox()).length - before);
    }
    expect(called).toEqual([3, 10, 11, 2]);
  });

  test('is in a group, which stays while it is there', async () => {
    await makeList();
    await made('/campaign-groups', { name: 'Calls' });
    await made('/campaign-groups', { name: 'Others' });
    const campaign = await makeVoice({
      group_id: 1,
      content: { type: 'template_id', template_id: '2' },
    });
    expect(await listed('?group_id=1')).toMatchObject({ total_items: 1, items: [{ group_id: 1 }] });
    expect(await send('DELETE', '/campaign-groups/1')).toMatchObject(refused(409, 'group_in_use'));
    const path = `/campaigns/voice/${campaign}`;
    expect(await send('PATCH', path, { group_id: 9 })).toMatchObject(refused(422, 'group_id'));
    expect(await send('PATCH', path, { group_id: 2 })).toMatchObject({ status: 200 });
    expect(await send('DELETE', '/campaign-groups/1')).toMatchObject({ status: 204 });
    expect(await send('PATCH', path, { message: { audio: mp3 } })).toMatchObject(
      refused(422, 'message.audio'),
    );
    const recorded = `/campaigns/voice/${await makeVoice()}`;
    const audio = base64('ID3\u0004 and something else');
    await send('PATCH', recorded, { message: { audio } });
    const body = { ...toOne('351-211111111'), destination_field: 'phone' };
    await send('POST', `${recorded}/actions/send`, body);
    await send('POST', `${path}/actions/send`, body);
    await faces.account.workOff();
    expect(await faces.account.outbox()).toMatchObject([
      { file: audio, body: '', subscriber: expect.any(String) },
      { file: null, body: 'Announcement' },
    ]);
  });
});
