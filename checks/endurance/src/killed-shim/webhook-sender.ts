import { setTimeout as pause } from 'node:timers/promises';

/** The webhooks of one list. */
export interface WebhookSender {
  /** How many were taken. */
  readonly taken: number;
  /** How often one was sent again, since nobody said that it was taken. */
  readonly sentAgain: number;
  /** Ends once the webhook under way was taken. */
  stop(): Promise<void>;
}

/**
 * Posts the webhooks of a list as API v3 may: one after the other, each until it is taken.
 *
 * @param addressOf where to post, while a shim is there
 * @param onTaken told of each that was taken
 */
export function startSending(
  list: number,
  addressOf: () => string | undefined,
  onTaken: () => void,
): WebhookSender {
  const sender = { taken: 0, sentAgain: 0 };
  const stopping = new AbortController();
  const send = async () => {
    while (!stopping.signal.aborted) {
      const body = webhook(list, sender.taken + 1);
      for (let address = addressOf(); !(await post(address, body)); address = addressOf()) {
        if (address !== undefined) sender.sentAgain += 1;
        await pause(10);
      }
      sender.taken += 1;
      onTaken();
      await pause(2);
    }
  };
  const sending = send();
  return Object.assign(sender, {
    async stop() {
      stopping.abort();
      await sending;
    },
  });
}

async function post(address: string | undefined, body: string): Promise<boolean> {
  if (address === undefined) return false;
  const headers = { 'content-type': 'application/json', connection: 'close' };
  try {
    const answer = await fetch(address, { method: 'POST', headers, body });
    await answer.text();
    return answer.ok;
  } catch {
    return false;
  }
}

function webhook(list: number, number: number): string {
  const base = {
    contact_id: number.toString(16).padStart(10, '0'),
    first_name: String(number),
    subscription_method: 'api',
  };
  const contact = { base, extra: [], tags: [] };
  return JSON.stringify({ webhook_id: list, action: 'subscription', list_id: list, contact });
}
