import type { ContactBase } from '@egoi-client/v3-api';
import type { CallbackContact, CallbackEvent } from './callback.ts';
import type { ContactWebhook, WebhookContact } from './webhook.ts';

/** A callback that a webhook is in the words of API v2. */
export interface TranslatedCallback {
  readonly event: CallbackEvent;
  /** The numbers of the events of editApiCallback that it may be: one, unless API v3 does not tell them apart. */
  readonly numbers: readonly number[];
  readonly contact: CallbackContact;
}

const removals: Readonly<Record<string, number>> = {
  form: 2,
  manual: 4,
  bounce: 5,
  unsubscribe_link: 8,
  api: 10,
};

const additions: Readonly<Record<string, readonly number[]>> = {
  form: [1, 15],
  manual: [3],
  referral: [6],
  api: [9],
  imported: [9],
};

/**
 * The callback of API v2 that says the same as a webhook; `undefined` where API v2 has no word for it.
 * API v3 says what happened and not how: that is told by how the contact came or left, where the webhook
 * has that. Source: reference, editApiCallback and 14.10.
 *
 * Without a source in a webhook, and so empty: `FAX` and `STATS_EMAIL_SENT`. Values of extra fields
 * with options are the numbers of the options, and not their labels.
 */
export function callbackOfWebhook(webhook: ContactWebhook): TranslatedCallback | undefined {
  const event = eventOf(webhook);
  if (event === undefined) return undefined;
  const { contact = { base: {}, extra: [], tags: [] }, list_id } = webhook;
  return { ...event, contact: contactOf(contact, list_id) };
}

function eventOf({
  action,
  contact,
}: ContactWebhook): Omit<TranslatedCallback, 'contact'> | undefined {
  const base: Readonly<Partial<ContactBase>> = contact?.base ?? {};
  switch (action) {
    case 'subscription':
    case 'resubscription':
      return {
        event: 'addSubscriber',
        numbers: additions[base.subscription_method ?? ''] ?? [1, 3, 9, 15],
      };
    case 'double_optin':
      return { event: 'addSubscriber', numbers: [7] };
    case 'edit_subscription':
      return { event: 'editSubscriber', numbers: [12, 13, 14, 16] };
    case 'unsubscribe': {
      const number = removals[base.unsubscription_method ?? ''];
      return {
        event: 'removeSubscriber',
        numbers: number === undefined ? [2, 4, 5, 8, 10] : [number],
      };
    }
    // To a receiver of API v2 the contact leaves the list.
    case 'forget_subscription':
      return { event: 'removeSubscriber', numbers: [10] };
    default:
      return undefined;
  }
}

const statuses: Readonly<Record<string, number>> = {
  unconfirmed: 0,
  active: 1,
  removed: 2,
  inactive: 4,
};

const reasons = ['not_interested', 'lack_of_time', 'email_address_change', 'spam', 'other'];

const methods: Readonly<Record<string, string>> = { api: 'API', unsubscribe_link: 'link' };

function contactOf({ base, extra }: WebhookContact, list: number | undefined): CallbackContact {
  const way = base.unsubscription_method ?? '';
  const reason = reasons.indexOf(base.unsubscription_reason ?? '') + 1;
  return {
    UID: base.contact_id ?? '',
    LIST: list,
    FIRST_NAME: base.first_name ?? '',
    LAST_NAME: base.last_name ?? '',
    EMAIL: base.email ?? '',
    CELLPHONE: base.cellphone ?? '',
    TELEPHONE: base.phone ?? '',
    FAX: '',
    LANGUAGE: base.language ?? '',
    BIRTH_DATE: base.birth_date ?? '',
    DATE_ADD: base.subscription_date ?? '',
    STATUS: statuses[base.status ?? ''],
    extraFields: Object.fromEntries(
      extra.map(({ field_id, value = '' }) => [
        field_id,
        typeof value === 'string' ? value : value.join(','),
      ]),
    ),
    REMOVE_DATE: base.unsubscription_date ?? '',
    REMOVE_METHOD: methods[way] ?? way,
    REMOVE_OPTION: reason === 0 ? undefined : reason,
    REMOVE_OBS: base.unsubscription_observation ?? '',
    STATS_EMAIL_SENT: undefined,
    others: {},
  };
}
