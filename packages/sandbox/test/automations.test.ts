import { describe, expect, test } from '@jest/globals';
import { ana, eva, openFilledAccount, rui } from './account.ts';

const autobots = [
  { name: 'Welcome' },
  { name: 'Birthday', list: 1 },
  { name: 'Old', list: 2, status: 'paused' as const },
];

describe('an automation', () => {
  test('is listed for its list, and with all of the account', async () => {
    const { ask } = await openFilledAccount({ autobots });
    expect(await ask('getAutobots')).toEqual([
      { ID: '1', NAME: 'Welcome', LISTNUM: '', STATUS: 'active' },
      { ID: '2', NAME: 'Birthday', LISTNUM: '1', STATUS: 'active' },
      { ID: '3', NAME: 'Old', LISTNUM: '2', STATUS: 'paused' },
    ]);
    expect(await ask('getAutobots', { listID: '2' })).toMatchObject([{ NAME: 'Old' }]);
  });

  test('is started for contacts of its list, and recorded each time', async () => {
    const { ask, sandbox } = await openFilledAccount({ autobots });
    const start = (autobot: number, subscriber: string, listID = 1) =>
      ask('startAutobot', { autobot, listID, subscriber });
    for (const autobot of [1, 2, 2]) expect(await start(autobot, ana)).toEqual({ RESULT: 'OK' });
    expect(await start(2, rui, 2)).toEqual({ ERROR: 'AUTOBOT_NOT_FOUND' });
    expect(await start(1, rui, 2)).toEqual({ ERROR: 'SUBSCRIBER_NOT_FOUND' });
    expect(await start(1, rui, 99)).toEqual({ ERROR: 'SUBSCRIBER_NOT_FOUND' });
    expect(await start(1, '')).toEqual({ ERROR: 'SUBSCRIBER_MISSING' });
    expect(await start(1, eva)).toEqual({ ERROR: 'SUBSCRIBER_NOT_FOUND' });
    const { autobotRuns } = await sandbox.snapshot();
    expect(autobotRuns.map(({ autobot }) => autobot)).toEqual([1, 2, 2]);
    expect(autobotRuns[0]).toMatchObject({ uid: '6c66c8cc9d', moment: '2025-03-04 05:06:07' });
  });

  test('keeps its list from being deleted while it is active, and else goes with it', async () => {
    const { ask } = await openFilledAccount({ autobots });
    expect(await ask('deleteList', { listID: 1 })).toEqual({ ERROR: 'IN_USE' });
    expect(await ask('deleteList', { listID: 2 })).toEqual({ RESULT: 'OK' });
    expect(await ask('getAutobots')).toMatchObject([{ ID: '1' }, { ID: '2' }]);
  });
});

test('the activity of a contact is told with the newest first, page by page', async () => {
  let second = 0;
  const now = () => new Date(Date.UTC(2025, 0, 1, 0, 0, (second += 1)));
  const { ask } = await openFilledAccount({ autobots, now });
  const zoe = 'zoe@example.com';
  await ask('startAutobot', { autobot: 1, listID: 1, subscriber: ana });
  await ask('addSubscriber', { listID: 1, email: zoe, formID: 1 });
  for (const autobot of [2, 1]) await ask('startAutobot', { autobot, listID: 1, subscriber: zoe });
  const page = { listID: 1, subscriber: zoe };
  const all = await ask('getSubscriberActivity', page);
  expect(all).toEqual({
    UID: expect.any(String),
    ACTIVITY: [
      { DATE: '2025-01-01 00:00:15', ACTION: 'autobot', CAMPAIGN: '' },
      { DATE: '2025-01-01 00:00:14', ACTION: 'autobot', CAMPAIGN: '' },
      { DATE: '2025-01-01 00:00:13', ACTION: 'form', CAMPAIGN: '' },
    ],
  });
  expect(await ask('getSubscriberActivity', { ...page, start: 1, limit: 1 })).toMatchObject({
    ACTIVITY: [{ DATE: '2025-01-01 00:00:14' }],
  });
});
