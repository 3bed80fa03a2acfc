import { describe, expect, test } from '@jest/globals';
import { bothFaces, refused, success, toAll, toOne, toSegments } from './both-faces.ts';

const faces = bothFaces();
const { addresses, listed, makeEmail, makeList, makeSms, order, send } = faces;

describe('a send', () => {
  test('at a moment waits for the clock, is held, goes on, and is taken back', async () => {
    await makeList();
    const [one, two] = [await makeEmail(), await makeEmail({ internal_name: 'Two' })];
    const later = { ...toAll, schedule_date: '2026-11-27T10:00:00+01:00' };
    expect(await order('email', one, later)).toMatchObject({ status: 200 });
    await order('email', two, { ...toAll, schedule_date: '2026-11-27 09:00:00' });
    const due = { schedule_date: { enabled: true, date: '2026-11-27 09:00:00' } };
    expect(await listed('?order=asc')).toMatchObject({ items: [due, due] });
    const { items } = (await send('GET', '/operations?order=asc')).body as {
      readonly items: readonly { readonly operation_id: number }[];
    };
    const [first, second] = items.map(({ operation_id }) => ({ operations: [operation_id] }));
    await send('POST', '/operations/actions/pause', first);
    expect(await listed('?status=paused')).toMatchObject({ items: [{ internal_name: 'Nov' }] });
    expect(await listed('?status=queued')).toMatchObject({ items: [{ internal_name: 'Two' }] });
    await send('POST', '/operations/actions/cancel', second);
    expect(await listed('?status=canceled')).toMatchObject({ items: [{ internal_name: 'Two' }] });
    faces.clock.ms = Date.UTC(2026, 10, 27, 8, 59);
    await send('POST', '/operations/actions/resume', first);
    expect(await addresses()).toEqual([]);
    faces.clock.ms = Date.UTC(2026, 10, 27, 9);
    expect(await addresses()).toEqual(['ana@example.com', 'rui@example.com', 'eva@example.com']);
    expect(await order('email', two, toOne('rui@example.com'))).toMatchObject({ status: 200 });
    await faces.account.workOff();
    expect((await addresses()).at(-1)).toBe('rui@example.com');
  });

  test('passes over contacts who left while it waited', async () => {
    const [ana] = await makeList();
    const [one, all] = [await makeEmail(), await makeEmail()];
    await order('email', one, toOne('ana@example.com'));
    await order('email', all, toAll);
    await faces.v2.removeSubscriber({ listID: 1, subscriber: ana ?? '' });
    await faces.account.workOff();
    expect(await addresses()).toEqual(['rui@example.com', 'eva@example.com']);
    const sent = await listed('?order=asc');
    expect(sent.items.map(({ status }) => status)).toEqual(['canceled', 'sent']);
  });

  test('to segments reaches who is in one of them when its turn comes', async () => {
    await makeList();
    const name = 'Ruis';
    const [rui, ana] = ['rui@example.com', 'ana@example.com'];
    await faces.v2.createSegment({ listID: 1, name, fields: { email: rui } });
    const campaign = await makeEmail();
    expect(await order('email', campaign, toSegments('1', 'tag_1', '1'))).toMatchObject({
      status: 200,
    });
    await faces.account.workOff();
    expect((await addresses()).toSorted()).toEqual([ana, rui]);
  });

  test('to a list or segments happens once, to single contacts as often as asked', async () => {
    await makeList();
    const [email, sms] = [await makeEmail(), await makeSms()];
    const number = { ...toOne('351-911111111'), destination_field: 'cellphone' };
    for (const data of ['ana@example.com', 'rui@example.com']) {
      expect(await order('email', email, toOne(data))).toMatchObject({ status: 200 });
      expect(await order('sms', sms, number)).toEqual({ status: 202, body: success });
    }
    const all = { ...toAll, destination_field: 'cellphone' };
    expect(await order('email', email, toAll)).toMatchObject({ status: 200 });
    expect(await order('sms', sms, all)).toMatchObject({ status: 202 });
    for (const isOver of [false, true]) {
      const again = await order('email', email, toSegments('tag_1'));
      expect([isOver, again]).toMatchObject([isOver, refused(409, 'campaign_already_sent')]);
      expect(await order('sms', sms, all)).toMatchObject(refused(422, 'campaign_hash'));
      await faces.account.workOff();
    }
    expect(await faces.account.outbox()).toHaveLength(4 + 3 + 2);
    expect(await order('email', email, toOne('eva@example.com'))).toMatchObject({ status: 200 });
    expect(await listed('?channel=email')).toMatchObject({ items: [{ status: 'queued' }] });
  });

  test('that waits keeps its segment, its sender, its list and its campaign as they are', async () => {
    await makeList();
    await faces.v2.createSegment({ listID: 1, name: 'Anas', fields: { email: 'ana@example.com' } });
    const campaign = await makeEmail();
    await order('email', campaign, { ...toSegments('1'), schedule_date: '2026-12-01 09:00:00' });
    const kept: (readonly [string, string, unknown, number, string])[] = [
      ['DELETE', '/lists/1/segments/1', undefined, 409, 'has_queued_campaigns'],
      ['DELETE', '/senders/email/1', undefined, 409, 'sender_in_use'],
      ['DELETE', '/lists/1', undefined, 409, 'has_queued_operations'],
      ['PATCH', `/campaigns/email/${campaign}`, { subject: 'x' }, 422, 'campaign'],
    ];
    for (const [method, path, body, status, key] of kept) {
      expect(await send(method, path, body)).toMatchObject(refused(status, key));
    }
    expect(await send('DELETE', `/campaigns/${campaign}`)).toMatchObject({ status: 204 });
    expect((await send('GET', '/operations')).body).toMatchObject({ total_items: 0 });
    for (const path of ['/lists/1/segments/1', '/senders/email/1', '/lists/1']) {
      expect(await send('DELETE', path)).toMatchObject({ status: 204 });
    }
    await faces.account.workOff();
    expect(await addresses()).toEqual([]);
  });

  test('goes out between the hours that it names', async () => {
    await makeList();
    const starts = [];
    for (const [hour_start, hour_end] of [
      ['8:00', '10:00'],
      ['10:30', '12:00'],
      ['22:00', '09:00'],
      ['22:00', '09:01'],
      ['22:00', '09:02'],
      ['07:00', '07:00'],
    ]) {
      const limit_hour = { hour_start, hour_end };
      await order('email', await makeEmail(), { ...toAll, limit_hour });
    }
    const { items } = (await send('GET', '/operations?order=asc')).body as {
      readonly items: readonly { readonly start_date: string }[];
    };
    for (const { start_date } of items) starts.push(start_date);
    expect(starts).toEqual([
      '2026-11-26 09:01:00',
      '2026-11-26 10:30:00',
      '2026-11-26 22:00:00',
      '2026-11-26 22:00:00',
      '2026-11-26 09:01:00',
      '2026-11-26 09:01:00',
    ]);
  });

  test.each<readonly [string, object, string]>([
    ['an address that the list does not have', toOne('nobody@example.com'), 'segments.data'],
    ['a segment that is none', toSegments('9'), 'segments.data'],
    ['a segment of no known form', toSegments('auto_1'), 'segments.data'],
    ['no segment', toSegments(), 'segments.data'],
    ['another list', { ...toAll, list_id: 9 }, 'list_id'],
    [
      'a moment that has passed',
      { ...toAll, schedule_date: '2026-11-26 08:59:59' },
      'schedule_date',
    ],
    ['a day that is none', { ...toAll, schedule_date: '2027-02-30 09:00:00' }, 'schedule_date'],
    [
      'a field that holds no address',
      { ...toAll, destination_field: 'first_name' },
      'destination_field',
    ],
    ['an extra field that is none', { ...toAll, destination_field: '7' }, 'destination_field'],
  ])('to %s is refused', async (_wrong, body, name) => {
    await makeList();
    const campaign = await makeEmail();
    expect(await order('email', campaign, body)).toMatchObject(refused(422, name));
    expect(
      await order('sms', campaign, { ...toAll, destination_field: 'cellphone' }),
    ).toMatchObject(refused(404));
    expect(await listed()).toMatchObject({ items: [{ status: 'draft' }] });
  });
});
