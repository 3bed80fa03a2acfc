import { option } from '@egoi-client/core/wire';
import { type HttpReply, type HttpService, plainReply, targetOf } from '@egoi-client/http/server';

/** Takes webhooks that come in at the gateway, such as `webhookShim()` of `@egoi-client/webhook-shim`. */
export interface WebhookReceiver {
  /** The path below which they come: `/callbacks`. */
  readonly path: string;
  /** The address below which senders see them; its host is one that the gateway answers to. */
  readonly address: string;
  /** Largest body, in bytes. */
  readonly maxBodyBytes: number;
  /**
   * Takes a webhook in, and says what to answer. Must not reject, and must end in time.
   *
   * @param token the last part of the path
   */
  receive(
    token: string,
    webhook: {
      readonly headers: Readonly<Record<string, string | undefined>>;
      readonly body: Uint8Array;
    },
  ): Promise<{
    readonly status: number;
    readonly text: string;
    /** For `Retry-After`. @default none */
    readonly retryAfterSeconds?: number;
  }>;
}

/** What takes webhooks as an option. */
export const webhookReceiverOption = option.custom<WebhookReceiver>(
  (value) => typeof (value as Partial<WebhookReceiver> | null)?.receive === 'function',
  'must take webhooks, as webhookShim() does',
);

/** Serves the addresses of webhooks beside what else a gateway serves. */
export function besideWebhooks(others: HttpService, receiver: WebhookReceiver): HttpService {
  const { path: folder, maxBodyBytes } = receiver;
  const isWebhook = (url: string) => targetOf(url).path.startsWith(`${folder}/`);

  return {
    admit(head) {
      const { path } = targetOf(head.url);
      if (!path.startsWith(`${folder}/`)) return others.admit(head);
      const { method, headers } = head;
      if (method !== 'POST') {
        return { reply: plainReply(405, 'webhooks come by POST', { allow: 'POST' }) };
      }
      const pieces: Buffer[] = [];
      let bytes = 0;
      return {
        write(piece) {
          bytes += piece.byteLength;
          if (bytes <= maxBodyBytes) pieces.push(Buffer.from(piece));
          else pieces.length = 0;
        },
        async answer(cancellation): Promise<HttpReply> {
          // A body that was cut is none.
          if (cancellation.requested !== undefined) return plainReply(503, 'send it again later');
          if (bytes > maxBodyBytes) {
            return plainReply(413, `a webhook has at most ${maxBodyBytes} bytes`);
          }
          const token = path.slice(folder.length + 1);
          const webhook = { headers, body: Buffer.concat(pieces) };
          const { status, text, retryAfterSeconds } = await receiver.receive(token, webhook);
          const further: Record<string, string> =
            retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
          return plainReply(status, text, further);
        },
      };
    },
    refuse(refusal, head) {
      if (head === undefined || !isWebhook(head.url)) return others.refuse(refusal, head);
      return plainReply(refusal.status, refusal.text);
    },
    onDefect: (error) => others.onDefect(error),
  };
}
