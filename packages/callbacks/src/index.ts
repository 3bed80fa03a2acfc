export { readCallback } from './read-callback.ts';
export { readWebhook } from './read-webhook.ts';
export { EgoiCallbackError, type CallbackProblem } from './callback-error.ts';
export type {
  AddSubscriberCallback,
  Callback,
  CallbackContact,
  CallbackEvent,
  EditSubscriberCallback,
  OtherCallback,
  RemoveSubscriberCallback,
  UnknownElement,
} from './callback.ts';
export type {
  ContactAction,
  ContactWebhook,
  MessageAction,
  MessageWebhook,
  OtherWebhook,
  ShopAction,
  ShopWebhook,
  Webhook,
  WebhookAction,
  WebhookContact,
} from './webhook.ts';
export type { ReadingLimits, ReceivedBody, ReceivedRequest } from './received-body.ts';
export { callbackType, type CallbackToWrite, writeCallback } from './write-callback.ts';
export { callbackOfWebhook, type TranslatedCallback } from './callback-of-webhook.ts';
