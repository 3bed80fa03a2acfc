import type { Webhook } from '@egoi-client/v3-api';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { hello, toAll } from './both-faces.ts';
import { type Receiver, openReceiver, serveAccount, type ServedAccount } from './v3-served.ts';

let served: ServedAccount;
let receiver: Receiver;

const moment = '2025-03-04 05:06:07';

beforeEach(async () => {
  served = await serveAccount({ now: () => new Date('2025-03-04T05:06:07Z') });
  receiver = await openReceiver();
  await served.v2.createList({ nome: 'News', canal_sms: 1 });
});

afterEach(async () => {
  await served.close();
  await receiver.close();
});

const create = (webhook: Partial<Webhook>) =>
  served.send('POST', '/webhooks', { list_id: 1, url: receiver.url, ...webhook });

/** What was posted so far. */
async function posted(): Promise<readonly { readonly [member: string]: unknown }[]> {
  await served.account.settled();
  return receiver.posts as never;
}

const actionsPosted = async () => (await posted()).map(({ action }) => action);

const add = async (base: object) => {
  const { body } = await served.send('POST', '/lists/1/contacts', { base });
  return (body as { readonly contact_id: string }).contact_id;
};

describe('webhooks', () => {
  test('are made, listed and deleted', async () => {
    const rules = { list_id: 1, url: receiver.url, actions: ['subscription', 'unsubscribe'] };
    const made = { webhook_id: 1, ...rules };
    expect(
      await create({ actions: ['subscription', 'unsubscribe', 'subscription'] }),
    ).toMatchObject({ status: 200, body: made });
    await create({ actions: ['email_open'], fields: ['email'] });
    expect((await served.send('GET', '/webhooks')).body).toEqual({
      total_items: 2,
      items: [made, { ...rules, webhook_id: 2, actions: ['email_open'], fields: ['email'] }],
    });
    expect((await served.account.snapshot()).webhooks).toHaveLength(2);
    expect(await served.send('DELETE', '/webhooks/1')).toMatchObject({ status: 204 });
    expect(await served.send('DELETE', '/webhooks/1')).toMatchObject({
      status: 404,
      body: { title: 'NotFound' },
    });
    await add({ email: 'ana@example.com' });
    expect(await actionsPosted()).toEqual([]);
  });

  test('go with their list', async () => {
    await create({ actions: ['subscription'] });
    expect((await served.send('DELETE', '/lists/1')).status).toBe(204);
    expect((await served.send('GET', '/webhooks')).body).toEqual({ total_items: 0, items: [] });
  });

  test.each<[string, Partial<Webhook>, string]>([
    ['a list that is none', { list_id: 9, actions: ['subscription'] }, 'list_id'],
    ['no event', { actions: [] }, 'actions'],
    ['an event of no API', { actions: ['clicked'] as never }, 'actions[0]'],
    ['a field that is none', { actions: ['subscription'], fields: ['shoe'] }, 'fields'],
    ['an address that is none', { actions: ['subscription'], url: 'mailto:a@b.c' }, 'url'],
    ['a login in it', { actions: ['subscription'], url: 'http://a:b@example.com/' }, 'url'],
  ])('with %s are refused', async (_case, webhook, place) => {
    expect(await create(webhook)).toMatchObject({
      status: 422,
      body: { errors: { [place]: [expect.any(String)] } },
    });
    expect((await served.account.snapshot()).webhooks).toEqual([]);
  });
});

