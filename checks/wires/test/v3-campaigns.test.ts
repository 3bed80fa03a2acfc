import { describe, expect, test } from '@jest/globals';
import { bothFaces, hello, mp3, pdf, refused, success, toAll, toOne, zip } from './both-faces.ts';

const holding = (content: object) => ({ ...hello, content });
const sale = { list_id: 1, internal_name: 'Sale', content: { type: 'text', message: 'Hello' } };
const audio = { type: 'audio', audio: mp3 };
const ring = { list_id: 1, internal_name: 'Call', sender_id: 5, content: audio };

const faces = bothFaces();
const { addresses, listed, made, makeEmail, makeList, makeSms, makeVoice, order, send } = faces;

describe('an e-mail campaign', () => {
  test('made over v3 is the same in v2, and is sent when its turn comes', async () => {
    await makeList();
    await send('PUT', '/senders/email/1', { name: 'News' });
    const content = { type: 'html', body: '<p>Hello</p>', snippet: 'Hi', plain_text: 'Hello' };
    const frame = { id: 2, footer_links: { unsubscribe: true } };
    const campaign = await makeEmail({ subject: 'November', content, header_footer: frame });
    const inV2 = { HASH: campaign, SUBJECT: 'November', INTERNAL_NAME: 'Nov', CHANNEL: 'email' };
    expect(await faces.v2.getCampaigns()).toEqual([
      expect.objectContaining({ ...inV2, REF: '1', STATUS: 'standby' }),
    ]);
    expect(await order('email', campaign, toAll)).toEqual({ status: 200, body: success });
    expect((await send('GET', '/operations?type=email')).body).toMatchObject({
      total_items: 1,
      items: [
        {
          operation_data: { internal_name: 'Nov', campaign_hash: campaign },
          status: 'queued',
          start_date: '2026-11-26 09:01:00',
        },
      ],
    });
    expect(await faces.v2.getCampaigns()).toMatchObject([{ STATUS: 'queued' }]);
    expect(await listed()).toMatchObject({ items: [{ status: 'queued' }] });
    expect(await addresses()).toEqual([]);
    faces.clock.ms += 60_000;
    expect(await faces.account.outbox()).toEqual(
      ['ana', 'rui', 'eva'].map((name) =>
        expect.objectContaining({
          campaign,
          channel: 'email',
          address: `${name}@example.com`,
          sender: 'news@example.com',
          senderName: 'News',
          subject: 'November',
          body: '<p>Hello</p>',
          template: 2,
        }),
      ),
    );
    expect(await faces.v2.getCampaigns()).toMatchObject([{ STATUS: 'finished' }]);
    expect(await faces.v2.getReport({ campaign })).toMatchObject({ SENT: 3 });
    expect(await listed()).toEqual({
      total_items: 1,
      items: [
        {
          id: 1,
          campaign_hash: campaign,
          status: 'sent',
          thumbnail: '',
          channel: 'email',
          internal_name: 'Nov',
          list_id: 1,
          title: 'November',
          created_by: 1,
          created: '2026-11-26 09:00:00',
          updated: '2026-11-26 09:00:00',
          start_date: '2026-11-26 09:01:00',
          end_date: '2026-11-26 09:01:00',
          schedule_date: { enabled: false, date: '' },
          processed_messages: 3,
          automation_id: 0,
        },
      ],
    });
  });

  test('made by either API is changed and sent by the other', async () => {
    await makeList();
    const email = { listID: 1, subject: 'News', from: '1', message: '<p>Old</p>' };
    const { ID: fromV2 } = await faces.v2.createCampaignEmail(email);
    const path = `/campaigns/email/${fromV2}`;
    const changed = { subject: 'New', internal_name: 'Dec', content: { body: '<p>New</p>' } };
    expect(await send('PATCH', path, changed)).toEqual({
      status: 200,
      body: { campaign_hash: fromV2 },
    });
    await order('email', fromV2 ?? '', toOne('ana@example.com'));
    await faces.account.workOff();
    const fromV3 = await makeEmail();
    await faces.v2.editCampaignEmail({ campaign: fromV3, subject: 'From v2' });
    await faces.v2.sendEmail({ campaign: fromV3, listID: 1, email: 'rui@example.com' });
    expect(await faces.account.outbox()).toMatchObject([
      { campaign: fromV2, subject: 'New', body: '<p>New</p>', address: 'ana@example.com' },
      { campaign: fromV3, subject: 'From v2', body: '<p>Hello</p>', address: 'rui@example.com' },
    ]);
  });

  test('holds HTML, a template, a page or a file, and only HTML is changed', async () => {
    await makeList();
    const page = { type: 'web_page', url: 'https://www.example.com/', use_page_title: true };
    const contents = [{ type: 'template', template_id: 2 }, page, { type: 'file', file: zip }];
    for (const content of contents) {
      const campaign = await makeEmail({ content, reply_to: 1 });
      const path = `/campaigns/email/${campaign}`;
      const change = { content: { body: '<p>Else</p>' } };
      expect(await send('PATCH', path, change)).toMatchObject(refused(422, 'content.body'));
      expect(await send('PATCH', path, { content: { snippet: 'Hi' } })).toMatchObject({
        status: 200,
      });
      await order('email', campaign, toOne('ana@example.com'));
    }
    await faces.account.workOff();
    expect(await faces.account.outbox()).toMatchObject([
      { subject: 'Nov', body: 'Announcement', url: '', file: null },
      { subject: 'Nov', body: '', url: 'https://www.example.com/', file: null },
      { subject: 'Nov', body: '', url: '', file: zip },
    ]);
  });
});

