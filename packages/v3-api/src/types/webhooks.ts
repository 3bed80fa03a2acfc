// Written by `pnpm v3:types` from the description of the operations: change it there.

/** An address to which events are posted. */
export interface Webhook {
  /** Webhook. 1 or more. */
  readonly webhook_id: number;
  /** List whose contacts it tells of. 1 or more. */
  readonly list_id: number;
  /** Address to which events are posted as JSON. */
  readonly url: string;
  /** Events that it tells of. */
  readonly actions: readonly (
    | 'forget_subscription'
    | 'change_consent'
    | 'web_push_bounce'
    | 'web_push_click'
    | 'web_push_delivered'
    | 'web_push_open'
    | 'web_push_send'
    | 'web_push_subscription'
    | 'web_push_unsubscription'
    | 'email_send'
    | 'email_open'
    | 'email_click'
    | 'email_soft_bounce'
    | 'email_hard_bounce'
    | 'sms_send'
    | 'sms_delivered'
    | 'voice_send'
    | 'unsubscribe'
    | 'subscription'
    | 'edit_subscription'
    | 'resubscription'
    | 'facebook_like'
    | 'social_share'
    | 'double_optin'
    | 'email_spam_complaint'
    | 'email_field_disable'
    | 'cellphone_field_disable'
    | 'phone_field_disable'
    | 'push_send'
    | 'push_open'
    | 'push_click'
    | 'push_received'
    | 'push_error'
    | 'push_canceled'
    | 'new_order'
    | 'cart_update'
    | 'goal_conversion'
    | 'product_view'
  )[];
  /** Fields of the contact that it tells. */
  readonly fields?: readonly string[] | undefined;
}

/** A page of webhooks. */
export interface WebhookPage {
  /** The webhooks of this page. */
  readonly items: readonly Webhook[];
  /** How many there are on all pages together. 0 or more. */
  readonly total_items?: number | undefined;
}

/** Input of getAllWebhooks. */
export interface GetAllWebhooksInput {
  /** How many items to pass over. 0 or more. */
  readonly offset?: number | undefined;
  /** Most items of the page. 1 to 1000. The service takes `10` where it is left out. */
  readonly limit?: number | undefined;
}

/** A new webhook. */
export interface CreateWebhookBody {
  /** List whose contacts it tells of. 1 or more. */
  readonly list_id: number;
  /** Address to which events are posted as JSON. */
  readonly url: string;
  /** Events that it tells of. */
  readonly actions: readonly (
    | 'forget_subscription'
    | 'change_consent'
    | 'web_push_bounce'
    | 'web_push_click'
    | 'web_push_delivered'
    | 'web_push_open'
    | 'web_push_send'
    | 'web_push_subscription'
    | 'web_push_unsubscription'
    | 'email_send'
    | 'email_open'
    | 'email_click'
    | 'email_soft_bounce'
    | 'email_hard_bounce'
    | 'sms_send'
    | 'sms_delivered'
    | 'voice_send'
    | 'unsubscribe'
    | 'subscription'
    | 'edit_subscription'
    | 'resubscription'
    | 'facebook_like'
    | 'social_share'
    | 'double_optin'
    | 'email_spam_complaint'
    | 'email_field_disable'
    | 'cellphone_field_disable'
    | 'phone_field_disable'
    | 'push_send'
    | 'push_open'
    | 'push_click'
    | 'push_received'
    | 'push_error'
    | 'push_canceled'
    | 'new_order'
    | 'cart_update'
    | 'goal_conversion'
    | 'product_view'
  )[];
  /** Fields of the contact that it tells. */
  readonly fields?: readonly string[] | undefined;
}

/** Input of createWebhook. */
export interface CreateWebhookInput {
  /** A new webhook. */
  readonly body: CreateWebhookBody;
}

/** Input of deleteWebhook. */
export interface DeleteWebhookInput {
  /** Webhook. 1 or more. */
  readonly webhook_id: number;
}
