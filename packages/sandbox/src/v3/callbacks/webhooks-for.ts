import type { Contact as ContactRecord } from '@egoi-client/v3-api';
import { mostPending } from '../../account/callbacks/deliveries.ts';
import type { Delivery } from '../../account/callbacks/post.ts';
import type { Contact } from '../../account/store/contacts.ts';
import { type Webhook, webhooksOf } from '../../account/store/webhooks.ts';
import type { AccountWork, CampaignHappening, Happening } from '../../account/work/account-work.ts';
import { contactItems } from '../records/contact-record.ts';
import { campaignActionsOf, eventsOf, type WebhookAction } from './webhook-actions.ts';

type Work = Pick<AccountWork, 'sql' | 'moment'>;

/** What an event says beside whom it happened to. */
interface EventData {
  readonly campaign_hash: string;
  readonly url?: string;
}

/** The posts that tell the webhooks of a list what happened to its contacts. */
export async function webhooksFor(
  work: Work,
  list: number,
  happenings: readonly Happening[],
): Promise<Delivery[]> {
  if (happenings.every(({ contacts }) => contacts.length === 0)) return [];
  const webhooks = await webhooksOf(work.sql, list);
  if (webhooks.length === 0) return [];
  const posts: Delivery[] = [];
  for (const { action, contacts } of happenings.flatMap(eventsOf)) {
    const told = webhooks.filter(({ actions }) => actions.includes(action));
    posts.push(...(await postsOf(work, told, action, contacts)));
  }
  return posts;
}

/** The posts that tell the webhooks of a list what came of a campaign. */
export async function campaignWebhooksFor(
  work: Work,
  list: number,
  happening: CampaignHappening,
): Promise<Delivery[]> {
  const actions = campaignActionsOf(happening);
  const webhooks = (await webhooksOf(work.sql, list)).filter((webhook) =>
    actions.some((action) => webhook.actions.includes(action)),
  );
  if (webhooks.length === 0) return [];
  const { campaign, url } = happening;
  const contacts = await happening.contacts(mostPending);
  const data = { campaign_hash: campaign.hash, ...(url === undefined ? {} : { url }) };
  const posts: Delivery[] = [];
  for (const action of actions) {
    const told = webhooks.filter((webhook) => webhook.actions.includes(action));
    posts.push(...(await postsOf(work, told, action, contacts, data)));
  }
  return posts;
}

async function postsOf(
  { sql, moment }: Work,
  webhooks: readonly Webhook[],
  action: WebhookAction,
  contacts: readonly Contact[],
  action_data?: EventData,
): Promise<Delivery[]> {
  const [first] = contacts;
  if (webhooks.length === 0 || first === undefined) return [];
  // It may concern a million contacts, and no more posts than these can wait.
  const told = contacts.slice(0, Math.ceil(mostPending / webhooks.length));
  const records = await contactItems(sql, first.list, told);
  return records.flatMap((record) =>
    webhooks.map(({ id, list, url, fields }): Delivery => {
      const event = {
        webhook_id: id,
        action,
        date: moment.dateTime,
        list_id: list,
        contact: fields === undefined ? record : chosen(record, new Set(fields)),
        ...(action_data === undefined ? {} : { action_data }),
      };
      const body = JSON.stringify(event);
      return { kind: 'webhook', event: action, list, url, type: 'application/json', body };
    }),
  );
}

/** Of a contact its id and the fields that are asked for. */
function chosen({ base, extra = [] }: ContactRecord, fields: ReadonlySet<string>) {
  return {
    base: Object.fromEntries(
      Object.entries(base).filter(([name]) => name === 'contact_id' || fields.has(name)),
    ),
    extra: extra.filter(({ field_id }) => fields.has(String(field_id))),
  };
}
