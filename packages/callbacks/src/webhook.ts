import type { Contact, ContactBase, Webhook as WebhookSettings } from '@egoi-client/v3-api';

/** An event that webhooks can be told of. Source: API v3, createWebhook. */
export type WebhookAction = WebhookSettings['actions'][number];

/** What came of a message that was sent to the contact. */
export type MessageAction = Extract<
  WebhookAction,
  | `email_${'send' | 'open' | 'click' | 'soft_bounce' | 'hard_bounce' | 'spam_complaint'}`
  | `sms_${string}`
  | `voice_${string}`
  | `push_${string}`
  | `web_push_${'bounce' | 'click' | 'delivered' | 'open' | 'send'}`
  | 'facebook_like'
  | 'social_share'
>;

/** What the contact did in a shop or on a site. */
export type ShopAction = Extract<
  WebhookAction,
  'new_order' | 'cart_update' | 'goal_conversion' | 'product_view'
>;

/** What became of the contact in its list. */
export type ContactAction = Exclude<WebhookAction, MessageAction | ShopAction>;

/**
 * The contact of a webhook, as far as the webhook tells of it: the form of a contact of API v3. No
 * source shows the body of a webhook, so nothing is sure to be there.
 */
export interface WebhookContact {
  /** The fields that every list has. A word that API v3 does not list is among `others`. */
  readonly base: Readonly<Partial<ContactBase>>;
  /** Values of extra fields. */
  readonly extra: NonNullable<Contact['extra']>;
  /** Numbers of the contact's tags. */
  readonly tags: readonly number[];
}

interface WebhookAbout {
  /** The webhook that is told, by its number. */
  readonly webhook_id: number | undefined;
  /** The list of the contact, by its number. */
  readonly list_id: number | undefined;
  /** When it happened, `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` where the webhook does not say. */
  readonly date: string;
  /** Whom it happened to; `undefined` where the webhook does not say. */
  readonly contact: WebhookContact | undefined;
  /**
   * What else the body says, as it came, by the path of its place, such as `contact.base.shoe_size`:
   * what no source knows, and what is not of the kind that is due. Has no prototype.
   */
  readonly others: Readonly<Record<string, unknown>>;
}

/** Something became of a contact in its list. */
export interface ContactWebhook extends WebhookAbout {
  readonly action: ContactAction;
}

/** Something came of a message to a contact. */
export interface MessageWebhook extends WebhookAbout {
  readonly action: MessageAction;
  /** Hash of the campaign; `''` where the webhook does not say. */
  readonly campaign_hash: string;
  /** Address of the link that was clicked on; `''` where there is none. */
  readonly url: string;
}

/** A contact did something in a shop or on a site: what, is in `others`. */
export interface ShopWebhook extends WebhookAbout {
  readonly action: ShopAction;
}

/** Something happened for which no source has a word. */
export interface OtherWebhook extends WebhookAbout {
  readonly action: 'other';
  /** What the webhook calls it. */
  readonly name: string;
}

/** What API v3 posts to the address of a webhook. */
export type Webhook = ContactWebhook | MessageWebhook | ShopWebhook | OtherWebhook;

const actionGroups: Readonly<Record<WebhookAction, 'contact' | 'message' | 'shop'>> = {
  forget_subscription: 'contact',
  change_consent: 'contact',
  web_push_bounce: 'message',
  web_push_click: 'message',
  web_push_delivered: 'message',
  web_push_open: 'message',
  web_push_send: 'message',
  web_push_subscription: 'contact',
  web_push_unsubscription: 'contact',
  email_send: 'message',
  email_open: 'message',
  email_click: 'message',
  email_soft_bounce: 'message',
  email_hard_bounce: 'message',
  sms_send: 'message',
  sms_delivered: 'message',
  voice_send: 'message',
  unsubscribe: 'contact',
  subscription: 'contact',
  edit_subscription: 'contact',
  resubscription: 'contact',
  facebook_like: 'message',
  social_share: 'message',
  double_optin: 'contact',
  email_spam_complaint: 'message',
  email_field_disable: 'contact',
  cellphone_field_disable: 'contact',
  phone_field_disable: 'contact',
  push_send: 'message',
  push_open: 'message',
  push_click: 'message',
  push_received: 'message',
  push_error: 'message',
  push_canceled: 'message',
  new_order: 'shop',
  cart_update: 'shop',
  goal_conversion: 'shop',
  product_view: 'shop',
};

/** Of what kind an action is; `undefined` for a word that API v3 does not list. */
export function groupOf(action: string): 'contact' | 'message' | 'shop' | undefined {
  return Object.hasOwn(actionGroups, action) ? actionGroups[action as WebhookAction] : undefined;
}