describe('a campaign', () => {
  test.each<readonly [string, string, object, number, string | undefined]>([
    ['a list that is none', 'email', { ...hello, list_id: 9 }, 404, undefined],
    ['a sender that is none', 'email', { ...hello, sender_id: 2 }, 422, 'sender_id'],
    ['a sender in moderation', 'email', { ...hello, sender_id: 3 }, 409, 'sender_not_active'],
    ['replies to one in moderation', 'email', { ...hello, reply_to: 3 }, 422, 'reply_to'],
    ['a blank name', 'email', { ...hello, internal_name: ' ' }, 422, 'internal_name'],
    ['no HTML', 'email', holding({ type: 'html', body: '' }), 422, 'content.body'],
    ['no page', 'email', holding({ type: 'web_page', url: 'x' }), 422, 'content.url'],
    ['no ZIP file', 'email', holding({ type: 'file', file: pdf }), 422, 'content.file'],
    [
      'no template',
      'email',
      holding({ type: 'template', template_id: 9 }),
      422,
      'content.template_id',
    ],
    ['no frame', 'email', { ...hello, header_footer: { id: 9 } }, 422, 'header_footer.id'],
    ['a list that is none', 'sms', { ...sale, list_id: 9 }, 422, 'list_id'],
    ['a sender in moderation', 'sms', { ...sale, sender_id: 4 }, 422, 'sender_id'],
    [
      'no text',
      'sms',
      { ...sale, content: { type: 'text', message: ' ' } },
      422,
      'content.message',
    ],
    ['a list that is none', 'voice', { ...ring, list_id: 9 }, 422, 'list_id'],
    ['a sender in moderation', 'voice', ring, 409, 'sender_not_active'],
  ])('is refused for %s, as one of %s', async (_wrong, channel, body, status, name) => {
    await makeList();
    await made('/senders/email', { name: 'Shop', email: 'shop@example.com' });
    await made('/senders/cellphone', { type: 'numeric', cellphone: '351-961234567' });
    await made('/senders/phone', { phone: '351-211234567', file: pdf });
    const answer = await send('POST', `/campaigns/${channel}`, body);
    expect(answer).toMatchObject(refused(status, name));
    expect((await faces.account.snapshot()).campaigns).toEqual([]);
  });

  test('a sender that is refused later holds a send up', async () => {
    await makeList();
    const campaign = await makeEmail();
    await faces.account.moderateSender({ sender: 1, status: 'rejected' });
    expect(await order('email', campaign, toAll)).toMatchObject(refused(422, 'sender_id'));
    const email = { campaign, listID: 1, segment: 'all' };
    await expect(faces.v2.sendEmail(email)).rejects.toMatchObject({ code: 'INVALID_FROM' });
  });

  test('voice campaigns without a recording or a template are refused', async () => {
    await makeList();
    await makeVoice();
    const base = { list_id: 1, internal_name: 'a', sender_id: 3 };
    for (const [content, field] of [
      [{ type: 'audio' }, 'content.audio'],
      [{ type: 'audio', audio: pdf }, 'content.audio'],
      [{ type: 'template_id', template_id: '9' }, 'content.template_id'],
    ] as const) {
      const answer = await send('POST', '/campaigns/voice', { ...base, content });
      expect(answer).toMatchObject(refused(422, field));
    }
  });
});

