import type { EgoiClient, MethodName } from '@egoi-client/core';
import type { V3TransportOptions } from '@egoi-client/transport-v3';
import type { OperationName } from '@egoi-client/v3-api';
import type { AskedRequest } from './v3-cut-service.ts';

/** What the scene of the scenarios holds, by name. */
export interface Scene {
  /** UIDs of the two contacts. */
  readonly ana: string;
  readonly rui: string;
  /** Hashes of a campaign of each channel, which none has sent yet. */
  readonly email: string;
  readonly sms: string;
  readonly voice: string;
}

/** The words for the part of a call that a request does; `undefined` for a look-up. */
type Part =
  | string
  | ((request: AskedRequest, before: readonly AskedRequest[]) => string | undefined);

/** A call that takes several requests. */
export interface Scenario {
  readonly params: (scene: Scene) => Readonly<Record<string, unknown>>;
  readonly options?: V3TransportOptions;
  /** Further calls by API v2 before it. */
  readonly prepare?: (client: EgoiClient, scene: Scene) => Promise<unknown>;
  /** Calls by API v3 before it. */
  readonly prepareOverV3?: (client: EgoiClient) => Promise<unknown>;
  /** Whether what waits is worked off before the call. @default false */
  readonly isWorkedOff?: boolean;
  /** Parts of the call as its errors tell them, by the operation that does them. UIDs and hashes are `#`. */
  readonly parts?: Partial<Record<OperationName, Part>>;
  /** After which operation the account works off what waits. */
  readonly worksOffAfter?: OperationName;
}

interface AskedBody {
  readonly tag_id: number;
  readonly field_id?: string;
  readonly en: string;
  readonly contacts: readonly { readonly base: { readonly email: string } }[];
  readonly segments: { readonly data?: string };
}

/** What a request says, as far as parts are told by it. */
const body = (request: AskedRequest): AskedBody => request.body as AskedBody;
const tagged: Part = (request) => `attachTag ${body(request).tag_id}`;
const people = ['a', 'b', 'c', 'd', 'e'].map((name) => ({
  email: `${name}@example.com`,
  first_name: name.repeat(40),
}));

/** Which of several recipients an order is for, by what a request says of it. */
const sends =
  (...recipients: readonly string[]): Part =>
  (request) => {
    const { segments } = body(request);
    const index = recipients.indexOf(segments.data ?? '');
    return `send ${Math.max(index, 0) + 1} of ${Math.max(recipients.length, 1)}`;
  };

const callback = { listID: 1, callback_url: 'http://127.0.0.1:9/' };
const callbackOptions: V3TransportOptions = { allowLosses: ['editApiCallback.callback_url'] };
const onePage: V3TransportOptions = { pageSize: 1 };
const oneCall = (params: Readonly<Record<string, unknown>>, options = onePage): Scenario => ({
  params: () => params,
  options,
});

