import { id, listOf, struct, text, word } from '../schema/declare.ts';
import { operation } from './operation.ts';
import { collection } from './shared.ts';

const actions = [
  'forget_subscription',
  'change_consent',
  'web_push_bounce',
  'web_push_click',
  'web_push_delivered',
  'web_push_open',
  'web_push_send',
  'web_push_subscription',
  'web_push_unsubscription',
  'email_send',
  'email_open',
  'email_click',
  'email_soft_bounce',
  'email_hard_bounce',
  'sms_send',
  'sms_delivered',
  'voice_send',
  'unsubscribe',
  'subscription',
  'edit_subscription',
  'resubscription',
  'facebook_like',
  'social_share',
  'double_optin',
  'email_spam_complaint',
  'email_field_disable',
  'cellphone_field_disable',
  'phone_field_disable',
  'push_send',
  'push_open',
  'push_click',
  'push_received',
  'push_error',
  'push_canceled',
  'new_order',
  'cart_update',
  'goal_conversion',
  'product_view',
] as const;

const webhookId = id('Webhook.');

const rules = {
  list_id: id('List whose contacts it tells of.'),
  url: text('Address to which events are posted as JSON.'),
  actions: listOf(word(actions, 'Event.'), 'Events that it tells of.'),
};
const fields = listOf(
  text('Field, by its name or number.'),
  'Fields of the contact that it tells.',
);

const webhook = struct('Webhook', 'An address to which events are posted.', {
  required: { webhook_id: webhookId, ...rules },
  optional: { fields },
});

/** Addresses to which events are posted. */
export const webhookOperations = {
  getAllWebhooks: operation({
    method: 'GET',
    path: '/webhooks',
    summary: 'Gives the addresses to which events are posted.',
    answer: { status: 200, value: collection('WebhookPage', webhook, 'webhooks') },
    paging: {},
  }),
  createWebhook: operation({
    method: 'POST',
    path: '/webhooks',
    summary: 'Adds an address to which events are posted.',
    body: struct('CreateWebhookBody', 'A new webhook.', {
      required: rules,
      optional: { fields },
      setByService: ['webhook_id'],
    }),
    answer: { status: 200, value: webhook },
    conflict: {},
    notes: [
      'The status is 200, where everything else that is made is answered 201.',
      'A webhook cannot be changed: delete it and make another.',
      'What is posted for each event is documented nowhere.',
    ],
  }),
  deleteWebhook: operation({
    method: 'DELETE',
    path: '/webhooks/{webhook_id}',
    summary: 'Deletes a webhook.',
    pathParams: { webhook_id: webhookId },
    answer: { status: 204 },
  }),
};
