export type { ContactEvent } from './contact-events.ts';
export type { CampaignEvent, TriggeredCampaign } from './campaign-events.ts';
export type * from './account-view.ts';
export type { DeliveryTry, LoggedDelivery } from './account/callbacks/delivery-log.ts';
export type { CallbackReach, Delivery } from './account/callbacks/post.ts';
export type { ContactField, FormerContactField } from './account/contact-fields.ts';
export type {
  SandboxAutobot,
  SandboxContactRules,
  SandboxForm,
} from './account/work/account-settings.ts';
export type { FailureOptions, ScriptedFailure } from './failures.ts';
export type { PendingFailure } from './pending-failures.ts';
export type { OutboxMessage } from './outbox.ts';
export { type ReferenceKind, sandboxApiKey, type SandboxOptions } from './options.ts';
export { type SandboxTransport, sandboxTransport } from './sandbox-transport.ts';
export type { SenderModeration } from './sender-moderation.ts';
export type { ContactSnapshot, SandboxSnapshot, SegmentSnapshot } from './snapshot.ts';
export type { V3FailureOptions, V3ScriptedFailure } from './v3-failures.ts';
export type { V3Answer, V3Request } from '@egoi-client/v3-api';
