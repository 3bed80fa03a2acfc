import { refused, right, wrong, wrongMethod } from './judged-call.ts';

const webhook = {
  list_id: 1,
  url: 'https://www.example.com/hook',
  actions: ['subscription', 'unsubscribe'],
  fields: ['email'],
} as const;

/** Addresses that are told of what happens in a list. */
export const webhookCalls = [
  right('createWebhook', { body: webhook }),
  refused('createWebhook', { body: { ...webhook, list_id: 99 } }, 422),
  wrong('createWebhook', { body: { ...webhook, actions: ['sneeze'] } }),
  wrong('createWebhook', { body: { list_id: 1, actions: ['subscription'] } }),
  right('getAllWebhooks', { limit: 10 }),
  wrong('getAllWebhooks', { limit: 1001 }),
  right('deleteWebhook', { webhook_id: 1 }),
  refused('deleteWebhook', { webhook_id: 1 }, 404),
  wrong('deleteWebhook', { webhook_id: 'hook' }, 404),
];

/** Sites that are connected to the account. */
export const connectedSiteCalls = [
  right('getAllConnectedSites', {}),
  wrongMethod('getAllConnectedSites', 'POST'),
  right('getConnectedSites', { domain: 'www.example.com' }),
  wrongMethod('getConnectedSites', 'POST'),
];