/** Scenarios of each method that may take several requests; one that has none is refused by the test. */
export const scenarios: Partial<Record<MethodName, Readonly<Record<string, Scenario>>>> = {
  addSubscriber: {
    'a new contact with tags and an option': {
      params: () => ({ listID: 1, email: 'eva@example.com', extra_2: 'M', tags: ['vip', 'new'] }),
      options: { contactAnswers: 'record' },
      parts: {
        createContact: 'contact #',
        actionAttachTag: tagged,
        getContact: 'the reading of the record',
      },
    },
    'one whose address is taken': {
      params: () => ({
        listID: 1,
        email: 'ana@example.com',
        first_name: 'Anna',
        operation: 2,
        tags: [1, 2],
      }),
      parts: { patchContact: 'changes of contact #', actionAttachTag: tagged },
    },
  },
  addSubscriberBulk: {
    'in two parts, with a tag': {
      params: () => ({
        listID: 1,
        compareField: 'email',
        subscribers: people,
        tags: ['vip'],
      }),
      options: { imports: 'wait', importPollMs: 1, maxRequestBytes: 1424 },
      parts: {
        actionImportBulk: (request) => {
          const [first] = body(request).contacts;
          return `part ${first?.base.email === 'a@example.com' ? 1 : 2} of 2 of the contacts`;
        },
        getAllOperations: 'the wait for the import',
        actionAttachTag: tagged,
      },
      worksOffAfter: 'getAllOperations',
    },
    'one contact that is there': {
      params: () => ({
        listID: 1,
        compareField: 'email',
        operation: 2,
        subscribers: [{ email: 'ana@example.com', first_name: 'Anna' }],
        tags: [1],
      }),
      parts: { patchContact: 'the contact', actionAttachTag: tagged },
    },
  },
  attachTag: {
    'by UID and by address': {
      params: ({ ana }) => ({
        tag: 1,
        type: 'subscriber',
        listID: 1,
        target: [ana, 'rui@example.com'],
      }),
      parts: {
        actionAttachTag: (request) =>
          `the contacts named by ${body(request).field_id === undefined ? 'UID' : 'address'}`,
      },
    },
  },
  detachTag: {
    'by UID and by address': {
      prepare: (client, { ana, rui }) =>
        client.attachTag({ tag: 1, type: 'subscriber', listID: 1, target: [ana, rui] }),
      params: ({ ana }) => ({
        tag: 1,
        type: 'subscriber',
        listID: 1,
        target: [ana, 'rui@example.com'],
      }),
      parts: {
        actionDetachTag: (request) =>
          `the contacts named by ${body(request).field_id === undefined ? 'UID' : 'address'}`,
      },
    },
  },
  editSubscriber: {
    'by its address, which leaves the list': {
      params: () => ({
        listID: 1,
        subscriber: 'ana@example.com',
        last_name: 'Silva',
        tags: ['vip'],
        status: 2,
      }),
      parts: {
        patchContact: 'changes of contact #',
        actionAttachTag: tagged,
        actionUnsubscribeContact: 'the removal',
      },
    },
    'with nothing but tags and a removal': {
      params: ({ ana }) => ({ listID: 1, subscriber: ana, tags: [1, 2], status: 2 }),
      parts: { actionAttachTag: tagged, actionUnsubscribeContact: 'the removal' },
    },
  },
  removeSubscriber: {
    'by its address': oneCall({ listID: 1, subscriber: 'ana@example.com' }),
  },
  subscriberData: {
    'the members of a segment': {
      ...oneCall({ listID: 1, subscriber: 'all_subscribers', segment: 'Anas' }, {}),
      prepare: (client, { ana }) =>
        client.editSubscriber({ listID: 1, subscriber: ana, extra_2: 'M' }),
    },
    'one by its address': oneCall({ listID: 1, subscriber: 'ana@example.com' }),
  },
  getSubscriberActivity: {
    'by its address': oneCall({ listID: 1, subscriber: 'ana@example.com' }),
  },
  addExtraField: {
    'with options': {
      params: () => ({ listID: 1, name: 'Size', type: 'lista', opcoes: 'S, M, L' }),
      parts: {
        createExtraField: 'field 3',
        createFieldOption: (request) => `option ${body(request).en}`,
      },
    },
  },
  editExtraField: {
    'with other options': {
      params: () => ({ listID: 1, id: 2, name: 'Size', opcoes: 'S, XL' }),
      parts: {
        patchExtraField: 'the name',
        createFieldOption: (request) => `option ${body(request).en}`,
        deleteFieldOption: ({ pathParams }) =>
          `the end of option ${pathParams['option_id'] === '2' ? 'M' : 'L'}`,
      },
    },
  },
  getExtraFields: { 'page by page': oneCall({ listID: 1 }, { pageSize: 4 }) },
  getLists: {
    'with their details': oneCall({}, { listDetails: ['counts', 'fields'] }),
  },
  deleteSegment: { 'by its name': oneCall({ listID: 1, name: 'Anas' }) },
  getSegments: { 'page by page': oneCall({ listID: 1 }) },
  getTags: { 'page by page': oneCall({}) },
  getSenders: { 'of all channels': oneCall({}) },
  getUserData: { 'and the account': oneCall({}) },
  getOperationsQueue: {
    'page by page': {
      ...oneCall({}),
      prepareOverV3: async (client) => {
        const target = { type: 'subscriber', listID: 1, target: ['ana@example.com'] } as const;
        await client.attachTag({ tag: 1, ...target });
        await client.attachTag({ tag: 2, ...target });
      },
    },
  },
  getAutobots: { 'page by page': oneCall({}) },
  startAutobot: {
    'for an address': oneCall({ autobot: 1, listID: 1, subscriber: 'ana@example.com' }, {}),
  },
  editApiCallback: {
    'in place of another': {
      params: () => ({ ...callback, notif_api_9: 1 }),
      options: callbackOptions,
      prepareOverV3: (client) => client.editApiCallback({ ...callback, notif_api_8: 1 }),
      parts: {
        createWebhook: 'the webhook',
        deleteWebhook: ({ pathParams }) => `deletion of webhook ${pathParams['webhook_id']}`,
      },
    },
  },
  createCampaignEmail: {
    'from an address': oneCall(
      { listID: 1, subject: 'Hello', message: '<p>x</p>', from_email: 'news@example.com' },
      {},
    ),
  },
  createCampaignVoice: {
    'from the only sender of calls': oneCall(
      { listID: 1, subject: 'Call', file: Buffer.from('ID3 recording').toString('base64') },
      {},
    ),
  },
  editCampaignEmail: {
    'of a list, from an address': {
      params: ({ email }) => ({
        campaign: email,
        listID: 1,
        subject: 'Better',
        from_email: 'news@example.com',
      }),
    },
  },
  editCampaignSMS: {
    'of a list': {
      params: ({ sms }) => ({ campaign: sms, listID: 1, message: 'Better' }),
    },
  },
  getCampaigns: { 'page by page': oneCall({}) },
  getReport: {
    'of a campaign that was sent': {
      params: ({ email }) => ({ campaign: email }),
      prepare: (client, { email }) =>
        client.sendEmail({ listID: 1, campaign: email, segment: 'all' }),
    },
  },
  sendCall: {
    'to two contacts': {
      params: ({ voice }) => ({
        campaign: voice,
        subscriber: ['ana@example.com', 'rui@example.com'],
      }),
      options: { allowLosses: ['sendCall.subscriber'] },
      parts: { actionSendVoice: sends('351-912345678', '351-962345678') },
    },
  },
  sendEmail: {
    'with another subject, to two addresses': {
      params: ({ email }) => ({
        listID: 1,
        campaign: email,
        subject: 'Better',
        email: ['ana@example.com', 'rui@example.com'],
      }),
      options: { allowLosses: ['sendEmail.email'] },
      parts: {
        patchEmailCampaign: 'changes of campaign #',
        actionSendEmail: sends('ana@example.com', 'rui@example.com'),
      },
    },
    'as it is, to two addresses': {
      params: ({ email }) => ({
        listID: 1,
        campaign: email,
        email: ['ana@example.com', 'rui@example.com'],
      }),
      options: { allowLosses: ['sendEmail.email'] },
      parts: { actionSendEmail: sends('ana@example.com', 'rui@example.com') },
    },
    'to a segment': {
      params: ({ email }) => ({ listID: 1, campaign: email, segment: ['Anas'] }),
    },
  },
  sendSMS: {
    'without a campaign, to two numbers': {
      params: () => ({
        listID: 1,
        subject: 'Sale',
        message: 'Hello',
        from: '351-912345678',
        cellphone: ['912345678', '962345678'],
      }),
      options: { allowLosses: ['sendSMS.cellphone'], phonePrefix: '351' },
      parts: {
        createSmsCampaign: 'campaign #',
        actionSendSms: sends('351-912345678', '351-962345678'),
      },
    },
    'with another text': {
      params: ({ sms }) => ({
        listID: 1,
        campaign: sms,
        message: 'Better',
        cellphone: '351-912345678',
      }),
      parts: {
        patchSmsCampaign: 'changes of campaign #',
        actionSendSms: sends('351-912345678'),
      },
    },
  },
  generateAdvancedReport: {
    'by a template': {
      params: () => ({ template: 1, lists: [1] }),
      options: { allowLosses: ['generateAdvancedReport.lists'] },
      parts: {
        generateByModelReport: 'the report',
        getAllAdvancedReports: (_, before) =>
          before.some(({ operation }) => operation === 'generateByModelReport')
            ? 'the look for the number of the report'
            : undefined,
      },
    },
  },
  getAdvancedReport: {
    'page by page': {
      ...oneCall({ report: 2 }),
      isWorkedOff: true,
      prepareOverV3: async (client) => {
        await client.generateAdvancedReport({ template: 1, lists: [1] });
        await client.generateAdvancedReport({ template: 1, lists: [1] });
      },
    },
  },
  getFormsSubmissions: {
    'of a form': {
      params: () => ({ listID: 1, formID: 1 }),
      options: { importPollMs: 1 },
      parts: {
        generateFormAnswersReport: 'report #',
        getAllAdvancedReports: 'the wait for the report',
      },
      worksOffAfter: 'getAllAdvancedReports',
    },
  },
};
