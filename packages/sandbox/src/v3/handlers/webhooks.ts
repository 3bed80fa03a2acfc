import type { ContactBase } from '@egoi-client/v3-api';
import { BrokenRule } from '../../account/broken-rule.ts';
import { extraFieldsOf } from '../../account/store/extra-fields.ts';
import { findList } from '../../account/store/lists.ts';
import type { Statements } from '../../account/store/statements.ts';
import {
  allWebhooks,
  dropWebhook,
  insertWebhook,
  type Webhook,
} from '../../account/store/webhooks.ts';
import type { WebhookAction } from '../callbacks/webhook-actions.ts';
import { checkUrl } from '../calls/callback-url.ts';
import type { HandlerCall } from '../calls/handler.ts';
import { pageOf } from '../calls/page.ts';
import { unprocessable } from '../calls/refusal.ts';

/** Addresses that are told of events. */
export const webhookHandlers = {
  async getAllWebhooks({ sql, input }: HandlerCall<'getAllWebhooks'>) {
    return pageOf((await allWebhooks(sql)).map(webhookRecord), input);
  },

  async createWebhook({ sql, input }: HandlerCall<'createWebhook'>) {
    const { list_id: list, url, actions, fields } = input.body;
    if ((await findList(sql, list)) === undefined) {
      throw unprocessable('list_id', 'The list does not exist');
    }
    if (actions.length === 0) throw unprocessable('actions', 'An event is required');
    if (fields !== undefined) await checkFields(sql, list, fields);
    const webhook = {
      list,
      url: checkUrl('url', url),
      actions: [...new Set(actions)],
      fields: fields === undefined ? undefined : [...new Set(fields)],
    };
    return webhookRecord({ ...webhook, id: await insertWebhook(sql, webhook) });
  },

  async deleteWebhook({ sql, input }: HandlerCall<'deleteWebhook'>) {
    if (!(await dropWebhook(sql, input.webhook_id))) {
      throw new BrokenRule({ reason: 'notFound', what: 'webhook' });
    }
    return undefined;
  },
};

function webhookRecord({ id, list, url, actions, fields }: Webhook) {
  return {
    webhook_id: id,
    list_id: list,
    url,
    actions: actions as readonly WebhookAction[],
    ...(fields === undefined ? {} : { fields }),
  };
}

/** The fields of every contact that a webhook can be told. */
const baseFields: readonly string[] = [
  'contact_id',
  'status',
  'consent',
  'consent_date',
  'subscription_method',
  'subscription_date',
  'subscription_form',
  'unsubscription_method',
  'unsubscription_reason',
  'unsubscription_observation',
  'unsubscription_date',
  'change_date',
  'first_name',
  'last_name',
  'birth_date',
  'language',
  'email',
  'email_status',
  'cellphone',
  'cellphone_status',
  'phone',
  'phone_status',
] satisfies readonly (keyof ContactBase)[];

/** @throws Refusal 422 for a name that no field of the list has */
async function checkFields(sql: Statements, list: number, names: readonly string[]): Promise<void> {
  const extra = (await extraFieldsOf(sql, [list])).map(({ id }) => String(id));
  const unknown = names.find((name) => !baseFields.includes(name) && !extra.includes(name));
  if (unknown !== undefined) {
    throw unprocessable('fields', `'${unknown}' is no field of the list`);
  }
}