describe('the campaigns of the account', () => {
  test('are deleted when their last send is thirty days past', async () => {
    await makeList();
    const campaign = await makeEmail();
    await order('email', campaign, toAll);
    await faces.account.workOff();
    const path = `/campaigns/${campaign}`;
    expect(await send('DELETE', path)).toMatchObject(refused(409, 'campaign_sent_last_30_days'));
    faces.clock.ms += 31 * 86_400_000;
    expect(await send('DELETE', path)).toEqual({ status: 204, body: undefined });
    expect(await send('DELETE', path)).toMatchObject(refused(404));
    expect(await order('email', campaign, toAll)).toMatchObject(refused(404));
    expect(await listed()).toEqual({ total_items: 0, items: [] });
    expect(await faces.v2.getCampaigns()).toMatchObject([{ HASH: campaign, STATUS: 'deleted' }]);
    const triggered = await faces.account.addTriggeredCampaign({ listID: 1, subject: 'Welcome' });
    expect(await send('DELETE', `/campaigns/${triggered}`)).toMatchObject(
      refused(409, 'campaign_triggered'),
    );
  });

  test('are listed by what is asked for, without faxes', async () => {
    await makeList();
    await made('/lists', { internal_name: 'Other' });
    await faces.v2.createCampaignFAX({ listID: 1, subject: 'Fax', file: pdf });
    await makeEmail({ internal_name: 'b' });
    faces.clock.ms += 3_600_000;
    const sms = await makeSms({ internal_name: 'a', list_id: 2 });
    faces.clock.ms += 3_600_000;
    await makeEmail({ internal_name: 'c' });
    const queries = [
      '',
      '?order=asc&limit=2',
      '?order=asc&limit=2&offset=2',
      '?order_by=internal_name&order=asc',
      '?order_by=list_id',
      '?channel=sms',
      '?channel=push',
      '?list_id=1',
      '?status=draft',
      '?status=sending',
      '?internal_name=c',
      '?created_by=1',
      '?created_by=2',
      '?created_min=2026-11-26T10:00:00Z',
      '?created_min=2026-11-26 10:00:00&created_max=2026-11-26 10:59:59',
      '?start_date_min=2026-01-01 00:00:00',
      `?campaign_hash=${sms}`,
    ];
    const found = [];
    for (const query of queries) {
      const { total_items, items } = await listed(query);
      found.push([query.replace(sms, 'HASH'), total_items, items.map(({ id }) => id).join()]);
    }
    expect(found).toEqual([
      ['', 3, '4,3,2'],
      ['?order=asc&limit=2', 3, '2,3'],
      ['?order=asc&limit=2&offset=2', 3, '4'],
      ['?order_by=internal_name&order=asc', 3, '3,2,4'],
      ['?order_by=list_id', 3, '3,4,2'],
      ['?channel=sms', 1, '3'],
      ['?channel=push', 0, ''],
      ['?list_id=1', 2, '4,2'],
      ['?status=draft', 3, '4,3,2'],
      ['?status=sending', 0, ''],
      ['?internal_name=c', 1, '4'],
      ['?created_by=1', 3, '4,3,2'],
      ['?created_by=2', 0, ''],
      ['?created_min=2026-11-26T10:00:00Z', 2, '4,3'],
      ['?created_min=2026-11-26 10:00:00&created_max=2026-11-26 10:59:59', 1, '3'],
      ['?start_date_min=2026-01-01 00:00:00', 0, ''],
      ['?campaign_hash=HASH', 1, '3'],
    ]);
  });
});
