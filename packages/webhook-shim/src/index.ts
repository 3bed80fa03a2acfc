export { webhookShim } from './webhook-shim.ts';
export type {
  IncomingWebhook,
  RegisteredCallback,
  WebhookAnswer,
  WebhookShim,
} from './webhook-shim.ts';
export type { WebhookShimOptions } from './shim-options.ts';
export { type OpenOutbox, openOutbox } from './open-outbox.ts';
export type { DeadLetter, OutboxCounts } from './outbox.ts';
export type { ShimEvent } from './shim-events.ts';
