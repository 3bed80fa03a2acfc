import { EgoiClient, fieldsOf } from '@egoi-client/core';
import { scriptedTransport } from '@egoi-client/core/testing';
import type { Contact, CreateListParams, List } from '@egoi-client/core/types';
import { expect, test } from '@jest/globals';

const client = new EgoiClient({
  apiKey: 'k',
  transport: scriptedTransport(Array.from({ length: 20 }, () => ({ value: {} }))),
});

/** Compiled by the type check; the calls that are wrong are expected errors there. */
async function typedCalls() {
  const lists = await client.getLists();
  const listnum: number | undefined = lists[0]?.listnum;
  const page = await client.subscriberData({ listID: 1, subscriber: 'all_subscribers', start: 0 });
  const first: string | undefined = page.subscriber[0]?.UID;
  const asked = { listID: 1, subscriber: 'all_subscribers' } as const;
  const [second] = (await client.subscriberData(asked)).subscriber;
  const one = await client.subscriberData({ listID: 1, subscriber: 'ana@example.com' });
  const uid: string = one.subscriber.UID;
  const removed: string = await client.removeSubscriber({ listID: 1, subscriber: uid });
  await client.removeSubscriber({ listID: 1, subscriber: uid, removeReason: '5', removeObs: 'x' });
  await client.addSubscriber({ listID: 1, subscriber: 0, tax_id: '', birth_date: '' });
  await client.addSubscriber({ listID: 1, email: 'a@b.c', extra_1: 'x' });
  // @ts-expect-error a parameter's name is misspelled
  await client.addSubscriber({ listID: 1, emial: 'a@b.c' });
  // @ts-expect-error a required parameter is missing
  await client.addSubscriber({ email: 'a@b.c' });
  const computed = { [`extra_${listnum ?? 1}`]: 'x' };
  await client.addSubscriber({ listID: 1, email: 'a@b.c', tags: [1], ...computed });
  await client.addSubscriber({ listID: 1, tags: [1], [`extra_${listnum ?? 1}`]: 'x' });
  const rows = [{ email: 'a@b.c', extra_2: 5 }];
  await client.addSubscriberBulk({ listID: 1, compareField: 'email', subscribers: rows });
  await client.addSubscriberBulk({
    listID: 1,
    compareField: 'email',
    // @ts-expect-error a field of a row is misspelled
    subscribers: [{ emial: 'a@b.c' }],
  });
  // @ts-expect-error a parameter has the wrong type
  await client.createList({ nome: 5 });
  await client.createList({ nome: 'x', canal_email: true, idioma_lista: 'pt' });
  // @ts-expect-error a word is not one of the known ones
  await client.createList({ nome: 'x', idioma_lista: 'xx' });
  // @ts-expect-error the field does not exist in the result
  void one.subscriber.uid;
  return { listnum, first, second, uid, removed };
}

/** The same for methods with closed, open and no parameters, and for results of every form. */
async function typedCallsOfOtherGroups() {
  const sms = { listID: 1, subject: 'News', from: '2', message: 'Hello' };
  const { ID: campaign } = await client.createCampaignSMS(sms);
  const hash: string = campaign;
  const from = { from_name: 'Shop', from_email: 'news@example.com' };
  await client.createCampaignEmail({ listID: 1, subject: 'News', message: 'Hello', ...from });
  // @ts-expect-error a sender is required, in one form or the other
  await client.createCampaignEmail({ listID: 1, subject: 'News', message: 'Hello' });
  await client.sendEmail({ listID: 1, campaign: hash, uid: 'abcdef1234', email: '' });
  // @ts-expect-error a closed schema knows all its parameters
  await client.createCampaignSMS({ ...sms, mesage: 'Hello' });
  // @ts-expect-error a required parameter is missing
  await client.createCampaignSMS({ listID: 1, subject: 'News', from: '2' });
  await client.sendSMS({ listID: 1, message: 'Hello', cellphone: ['351-912345678'] });
  // @ts-expect-error the parameter of sendSMS is called fromID
  await client.sendSMS({ listID: 1, message: 'Hello', fromId: '2' });
  await client.createSegment({ listID: 1, name: 'Anas', some_name: 'that no source knows' });
  // @ts-expect-error an open schema still knows the type of its own parameters
  await client.createSegment({ listID: 1, name: 5 });
  await client.getAutobots();
  await client.addCname({ domain: 'news.example.com' });
  // @ts-expect-error getReport needs a campaign
  await client.getReport();
  const report = await client.getReport({ campaign: hash });
  const sent: number | null | undefined = report.SENT;
  const country: string | undefined = report.TOP_COUNTRY?.[0]?.name;
  const status: string | undefined = (await client.getCampaigns({ limit: 5 }))[0]?.STATUS;
  const segment: string | undefined = (await client.getSegments({ listID: 1 }))[0]?.segment.NAME;
  const isDefault: boolean | undefined = (await client.getForms({ listID: 1 }))[0]?.default;
  const isUp: boolean = await client.check_status();
  // @ts-expect-error check_status takes no parameters
  await client.check_status({ listID: 1 });
  // @ts-expect-error the result is a list
  void (await client.getSenders()).FROMID;
  // @ts-expect-error there is no such method
  void client.getsenders;
  return { sent, country, status, segment, isDefault, isUp };
}

test('typed calls compile without a cast', () => {
  expect(typeof typedCalls).toBe('function');
  expect(typeof typedCallsOfOtherGroups).toBe('function');
});

/** Results have the named types of `core/types`, without a field that the catalogue does not name. */
async function namedTypes(): Promise<List | undefined> {
  const params: CreateListParams = { nome: 'Newsletter' };
  const { LIST_ID } = await client.createList(params);
  const lists: List[] = await client.getLists({ listID: LIST_ID });
  // @ts-expect-error a field of a result is misspelled
  void lists[0]?.titel;
  const { subscriber } = await client.subscriberData({ listID: LIST_ID, subscriber: 'a@b.c' });
  const contact: Contact = subscriber;
  const extra: unknown = contact['EXTRA_FIELD_7'];
  // @ts-expect-error no source knows this field
  void contact.NICKNAME;
  const unlisted: unknown = fieldsOf(contact)['NICKNAME'];
  return extra === unlisted ? undefined : lists[0];
}

test('named types fit what the client takes and gives', () => {
  expect(typeof namedTypes).toBe('function');
});
