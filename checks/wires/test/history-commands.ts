import { type WireObject, type WireValue } from '@egoi-client/core';
import { setMember } from '@egoi-client/core/wire';
import fc from 'fast-check';
import { text } from './history-texts.ts';

/** One call of a history. A text such as `{UID 3}` stands for the third of the texts that came so named. */
export interface HistoryCommand {
  readonly method: string;
  readonly params: WireObject;
}

/** What fits, and once in a while what does not. */
function mostly<T extends WireValue>(fitting: fc.Arbitrary<T>, ...wrong: readonly WireValue[]) {
  return fc.oneof(
    { weight: 30, arbitrary: fitting },
    { weight: 1, arbitrary: fc.constantFrom<WireValue>(...wrong) },
  );
}

// Few values, so that commands meet what others left behind; some that nothing has.
const number = (known: number) => {
  const whole = fc.integer({ min: 1, max: known });
  const fitting = fc.oneof({ weight: 3, arbitrary: whole }, whole.map(String));
  return mostly(fitting, 99, '007', -1, 1.5, 'x', '', null, [], {});
};
const listID = number(2);
const email = mostly(
  fc.constantFrom('ana@x.pt', 'rui@x.pt', 'eva@x.pt', 'ANA@x.pt', "o'neill+a&b@x.pt"),
  'none',
  'a@b',
  ' ana@x.pt',
  '',
);
const phone = mostly(fc.constantFrom('351-912345678', '351-912345679', ''), '912345678', 'call me');
const subscriber = fc.oneof(
  { weight: 8, arbitrary: email },
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 5 }).map((index) => `{UID ${index}}`) },
  { weight: 1, arbitrary: text },
);
const flag = mostly(fc.constantFrom<WireValue>(true, false, 0, 1, '0', '1', null), 'yes', 2);
const language = mostly(fc.constantFrom<WireValue>('pt', 'en', 'fr', null), 'xx', '');
const count = mostly(fc.constantFrom<WireValue>(0, 1, 2, '3', 1000, null), -1, 'x', []);
const operation = mostly(fc.constantFrom<WireValue>(1, 2, '2', null), 3, 'x');

/** Every member may be left out. */
function params(shape: { readonly [name: string]: fc.Arbitrary<WireValue> }) {
  return fc
    .record(shape, { requiredKeys: [], noNullPrototype: true })
    .chain((given) => fc.tuple(fc.constant(given), fc.nat(15), text))
    .map(([given, dice, extra]): WireObject => {
      const all = { ...given } as WireObject;
      // A name that no method knows, and that must not become a prototype.
      if (dice === 0) setMember(all, '__proto__', { email: extra });
      if (dice === 1) setMember(all, 'brand_new', [extra]);
      return all;
    });
}

function command(method: string, shape: { readonly [name: string]: fc.Arbitrary<WireValue> }) {
  return params(shape).map((made): HistoryCommand => ({ method, params: made }));
}

/** The same with what the method cannot do without. */
function complete(
  method: string,
  required: { readonly [name: string]: fc.Arbitrary<WireValue> },
  shape: { readonly [name: string]: fc.Arbitrary<WireValue> } = {},
) {
  return fc
    .tuple(fc.record(required, { noNullPrototype: true }), params(shape))
    .map(([always, some]): HistoryCommand => ({ method, params: Object.assign(some, always) }));
}