describe('an event', () => {
  test('is posted with the contact as it is in API v3, whichever API it came by', async () => {
    await create({ actions: ['subscription', 'unsubscribe'] });
    const ofV3 = await add({ email: 'ana@example.com', first_name: 'Ana' });
    const { UID: ofV2 } = await served.v2.addSubscriber({ listID: 1, email: 'rui@example.com' });
    await served.v2.removeSubscriber({ listID: 1, subscriber: ofV3 });
    const [added, second, removed] = await posted();
    expect(added).toEqual({
      webhook_id: 1,
      action: 'subscription',
      date: moment,
      list_id: 1,
      contact: {
        base: expect.objectContaining({ contact_id: ofV3, first_name: 'Ana', status: 'active' }),
        extra: [],
        tags: [],
      },
    });
    expect(second).toMatchObject({ contact: { base: { contact_id: ofV2 } } });
    expect(removed).toMatchObject({
      action: 'unsubscribe',
      contact: { base: { contact_id: ofV3, status: 'removed', unsubscription_method: 'api' } },
    });
  });

  test('tells the fields that were asked for, and the id of the contact', async () => {
    await served.v2.addExtraField({ listID: 1, name: 'Shoe', type: 'texto' });
    await served.v2.addExtraField({ listID: 1, name: 'Hat', type: 'texto' });
    await create({ actions: ['subscription'], fields: ['email', '2'] });
    const { UID } = await served.v2.addSubscriber({
      listID: 1,
      email: 'ana@example.com',
      extra_2: 'L',
    });
    expect((await posted())[0]?.['contact']).toEqual({
      base: { contact_id: UID, email: 'ana@example.com' },
      extra: [{ field_id: 2, format: 'text', value: 'L' }],
    });
  });

  test('is told to each webhook of the list that asks for it, and beside callbacks of API v2', async () => {
    const callback_url = receiver.url;
    await served.v2.editApiCallback({ listID: 1, callback_url, notif_api_9: 1 });
    await create({ actions: ['subscription'] });
    await create({ actions: ['subscription', 'unsubscribe'] });
    await create({ actions: ['unsubscribe'] });
    await served.v2.createList({ nome: 'Other' });
    await served.v2.addSubscriber({ listID: 2, email: 'eva@example.com' });
    await add({ email: 'ana@example.com' });
    expect(await posted()).toMatchObject([
      expect.stringContaining('addSubscriber='),
      { webhook_id: 1 },
      { webhook_id: 2 },
    ]);
  });

  test('has the word of the API for it', async () => {
    await create({
      actions: [
        'subscription',
        'resubscription',
        'unsubscribe',
        'edit_subscription',
        'change_consent',
        'email_field_disable',
        'double_optin',
        'forget_subscription',
      ],
    });
    const id = await add({ email: 'ana@example.com' });
    const path = `/lists/1/contacts/${id}`;
    await served.send('PATCH', path, { base: { first_name: 'Ana', consent: 'consent' } });
    await served.send('PATCH', path, { base: { consent: 'withdrawn', email_status: 'inactive' } });
    await served.send('PATCH', path, { base: { email_status: 'active' } });
    await served.v2.removeSubscriber({ listID: 1, subscriber: id });
    await served.v2.addSubscriber({ listID: 1, email: 'ana@example.com' });
    const values = { email: 'rui@example.com' };
    await served.account.recordContactEvent({ listID: 1, event: 'doubleOptInForm', values });
    const subscriber = 'rui@example.com';
    await served.account.recordContactEvent({
      listID: 1,
      event: 'subscriptionConfirmed',
      subscriber,
    });
    await served.send('POST', '/lists/1/contacts/actions/forget', { contacts: [id] });
    await served.account.workOff();
    expect(await actionsPosted()).toEqual([
      'subscription',
      'edit_subscription',
      'edit_subscription',
      'change_consent',
      'email_field_disable',
      'edit_subscription',
      'unsubscribe',
      'resubscription',
      'double_optin',
      'subscription',
      'forget_subscription',
    ]);
    expect((await posted()).at(-1)).toMatchObject({
      contact: { base: { contact_id: id, email: 'ana@example.com' } },
    });
  });

  test('of a request that is refused is told to nobody', async () => {
    await create({ actions: ['subscription', 'edit_subscription'] });
    await add({ email: 'ana@example.com' });
    expect(
      (await served.send('POST', '/lists/1/contacts', { base: { email: 'ana@example.com' } }))
        .status,
    ).toBe(409);
    expect(await actionsPosted()).toEqual(['subscription']);
  });
});

describe('what comes of a campaign', () => {
  test('is posted with its hash and the link', async () => {
    const { v2, account } = served;
    await create({
      actions: [
        'email_send',
        'email_open',
        'email_click',
        'email_hard_bounce',
        'email_spam_complaint',
        'unsubscribe',
      ],
      fields: ['email'],
    });
    for (const name of ['ana', 'rui']) {
      await v2.addSubscriber({ listID: 1, email: `${name}@example.com` });
    }
    const email = { listID: 1, subject: 'News', from: '1', message: '<p>Hello</p>' };
    const { ID: campaign } = await v2.createCampaignEmail(email);
    await v2.sendEmail({ campaign, listID: 1, segment: 'all' });
    const subscriber = 'ana@example.com';
    const url = 'https://example.com/offer';
    await account.recordEvent({ campaign, subscriber, event: 'view' });
    await account.recordEvent({ campaign, subscriber, event: 'click', url });
    await account.recordEvent({ campaign, subscriber, event: 'bounce' });
    await account.recordEvent({ campaign, subscriber, event: 'complaint' });
    await account.recordEvent({ campaign, subscriber, event: 'remove' });
    const told = (action: string, address: string, action_data?: object) => ({
      webhook_id: 1,
      action,
      date: moment,
      list_id: 1,
      contact: { base: { contact_id: expect.any(String), email: address }, extra: [] },
      ...(action_data === undefined ? {} : { action_data }),
    });
    const data = { campaign_hash: campaign };
    expect(await posted()).toEqual([
      told('email_send', 'ana@example.com', data),
      told('email_send', 'rui@example.com', data),
      told('email_open', subscriber, data),
      told('email_click', subscriber, { ...data, url }),
      told('email_hard_bounce', subscriber, data),
      told('email_spam_complaint', subscriber, data),
      told('unsubscribe', subscriber),
    ]);
  });

  test('that API v3 sends is posted once its turn has come', async () => {
    await create({ actions: ['email_send'], fields: ['email'] });
    await add({ email: 'ana@example.com' });
    const { body } = await served.send('POST', '/campaigns/email', { ...hello, subject: 'News' });
    const { campaign_hash } = body as { readonly campaign_hash: string };
    const path = `/campaigns/email/${campaign_hash}/actions/send`;
    expect((await served.send('POST', path, toAll)).status).toBe(200);
    expect(await actionsPosted()).toEqual([]);
    await served.account.workOff();
    expect(await posted()).toMatchObject([
      {
        action: 'email_send',
        contact: { base: { email: 'ana@example.com' } },
        action_data: { campaign_hash },
      },
    ]);
  });

  test('of an SMS is that it was sent and delivered', async () => {
    const { v2 } = served;
    await create({ actions: ['sms_send', 'sms_delivered', 'email_send'] });
    await v2.addSubscriber({ listID: 1, cellphone: '351-911111111' });
    const { ID: campaign } = await v2.createCampaignSMS({
      listID: 1,
      subject: 'News',
      message: 'Hi',
      from: '2',
    });
    await v2.sendSMS({ campaign, listID: 1, cellphone: ['351-911111111', '351-922222222'] });
    expect(await actionsPosted()).toEqual(['sms_send', 'sms_delivered']);
  });
});
