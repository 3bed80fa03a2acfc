import { createHash } from 'node:crypto';
import {
  callbackOfWebhook,
  EgoiCallbackError,
  readWebhook,
  type Webhook,
  writeCallback,
} from '@egoi-client/callbacks';
import { Courier } from './courier.ts';
import { type DeadLetter, Outbox, type OutboxCounts } from './outbox.ts';
import { receiverGuard } from './receiver-guard.ts';
import { type Route, Routes } from './routes.ts';
import type { ShimEvent } from './shim-events.ts';
import { openShimFile } from './shim-file.ts';
import { resolveShimOptions, type WebhookShimOptions } from './shim-options.ts';

/** A callback that an old program asked for by editApiCallback. */
export interface RegisteredCallback {
  /** Tells accounts apart; nothing of a key. */
  readonly account: string;
  readonly listID: number;
  /** Where the program wants its callbacks: http or https. */
  readonly callbackUrl: string;
  /** Numbers of the events that it wants, 1 to 16. */
  readonly events: readonly number[];
}

/** A webhook as it came in. */
export interface IncomingWebhook {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string | Uint8Array;
}

/** What a webhook is answered. */
export interface WebhookAnswer {
  readonly status: number;
  /** For people who try the address by hand. */
  readonly text: string;
  /** For `Retry-After`. @default none */
  readonly retryAfterSeconds?: number;
}

/** Takes webhooks of API v3, and posts them on as callbacks of API v2. */
export interface WebhookShim {
  /** The path below which webhooks come: `/callbacks`, behind that of `publicUrl`. */
  readonly path: string;
  /** The address below which all its webhooks post. */
  readonly address: string;
  /** Largest body of a webhook, in bytes. */
  readonly maxBodyBytes: number;
  /**
   * The address for the webhook of a callback, which is kept before this resolves; the same each time.
   *
   * @returns `undefined` where the callback's own address is none that may be called
   */
  addressFor(callback: RegisteredCallback): Promise<string | undefined>;
  /**
   * Takes a webhook in. A callback that comes of it is on the disk once this resolves with status 200.
   * Never rejects.
   *
   * @param token the last part of the path
   */
  receive(token: string, webhook: IncomingWebhook): Promise<WebhookAnswer>;
  /** How much waits, and how much was given up. */
  counts(): OutboxCounts;
  /** The callbacks that were given up, the oldest first. @param limit most of them. @default 1000 */
  deadLetters(limit?: number): readonly DeadLetter[];
  /** Tries callbacks again that were given up, after all that waits. @returns how many: fewer where there is no room */
  retry(ids: readonly number[]): number;
  /** Ends what is under way; what was not delivered is by the next shim over the same file. */
  close(): Promise<void>;
}

/**
 * Stands between API v3 and a program that only knows the callbacks of API v2. What a program asked for
 * by editApiCallback becomes a webhook of API v3 to this shim, which posts a form with an XML document
 * to the program: at least once, in order for each address, repetitions marked by the header
 * `X-Egoi-Delivery-Repeated`.
 *
 * @throws EgoiConfigError for wrong options, a file that another process has, and one that cannot be used
 * @example
 * const shim = webhookShim({ publicUrl: 'https://egoi.example.com', file: 'callbacks.db' });
 * const transport = v3Transport({ callbacks: shim });
 * await createGateway(transport, { webhooks: shim }).listen({ port: 8081 });
 */
export function webhookShim(options: WebhookShimOptions): WebhookShim {
  const { publicUrl, file, onEvent, allowedReceivers, maxBodyBytes, ...limits } =
    resolveShimOptions(options);
  const tell = (event: ShimEvent) => {
    try {
      onEvent(event);
    } catch {
      // Who only listens must not end a delivery.
    }
  };
  const guard = receiverGuard(allowedReceivers);
  const opened = openShimFile(file);
  const routes = new Routes(opened.database);
  const outbox = new Outbox(opened.database, limits);
  const courier = new Courier(outbox, { ...limits, guard, tell });
  const path = '/callbacks';
  const address = `${publicUrl.replace(/\/+$/, '')}${path}`;
  let isClosed = false;

  const refuse = (status: number, text: string, retryAfterSeconds?: number): WebhookAnswer => {
    tell({ kind: 'refused', status, reason: text });
    return { status, text, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
  };

  const take = (token: string, route: Route, webhook: Webhook, body: string | Uint8Array) => {
    const action = webhook.action === 'other' ? 'other' : webhook.action;
    const about = { action, list: route.list };
    if (webhook.list_id !== undefined && webhook.list_id !== route.list) {
      return refuse(400, 'the webhook is of another list than its address');
    }
    const callback = isOfContact(webhook) ? callbackOfWebhook(webhook) : undefined;
    if (
      callback === undefined ||
      !callback.numbers.some((number) => route.events.includes(number))
    ) {
      tell({ kind: 'unwanted', ...about });
      return taken;
    }
    const { contact, event } = callback;
    if (contact.UID === '' && contact.EMAIL === '' && contact.CELLPHONE === '') {
      return refuse(400, 'the webhook does not say whom it is about');
    }
    const form = writeCallback({ event, contact: { ...contact, LIST: route.list } });
    const name = createHash('sha256').update(`${token}\n`).update(body).digest('hex').slice(0, 32);
    const acceptance = outbox.accept(name, route.url, form, Date.now());
    if (acceptance === 'full') return refuse(503, 'the outbox is full: send it again later', 60);
    tell({ kind: acceptance === 'new' ? 'accepted' : 'repeated', ...about });
    courier.wake();
    return taken;
  };

  courier.wake();
  return {
    path,
    address,
    maxBodyBytes,
    async addressFor({ account, listID: list, callbackUrl: url, events }) {
      if (!guard.mayRegister(url)) return undefined;
      const sorted = [...new Set(events)].toSorted((one, other) => one - other);
      const route = { list, url, events: sorted };
      return `${address}/${routes.open({ account, route }, Date.now())}`;
    },
    async receive(token, { headers, body }) {
      if (isClosed) return refuse(503, 'the shim is closing: send it again later', 5);
      try {
        const route = /^[\w-]{43}$/.test(token) ? routes.find(token) : undefined;
        if (route === undefined) return refuse(404, 'there is nothing at this address');
        const webhook = await readWebhook({ headers, body }, { maxBodyBytes });
        // The file may have been closed meanwhile.
        if (isClosed) return refuse(503, 'the shim is closing: send it again later', 5);
        return take(token, route, webhook, body);
      } catch (error) {
        if (error instanceof EgoiCallbackError) return refuse(error.status, error.message);
        tell({ kind: 'defect', error });
        return refuse(503, 'the webhook could not be kept: send it again later', 60);
      }
    },
    counts: () => outbox.counts(),
    deadLetters: (limit = 1000) => outbox.deadLetters(limit),
    retry(ids) {
      const revived = outbox.revive(ids, Date.now());
      courier.wake();
      return revived;
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      await courier.close();
      opened.close();
    },
  };
}

const taken: WebhookAnswer = { status: 200, text: 'taken' };

type ContactWebhook = Parameters<typeof callbackOfWebhook>[0];

function isOfContact(webhook: Webhook): webhook is ContactWebhook {
  return webhook.action !== 'other' && !('campaign_hash' in webhook);
}
