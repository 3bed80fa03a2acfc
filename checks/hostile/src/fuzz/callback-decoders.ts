import {
  EgoiCallbackError,
  readCallback,
  readWebhook,
  writeCallback,
} from '@egoi-client/callbacks';
import type { Random } from '@egoi-client/conformance/support/random';
import type { Decoder } from './decoder.ts';
import { mutate } from './mutate.ts';

const contact = {
  UID: '34b7624024',
  LIST: 8,
  FIRST_NAME: 'Zoé & <b>',
  EMAIL: 'ana@example.com',
  STATUS: 1,
  extraFields: { 1: '38', 12: '' },
};

const callbacks = (['addSubscriber', 'editSubscriber', 'removeSubscriber'] as const).map((event) =>
  writeCallback({ event, contact }),
);
const documents = callbacks.map((form) => [...new URLSearchParams(form).values()][0] ?? '');

const webhooks = ['subscription', 'email_click', 'new_order', 'moved'].map((action) =>
  JSON.stringify({
    webhook_id: 1,
    action,
    date: '2025-03-04 05:06:07',
    list_id: 8,
    contact: {
      base: { contact_id: '34b7624024', email: 'ana@example.com', status: 'active' },
      extra: [
        { field_id: 1, value: '38' },
        { field_id: 2, value: [1, 2] },
      ],
      tags: [4],
    },
    action_data: { campaign_hash: 'abc', url: 'https://example.com/' },
  }),
);

/** What the service posts to programs. */
export function callbackDecoders(): readonly Decoder[] {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const json = { 'content-type': 'application/json' };
  return [
    decoder('callback', (random) => {
      if (random.oneIn(2)) {
        const body = mutate(random.pick(callbacks), random, callbacks);
        return readCallback({ headers: form, body });
      }
      const document = mutate(random.pick(documents), random, documents);
      return readCallback({ headers: form, body: new URLSearchParams({ a: document }).toString() });
    }),
    decoder('webhook', (random) => {
      const body = mutate(random.pick(webhooks), random, webhooks);
      return readWebhook({ headers: json, body });
    }),
  ];
}

function decoder(name: string, read: (random: Random) => Promise<object>): Decoder {
  return {
    name,
    share: 1,
    async run(random) {
      try {
        const { others } = (await read(random)) as { readonly others?: object };
        return others !== undefined && Object.getPrototypeOf(others) !== null
          ? 'what nobody knows has a prototype'
          : undefined;
      } catch (error) {
        return error instanceof EgoiCallbackError ? undefined : `threw ${String(error)}`;
      }
    },
  };
}
