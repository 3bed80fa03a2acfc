import type { EgoiClient } from '@egoi-client/core';
import type { SandboxOptions } from '@egoi-client/sandbox';
import type { OperationName } from '@egoi-client/v3-api';
import type { SentRequest } from '../calls/write-unchecked.ts';

/** A conflict that the state of an account of its own leads to. */
export interface StateProvocation {
  readonly name: OperationName;
  readonly key: string | undefined;
  readonly options?: SandboxOptions;
  /** What API v2 does before; the account has list 1 by then. */
  readonly before?: (client: EgoiClient) => Promise<unknown>;
  /** Requests by API v3, the last of which is refused. */
  readonly requests: readonly SentRequest[];
}

const post = (path: string, body: object): SentRequest => ({
  method: 'POST',
  path,
  body: JSON.stringify(body),
});
const remove = (path: string): SentRequest => ({ method: 'DELETE', path, body: undefined });
const twice = (request: SentRequest) => [request, request];

const campaign = 'a'.repeat(32);
/** Work waits, and the one campaign has a hash that requests can name. */
const queueing: SandboxOptions = {
  queueDelayMs: 3_600_000,
  ids: (kind) => (kind === 'campaign' ? campaign : 'b'.repeat(10)),
};

function sendingOf(segments: object): SentRequest {
  return post(`/campaigns/email/${campaign}/actions/send`, { list_id: 1, segments });
}

/** An e-mail that waits for its turn. */
function queuedMail(segments: object): SentRequest[] {
  const content = { type: 'html', body: '<p>News</p>' };
  return [
    post('/lists/1/contacts', { base: { email: 'rui@example.com', first_name: 'Rui' } }),
    post('/campaigns/email', { list_id: 1, internal_name: 'News', sender_id: 1, content }),
    sendingOf(segments),
  ];
}

/** Conflicts for which the account of the judged calls has another state. */
export const stateProvocations: readonly StateProvocation[] = [
  {
    name: 'createList',
    key: 'list_limit_reached',
    options: { maxLists: 1 },
    requests: [post('/lists', { internal_name: 'Second' })],
  },
  {
    name: 'deleteList',
    key: 'has_queued_operations',
    options: { queueDelayMs: 3_600_000 },
    requests: [post('/lists/1/contacts/actions/export', { format: 'csv' }), remove('/lists/1')],
  },
  {
    name: 'deleteList',
    key: 'has_automations',
    options: { autobots: [{ name: 'Welcome', list: 1 }] },
    requests: [remove('/lists/1')],
  },
  {
    name: 'deleteList',
    key: 'has_campaigns_last_thirty_days',
    before: sendToAll,
    requests: [remove('/lists/1')],
  },
  {
    name: 'deleteExtraField',
    key: 'field_in_use',
    async before(client) {
      await client.addExtraField({ listID: 1, name: 'City', type: 'texto' });
      await client.createSegment({ listID: 1, name: 'Porto', fields: { extra_1: 'Porto' } });
    },
    requests: [remove('/lists/1/fields/extra/1')],
  },
  {
    name: 'deleteSegment',
    key: 'invalid_segment_type',
    before: (client) => client.addTag({ name: 'vip' }),
    requests: [remove('/lists/1/segments/tag_1')],
  },
  {
    name: 'createCName',
    key: 'cname_exists',
    requests: twice(post('/cnames', { value: 'mail.example.com' })),
  },
  {
    name: 'enableTransactional',
    key: 'client_already_enabled',
    requests: twice({
      method: 'POST',
      path: '/my-account/actions/enable-transactional',
      body: undefined,
    }),
  },
  {
    name: 'updateContactByField',
    key: 'unique_field_in_use',
    async before(client) {
      await client.addSubscriber({ listID: 1, email: 'ana@example.com' });
      await client.addSubscriber({ listID: 1, email: 'rui@example.com' });
    },
    requests: [
      post('/lists/1/contacts/by-field', {
        compare_field: { field_id: 'email', value: 'ana@example.com' },
        base: { email: 'rui@example.com' },
      }),
    ],
  },
  {
    name: 'updateTag',
    key: undefined,
    requests: [
      post('/tags', { name: 'vip' }),
      post('/tags', { name: 'late' }),
      { method: 'PUT', path: '/tags/2', body: '{"name":"vip"}' },
    ],
  },
  {
    name: 'createCampaignGroup',
    key: undefined,
    requests: twice(post('/campaign-groups', { name: 'News' })),
  },
  {
    name: 'createCellphoneSender',
    key: undefined,
    requests: twice(post('/senders/cellphone', { type: 'numeric', cellphone: '351-961234567' })),
  },
  {
    name: 'deleteSegment',
    key: 'has_queued_campaigns',
    options: queueing,
    before: (client) =>
      client.createSegment({ listID: 1, name: 'Rui', fields: { first_name: 'Rui' } }),
    requests: [...queuedMail({ type: 'segment', data: ['1'] }), remove('/lists/1/segments/1')],
  },
  {
    name: 'deleteEmailSender',
    key: undefined,
    options: queueing,
    requests: [...queuedMail({ type: 'none' }), remove('/senders/email/1')],
  },
  {
    name: 'actionSendEmail',
    key: undefined,
    options: queueing,
    requests: [...queuedMail({ type: 'none' }), sendingOf({ type: 'none' })],
  },
  {
    name: 'createPhoneSender',
    key: undefined,
    requests: twice(post('/senders/phone', { phone: '351-222333444', file: 'JVBERi0xLjQ=' })),
  },
];

async function sendToAll(client: EgoiClient): Promise<void> {
  await client.addSubscriber({ listID: 1, email: 'ana@example.com' });
  const made = { listID: 1, subject: 'News', from: '1', message: '<p>News</p>' };
  const { ID } = await client.createCampaignEmail(made);
  await client.sendEmail({ listID: 1, campaign: ID, segment: 'all' });
}
