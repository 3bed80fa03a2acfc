import { createHash } from 'node:crypto';
import type { MethodName, WireObject, WireValue } from '@egoi-client/core';
import type { Webhook } from '@egoi-client/v3-api';
import { type DeclaredLoss, lostParameters, type MethodEntry } from '../calls/method-entry.ts';
import { readPages } from '../calls/pages.ts';
import { readFlag } from '@egoi-client/core/wire';
import { readListId, readText } from '../calls/params.ts';
import { type ProblemCodes, Refusal } from '../calls/refusal.ts';
import type { FurtherStep } from '../calls/further-steps.ts';
import type { V3Call } from '../calls/v3-call.ts';

type Action = Webhook['actions'][number];

/** What API v3 calls the events, by the numbers of their switches: it says what happened, and not how. */
const actionsOfEvents: ReadonlyMap<number, readonly Action[]> = new Map([
  [1, ['subscription']],
  [2, ['unsubscribe']],
  [3, ['subscription']],
  [4, ['unsubscribe']],
  [5, ['unsubscribe']],
  [6, []],
  [7, ['double_optin']],
  [8, ['unsubscribe']],
  [9, ['subscription']],
  [10, ['unsubscribe']],
  [11, []],
  [12, ['edit_subscription']],
  [13, ['edit_subscription']],
  [14, ['edit_subscription']],
  [15, ['subscription', 'resubscription']],
  [16, ['edit_subscription']],
]);

const allEvents = [...actionsOfEvents.keys()];

/** What tells a relay of more: it finds out how by the contact, and passes over what is not wanted. */
const furtherActionsOfRelayed: ReadonlyMap<number, readonly Action[]> = new Map([
  [1, ['resubscription']],
  [3, ['resubscription']],
  [9, ['resubscription']],
  [10, ['forget_subscription']],
]);

/** Events that a contact does not tell apart either. */
const likeToRelay: readonly (readonly number[])[] = [
  [1, 15],
  [12, 13, 14, 16],
];

const codes: ProblemCodes = {
  conflict: 'INTERNAL_ERROR',
  invalid: { url: 'INVALID_URL', list_id: 'LIST_NOT_FOUND' },
};

/** The address that is told of contacts that come, change and leave. */
export const callbackMethods = {
  editApiCallback: {
    verdict: 'with losses',
    operations: ['getAllWebhooks', 'getList', 'createWebhook', 'deleteWebhook'],
    cost: {
      requests: 2,
      further:
        'one for each webhook of the same list and address that is replaced, for each further 1,000 webhooks, and for the list where there is nothing to change',
    },
    losses: [
      {
        kind: 'approximate',
        name: 'callback_url',
        reason:
          'without the option callbacks, API v3 posts JSON, and not a form with an XML document; it goes on posting to an earlier address',
        needsLeave: true,
        occurs: (_params, options) => options.callbacks === undefined,
        effects: 'unseen',
      },
      ...allEvents.flatMap(lossesOfEvent),
    ],
    answer: replaceWebhooks,
  },
} as const satisfies Partial<Record<MethodName, MethodEntry>>;

function lossesOfEvent(event: number): DeclaredLoss[] {
  const name = `notif_api_${event}`;
  const actions = actionsOf([event]);
  if (actions.length === 0) {
    const occurs = (params: WireObject): boolean => wantedEvents(params).includes(event);
    return lostParameters('API v3 has no such event', [name], { occurs, effects: 'unseen' });
  }
  const others = allEvents.filter(
    (other) => other !== event && actionsOf([other]).some((action) => actions.includes(action)),
  );
  if (others.length === 0) return [];
  const like = likeToRelay.find((group) => group.includes(event)) ?? [];
  const likeOthers = like.filter((other) => other !== event);
  const withRelay =
    likeOthers.length === others.length ? '' : `; with the option callbacks ${named(likeOthers)}`;
  const reason = `API v3 does not tell it from ${named(others)}: these are told as well${withRelay}`;
  const occurs: DeclaredLoss['occurs'] = (params, { callbacks }) => {
    const wanted = wantedEvents(params);
    const mixed = callbacks === undefined ? others : likeOthers;
    return wanted.includes(event) && mixed.some((other) => !wanted.includes(other));
  };
  return [{ kind: 'approximate', name, reason, occurs, effects: 'unseen' }];
}

function named(events: readonly number[]): string {
  return events.length === 0 ? 'none' : events.map((event) => `notif_api_${event}`).join(', ');
}

