export { webhookShim } from './webhook-shim.ts';
export type {
  IncomingWebhook,
  RegisteredCallback,
  ShimCounts,
  WebhookAnswer,
  WebhookShim,
} from './webhook-shim.ts';
export type { WebhookShimOptions } from './shim-options.ts';
export type { DeadLetter } from './outbox.ts';
export type { ShimEvent } from './shim-events.ts';