const extraValue = fc.oneof(text, fc.constantFrom<WireValue>(42, 1.5, null));
const tags = fc.oneof(
  fc.array(number(2), { maxLength: 3 }),
  fc.constantFrom<WireValue>({ id: 1 }, 1, null),
);
const person = {
  email,
  cellphone: phone,
  first_name: text,
  last_name: fc.option(text),
  birth_date: mostly(fc.constantFrom('1990-02-28', '0000-00-00', null), '1990-02-30', ''),
  lang: language,
  status: mostly(fc.constantFrom<WireValue>(0, 1, '2', 4), 7),
  validate_email: fc.constantFrom<WireValue>(0, '1', 2),
  tags,
  extra_1: extraValue,
};
const row = params(person);
const rows = fc.oneof(
  { weight: 5, arbitrary: fc.array(row, { maxLength: 4 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(row, { minLength: 1, maxLength: 3 })
      .map((list) => Object.fromEntries(list.map((item, index) => [String(index + 3), item]))),
  },
);
const attachment = {
  tag: number(2),
  target: fc.oneof(
    subscriber.map((one) => ({ subscriber: one })),
    fc.array(subscriber, { maxLength: 3 }).map((many) => ({ subscriber: many })),
    fc.array(subscriber, { maxLength: 3 }),
    text,
  ),
  type: mostly(fc.constant('subscriber'), 'list'),
  listID,
};
const fieldType = fc.constantFrom<WireValue>(
  'texto',
  'texto',
  'numero',
  'data',
  'lista',
  'x',
  null,
);

const segmentName = fc.oneof(fc.constantFrom('a', 'b'), text);

/** Any call to segments, forms, callbacks and background operations. */
const sideCommand: fc.Arbitrary<HistoryCommand> = fc.oneof(
  complete('createSegment', {
    listID,
    name: segmentName,
    fields: params({ first_name: text, email, status: number(2) }),
  }),
  complete('createSegmentAdvanced', {
    listID,
    name: segmentName,
    conditions: fc.array(
      params({
        field: fc.constantFrom('first_name', 'email', 'extra_1', 'no such'),
        operator: fc.constantFrom('equals', 'contains', 'no such'),
        value: text,
      }),
      { maxLength: 2 },
    ),
  }),
  complete('getSegments', { listID }),
  complete('deleteSegment', { listID, name: segmentName }),
  complete('getForms', { listID }),
  complete('editApiCallback', { listID, callback_url: fc.oneof(text, fc.webUrl()) }),
  complete('getSubscriberActivity', { listID, subscriber }),
  command('getOperationsQueue', {}),
);

const campaign = mostly(
  fc.integer({ min: 0, max: 3 }).map((index) => `{ID ${index}}`),
  '',
  'x',
);
const emailSender = mostly(fc.constantFrom<WireValue>('1', 1), '2', '', null);
const smsSender = mostly(fc.constantFrom<WireValue>('2', 2), '1', 'x');
const recipients = {
  email: fc.oneof(email, fc.array(email, { maxLength: 3 })),
  segment: fc.oneof(fc.constant('all'), segmentName),
};

/** Any call to campaigns, senders, automations and reports. */
const campaignCommand: fc.Arbitrary<HistoryCommand> = fc.oneof(
  complete(
    'createCampaignEmail',
    { listID, subject: text, from: emailSender, message: text },
    { internal_name: text, link_view_top: flag },
  ),
  complete('createCampaignSMS', { listID, subject: text, from: smsSender, message: text }),
  complete('editCampaignEmail', { campaign }, { subject: text, message: text }),
  complete('sendEmail', { campaign, listID }, { ...recipients, subject: text }),
  complete(
    'sendSMS',
    { listID, message: text, fromID: smsSender },
    { cellphone: fc.oneof(phone, fc.array(phone, { maxLength: 2 })), uid: subscriber, campaign },
  ),
  complete('deleteCampaign', { campaign }),
  complete('getReport', { campaign }),
  command('getCampaigns', { start: count, limit: count }),
  complete('addSender', { channel: fc.constantFrom('email', 'telemovel', 'x'), sender: email }),
  command('getSenders', { channel: fc.constantFrom('email', 'telemovel', 'x') }),
  complete('startAutobot', { autobot: number(3), listID, subscriber }),
  complete('addCname', { cname: text }),
);

/** Any call to accounts, lists, contacts and tags, and now and then one of the others. */
const anyCommand: fc.Arbitrary<HistoryCommand> = fc.oneof(
  { weight: 4, arbitrary: sideCommand },
  { weight: 6, arbitrary: campaignCommand },
  command('checklogin', { username: text, password: text }),
  complete('createList', { nome: text }, { idioma_lista: language, canal_sms: flag }),
  complete('updateList', { listID }, { name: text, language, canal_email: flag }),
  command('deleteList', { listID: number(6) }),
  command('getLists', { listID, start: count, limit: count }),
  complete(
    'addExtraField',
    { listID, name: text },
    { type: fieldType, opcoes: fc.constant('red,blue') },
  ),
  complete('editExtraField', { listID, id: number(3) }, { name: text }),
  complete('getExtraFields', { listID }),
  {
    weight: 4,
    arbitrary: complete('addSubscriber', { listID, email }, { ...person, subscriber, operation }),
  },
  {
    weight: 3,
    arbitrary: complete(
      'addSubscriberBulk',
      {
        listID,
        compareField: mostly(fc.constantFrom('email', 'email', 'cellphone', 'extra_1'), ''),
        subscribers: rows,
      },
      { operation, defaultStatus: operation, tags },
    ),
  },
  { weight: 2, arbitrary: complete('editSubscriber', { listID, subscriber }, person) },
  complete('removeSubscriber', { listID, subscriber }, { removeMethod: text }),
  { weight: 2, arbitrary: complete('subscriberData', { listID, subscriber }) },
  {
    weight: 2,
    arbitrary: complete(
      'subscriberData',
      { listID, subscriber: fc.constant('all_subscribers') },
      { start: count, limit: count },
    ),
  },
  { weight: 2, arbitrary: complete('addTag', { name: text }, { color: text }) },
  command('getTags', {}),
  complete('deleteTag', { tag: number(3) }),
  { weight: 2, arbitrary: complete('attachTag', attachment) },
  complete('detachTag', attachment),
);

/** A history begins with something to work on. */
const beginning: readonly HistoryCommand[] = [
  { method: 'createList', params: { nome: 'First' } },
  { method: 'addExtraField', params: { listID: 1, name: 'Note', type: 'texto' } },
  { method: 'createList', params: { nome: 'Second', canal_sms: 1 } },
  { method: 'addSubscriber', params: { listID: 1, email: 'ana@x.pt' } },
  { method: 'addSubscriber', params: { listID: 2, email: 'rui@x.pt', first_name: 'Rui' } },
  { method: 'addTag', params: { name: 'vip' } },
  {
    method: 'createCampaignEmail',
    params: { listID: 1, subject: 'News', from: '1', message: '<p>Hello</p>' },
  },
];

/** 10 to 30 calls that may meet each other. */
export const history: fc.Arbitrary<readonly HistoryCommand[]> = fc
  .array(anyCommand, { minLength: 6, maxLength: 26 })
  .map((commands) => [...beginning, ...commands]);