/** A call without switches asks for every event. */
function wantedEvents(params: WireObject): readonly number[] {
  const switches = allEvents.map((event) => readFlag(params, `notif_api_${event}`));
  if (switches.every((isOn) => isOn === undefined)) return allEvents;
  return allEvents.filter((_, index) => switches[index] === true);
}

function actionsOf(events: readonly number[]): Action[] {
  return [...new Set(events.flatMap((event) => actionsOfEvents.get(event) ?? []))];
}

/** API v3 changes no webhook: the new one is made before the old ones go, so that no event is missed. */
async function replaceWebhooks(call: V3Call): Promise<WireValue> {
  const list_id = readListId(call.params);
  const callbackUrl = readAddress(call.params);
  const { url, actions, isOwn } = await wantedWebhook(call, list_id, callbackUrl);
  const known = await webhooksOf(call, list_id, isOwn);
  // What an earlier try of the same call has made stays.
  const kept = known.find((webhook) => webhook.url === url && isLike(webhook, actions));
  const steps: FurtherStep[] = known
    .filter((webhook) => webhook !== kept)
    .map(({ webhook_id }) => ({
      name: 'callback_url',
      words: `deletion of webhook ${webhook_id}`,
      run: () => deleteWebhook(call, webhook_id),
    }));
  if (kept === undefined && actions.length > 0) {
    steps.unshift({
      name: 'callback_url',
      words: 'the webhook',
      run: () => call.ask('createWebhook', { body: { list_id, url, actions } }, codes),
    });
  }
  const [first, ...others] = steps;
  // Nothing to change, but the list must be there.
  if (first === undefined && kept === undefined) await call.ask('getList', { list_id });
  await first?.run();
  return call.finish(first === undefined ? [] : [first.words], { RESULT: 'OK' }, others);
}

interface WantedWebhook {
  readonly url: string;
  readonly actions: readonly Action[];
  /** Whether a webhook of the list is one that this replaces, by its address. */
  readonly isOwn: (url: string) => boolean;
}

/** @throws Refusal `INVALID_URL` for an address that a relay may not post to */
async function wantedWebhook(
  { params, options: { callbacks }, apiKey = '' }: V3Call,
  listID: number,
  callbackUrl: string,
): Promise<WantedWebhook> {
  const events = wantedEvents(params);
  const actions = actionsOf(events);
  if (callbacks === undefined) {
    return { url: callbackUrl, actions, isOwn: (url) => url === callbackUrl };
  }
  const account = createHash('sha256').update(apiKey).digest('hex');
  const url = await callbacks.addressFor({ account, listID, callbackUrl, events });
  if (url === undefined) throw new Refusal('INVALID_URL');
  const further = events.flatMap((event) => furtherActionsOfRelayed.get(event) ?? []);
  return {
    url,
    actions: [...new Set([...actions, ...further])],
    // A list has one callback. Webhooks of the program's own address are of the time before the relay.
    isOwn: (other) => other === callbackUrl || other.startsWith(`${callbacks.address}/`),
  };
}

/** @throws Refusal `INVALID_URL` for none, and for one that no POST can go to */
function readAddress(params: WireObject): string {
  const text = readText(params, 'callback_url', 'INVALID_URL')?.trim() ?? '';
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (protocol !== 'http:' && protocol !== 'https:') throw new Refusal('INVALID_URL');
  return text;
}

async function webhooksOf(
  call: V3Call,
  list_id: number,
  isOwn: (url: string) => boolean,
): Promise<Webhook[]> {
  const { items } = await readPages<Webhook>({
    start: 0,
    limit: Number.POSITIVE_INFINITY,
    pageSize: call.options.pageSize,
    keyOf: ({ webhook_id }) => webhook_id,
    ask: (page) => call.ask('getAllWebhooks', page),
  });
  return items.filter((webhook) => webhook.list_id === list_id && isOwn(webhook.url));
}

function isLike({ actions, fields }: Webhook, wanted: readonly Action[]): boolean {
  const same = new Set(actions);
  return (
    fields === undefined &&
    same.size === wanted.length &&
    wanted.every((action) => same.has(action))
  );
}

async function deleteWebhook(call: V3Call, webhook_id: number): Promise<void> {
  try {
    await call.ask('deleteWebhook', { webhook_id });
  } catch (error) {
    // Gone is what it is meant to be.
    if (!(error instanceof Refusal) || error.problem?.status !== 404) throw error;
  }
}
