import type { EgoiClient, Effect, WireValue } from '@egoi-client/core';
import { catalogue } from '@egoi-client/core/wire';
import type { Random } from '@egoi-client/conformance/support/random';
import { readRequest, type V3Request } from '@egoi-client/v3-api';

/** One call of the mix. */
export interface MixedCall {
  readonly method:
    | 'getUserData'
    | 'getLists'
    | 'subscriberData'
    | 'getTags'
    | 'editSubscriber'
    | 'addSubscriber'
    | 'addTag';
  readonly effect: Effect;
  /** What tells this write from all others; `undefined` for what may come twice. */
  readonly mark: string | undefined;
  readonly params: { readonly [name: string]: WireValue };
}

/** The list that the calls are about, and how many contacts it has at the start. */
export interface Stage {
  readonly listID: number;
  readonly contacts: number;
}

const addressOf = (index: number) => `first-${index}@example.com`;

/** Makes the list, its first contacts, and a tag, without which the service refuses to list any. */
export async function setStage(client: EgoiClient, contacts: number): Promise<Stage> {
  const { LIST_ID: listID } = await client.createList({ nome: 'Soak' });
  const subscribers = Array.from({ length: contacts }, (_contact, index) => ({
    email: addressOf(index),
    first_name: `Name ${index}`,
  }));
  await client.addTag({ name: `stage ${listID}` });
  await client.addSubscriberBulk({ listID, compareField: 'email', subscribers });
  return { listID, contacts };
}

/** The call number `index`: seven in ten read, one edits, two write what nobody else writes. */
export function mixedCall(index: number, random: Random, { listID, contacts }: Stage): MixedCall {
  const kind = random.below(10);
  const subscriber = addressOf(random.below(contacts));
  if (kind === 0) return asCall('getUserData', {});
  if (kind === 1) return asCall('getLists', {});
  if (kind === 2) return asCall('getTags', {});
  if (kind <= 4) {
    const start = random.below(contacts);
    return asCall('subscriberData', { listID, subscriber: 'all_subscribers', start, limit: 20 });
  }
  if (kind <= 6) return asCall('subscriberData', { listID, subscriber });
  if (kind === 7) return asCall('editSubscriber', { listID, subscriber, last_name: `L${index}` });
  if (kind === 8) return asCall('addTag', { name: `tag ${index}` });
  return asCall('addSubscriber', { listID, email: `soak-${index}@example.com` });
}

function asCall(method: MixedCall['method'], params: MixedCall['params']): MixedCall {
  return { method, params, effect: catalogue[method].effect, mark: markOf(method, params) };
}

/** What a call writes that no other call does, as far as it is one of the writes of the mix. */
export function markOf(
  method: string,
  params: { readonly [name: string]: WireValue },
): string | undefined {
  if (method === 'addSubscriber') return `contact ${JSON.stringify(params['email'])}`;
  return method === 'addTag' ? `tag ${JSON.stringify(params['name'])}` : undefined;
}

/** The same mark, where a request of API v3 makes the write. */
export function markOfV3({ method, path, body }: V3Request): string | undefined {
  const read = method === 'POST' ? readRequest({ method, path, body }) : undefined;
  if (read?.kind !== 'call') return undefined;
  const { name, input } = read;
  if (name === 'createContact') {
    const { base } = input.body;
    return markOf('addSubscriber', { email: base?.email ?? null });
  }
  if (name !== 'createTag') return undefined;
  return markOf('addTag', { name: input.body.name ?? null });
}
