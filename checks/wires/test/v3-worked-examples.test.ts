import { expect, test } from '@jest/globals';
import { workedExamples } from '../../../packages/v3-api/test/support/worked-examples.ts';
import {
  addAna,
  addCampaign,
  addContacts,
  addOptions,
  november,
  openScene,
  type Scene,
  sendCampaign,
} from './v3-example-scene.ts';

/** What stands before an exchange, and where the account has something else than the example. */
interface Setting {
  readonly before?: readonly ((scene: Scene) => Promise<unknown>)[];
  /** Places of which only the kind of value is compared, with the reason. */
  readonly apart?: Readonly<Record<string, string>>;
}

const own = "the account's own";
const numbered = 'the account numbers from 1';

const settings: Readonly<Record<string, Setting>> = {
  'checklogin, with an API key: getMyAccount': {
    apart: { general_info: own, billing_info: own },
  },
  'checklogin, wrong key: getMyAccount': {},
  'getLists, first page, with counts: getAllLists': {},
  'getLists, first page, with counts: getList': {
    before: [addContacts],
    apart: { available_languages: 'a list of the account has one language' },
  },
  'getLists, first page, with counts: getAllFields': {},
  'createList, new list: createList': {
    before: [
      (scene) => scene.send('DELETE', '/lists/9'),
      (scene) => scene.at('2026-11-25 10:00:00', async () => undefined),
    ],
    apart: { list_id: 'numbers are never given twice' },
  },
  'getExtraFields, fields of a list: getAllFields': { before: [addOptions] },
  'addExtraField, text field: createExtraField': { apart: { field_id: 'another is there' } },
  'addSubscriber, new contact with an extra field and a tag: createContact': {},
  'addSubscriber, new contact with an extra field and a tag: actionAttachTag': { before: [addAna] },
  'addSubscriber, address taken: createContact': { before: [addAna] },
  'addSubscriberBulk, update by e-mail: actionImportBulk': {},
  'addSubscriberBulk, update by e-mail: getAllOperations': {},
  'addSubscriberBulk, update by e-mail: actionAttachTag': {},
  'editSubscriber, by UID: patchContact': { before: [addAna] },
  'editSubscriber, by e-mail: getAllContacts': {
    before: [addAna],
    apart: { 'items.0.extra': 'the list has a field, for which every contact has an entry' },
  },
  'editSubscriber, by e-mail: patchContact': { before: [addAna] },
  'subscriberData, one contact by UID: getContact': {
    before: [addAna],
    apart: {
      email_stats: 'nothing was sent',
      sms_stats: 'nothing was sent',
    },
  },
  'subscriberData, all, page by page: getAllContacts': { before: [addAna] },
  'removeSubscriber, by UID: actionUnsubscribeContact': { before: [addAna] },
  'getTags, all tags: getAllTags': {},
  'addTag, new tag: createTag': {
    before: [(scene) => scene.send('DELETE', '/tags/5')],
    apart: { tag_id: 'numbers are never given twice' },
  },
  'detachTag, one contact: actionDetachTag': { before: [addAna] },
  'getCampaigns, first page: getAllCampaigns': {
    before: [addAna, addCampaign, sendCampaign, addSale],
    apart: { items: 'campaigns of other numbers and moments, the newest first' },
  },
  'getReport, e-mail campaign: getAllCampaigns': {
    before: [addAna, addCampaign, sendCampaign],
    apart: { 'items.0.id': numbered },
  },
  'getReport, e-mail campaign: getEmailReport': {
    before: [addAna, addCampaign, sendCampaign],
    apart: {
      overall: 'it went to one contact',
      location: 'nobody says where mails are read',
      'url.0.clicks': 'it went to one contact',
      reader: 'nobody says where mails are read',
    },
  },
  'getSegments, segments of a list: getAllSegments': {
    before: [(scene) => scene.send('DELETE', '/tags/6')],
    apart: {
      'items.0.segment_id': numbered,
      'items.1.segment_id': 'segments of tags have a prefix',
      'items.1.created': 'nobody knows when tags were made',
      'items.1.updated': 'nobody knows when tags were made',
    },
  },
  'getSenders, e-mail senders: getAllEmailSenders': {
    before: [(scene) => scene.send('PUT', '/senders/email/1', { name: 'Example' })],
  },
  'createCampaignEmail, HTML: createEmailCampaign': {},
  'sendEmail, to the whole list: actionSendEmail': { before: [addAna, addCampaign] },
};

async function addSale({ at, v2 }: Scene): Promise<void> {
  await at('2026-11-03 09:00:00', () =>
    v2.createCampaignSMS({ listID: 9, subject: 'Sale', from: '2', message: 'Sale' }),
  );
}

/** The same with the campaign and the sender that the account has for those of the examples. */
function inAccount<T>(value: T): T {
  const text = JSON.stringify(value).replaceAll('a1B2c3', november);
  return JSON.parse(text.replaceAll('"sender_id":4', '"sender_id":1')) as T;
}

/** Where an answer is not as in the example: what that leaves out may be there. */
function differences(
  example: unknown,
  answer: unknown,
  apart: Readonly<Record<string, string>>,
  place = '',
): string[] {
  if (apart[place] !== undefined) {
    return kindOf(example) === kindOf(answer) ? [] : [`${place} is ${kindOf(answer)}`];
  }
  if (typeof example !== 'object' || example === null) {
    return example === answer ? [] : [`${place} is ${JSON.stringify(answer)}`];
  }
  if (Array.isArray(example) && example.length !== (Array.isArray(answer) ? answer.length : -1)) {
    return [`${place} has other items`];
  }
  const given = (answer ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(example).flatMap(([name, member]) =>
    differences(member, given[name], apart, place === '' ? name : `${place}.${name}`),
  );
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'a list' : value === null ? 'null' : typeof value;
}

test('every example has its setting, and every setting its example', () => {
  expect(Object.keys(settings)).toEqual(workedExamples.map(({ title }) => title));
});

test.each(workedExamples)('the account answers: $title', async (example) => {
  const { before = [], apart = {} } = settings[example.title] ?? {};
  const scene = await openScene();
  try {
    for (const doing of before) await doing(scene);
    const { method, path, body } = inAccount(example.request);
    const key = example.status === 401 ? 'x' : undefined;
    const answer = await scene.send(method, path, body, key);
    expect({ status: answer.status, body: answer.body }).toMatchObject({ status: example.status });
    const expected = inAccount(example.answer);
    const found = Array.isArray(expected) ? sameItems(expected, answer.body) : answer.body;
    const sentence = example.status < 400 ? {} : { detail: 'a sentence of its own' };
    expect(differences(expected, found, { ...apart, ...sentence })).toEqual([]);
    // What is set apart is so for something.
    const places = differences(expected, found, sentence).map(
      (difference) => difference.split(' ')[0],
    );
    const isNeeded = (place: string) => places.some((other) => `${other}.`.startsWith(`${place}.`));
    expect(Object.keys(apart).filter((place) => !isNeeded(place))).toEqual([]);
    expect(scene.defects).toEqual([]);
  } finally {
    await scene.close();
  }
});

/** The examples leave fields out that every list has. */
function sameItems(expected: readonly unknown[], found: unknown): unknown[] {
  const numbers = expected.map((item) => (item as { readonly field_id: string }).field_id);
  const items = found as readonly { readonly field_id: string }[];
  return numbers.map((number) => items.find(({ field_id }) => field_id === number));
}
