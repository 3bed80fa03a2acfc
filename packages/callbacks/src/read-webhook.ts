import { type JsonLimits, readJson, usualJsonLimits } from '@egoi-client/v3-api';
import { EgoiCallbackError } from './callback-error.ts';
import {
  headerOf,
  type ReadingLimits,
  receiveBody,
  type ReceivedRequest,
} from './received-body.ts';
import { resolveLimits } from './reading-options.ts';
import {
  type ContactAction,
  groupOf,
  type MessageAction,
  type ShopAction,
  type Webhook,
} from './webhook.ts';
import { isObject, readContact } from './webhook-contact.ts';

/** How deep a body may be. */
const maxDepth = 16;

/** Most values in a body. */
const maxValues = 20_000;

const jsonLimits: JsonLimits = {
  ...usualJsonLimits,
  maxDepth,
  maxValues,
  maxMembers: 5000,
};

/**
 * Reads what API v3 posts to the address of a webhook: a JSON object.
 *
 * It does not tell who sent it, since nothing in a webhook does: keep the address secret.
 *
 * @param request a `Request` of Fetch, a request of `node:http`, Express or Fastify, or headers and body
 * @returns what happened, to which contact; what no source knows is in `others`
 * @throws EgoiCallbackError for anything that is no webhook; its `status` is what to answer
 * @throws EgoiConfigError for wrong or unknown limits
 * @example
 * const webhook = await readWebhook(request);
 * if (webhook.action === 'unsubscribe') await forget(webhook.contact?.base.email);
 */
export async function readWebhook(
  request: ReceivedRequest,
  limits: ReadingLimits = {},
): Promise<Webhook> {
  const resolved = resolveLimits('readWebhook', limits);
  const { method = 'POST' } = request;
  if (method !== 'POST') throw new EgoiCallbackError('method', 'a webhook comes by POST');
  const type = headerOf(request, 'content-type');
  if (!/^(application\/([\w.+-]+\+)?json)?\s*(;|$)/i.test(type)) {
    throw new EgoiCallbackError('type', 'a webhook is JSON: application/json');
  }
  const body = await receiveBody(request, resolved);
  return webhookOf(typeof body === 'string' ? parse(body) : body);
}

function parse(text: string): unknown {
  const reading = readJson(text, jsonLimits);
  if (reading.kind === 'value') return reading.value;
  const what = reading.kind === 'refused' ? reading.problem : 'has too many values';
  throw new EgoiCallbackError('json', `the body of the webhook ${what}`);
}

function webhookOf(body: unknown): Webhook {
  if (!isObject(body)) {
    throw new EgoiCallbackError('json', 'the body of the webhook must be a JSON object');
  }
  requireBounded(body);
  const { action, webhook_id, list_id, date, contact, action_data, ...further } = body;
  if (typeof action !== 'string' || action === '') {
    throw new EgoiCallbackError(
      'content',
      'the webhook does not say what happened: it has no action',
    );
  }
  const others: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(further)) others[name] = value;
  const keep = (name: string, value: unknown) => {
    if (value !== undefined) others[name] = value;
  };
  const idOf = (name: string, value: unknown): number | undefined => {
    // PHP often writes numbers as texts.
    const id = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
    if (Number.isSafeInteger(id) && Number(id) >= 0) return Number(id);
    keep(name, value);
    return undefined;
  };
  const textOf = (name: string, value: unknown): string => {
    if (typeof value === 'string') return value;
    keep(name, value);
    return '';
  };
  const about = {
    webhook_id: idOf('webhook_id', webhook_id),
    list_id: idOf('list_id', list_id),
    date: textOf('date', date),
    contact: readContact(contact, others),
    others,
  };
  const group = groupOf(action);
  if (group === 'message' && isObject(action_data)) {
    const { campaign_hash, url, ...data } = action_data;
    for (const [name, value] of Object.entries(data)) others[`action_data.${name}`] = value;
    return {
      action: action as MessageAction,
      ...about,
      campaign_hash: textOf('action_data.campaign_hash', campaign_hash),
      url: textOf('action_data.url', url),
    };
  }
  keep('action_data', action_data);
  switch (group) {
    case 'message':
      return { action: action as MessageAction, ...about, campaign_hash: '', url: '' };
    case 'contact':
      return { action: action as ContactAction, ...about };
    case 'shop':
      return { action: action as ShopAction, ...about };
    default:
      return { action: 'other', name: action, ...about };
  }
}

/** What a framework has read has not been looked through, and may be deep. */
function requireBounded(body: object): void {
  let values = 0;
  let level: readonly object[] = [body];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > maxDepth)
      throw new EgoiCallbackError('json', 'the body of the webhook is too deep');
    const members = level.flatMap((value) => Object.values(value) as unknown[]);
    values += members.length;
    if (values > maxValues) {
      throw new EgoiCallbackError(
        'json',
        `the body of the webhook has more than ${maxValues} values`,
      );
    }
    level = members.filter((value): value is object => typeof value === 'object' && value !== null);
  }
}
