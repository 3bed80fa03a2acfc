// Written by `pnpm v3:types` from the description of the operations: change it there.

export type * from './contacts.ts';
export type * from './contact-actions.ts';
export type * from './lists.ts';
export type * from './fields.ts';
export type * from './tags.ts';
export type * from './segments.ts';
export type * from './campaigns.ts';
export type * from './email-campaigns.ts';
export type * from './sms-campaigns.ts';
export type * from './voice-campaigns.ts';
export type * from './campaign-groups.ts';
export type * from './reports.ts';
export type * from './advanced-reports.ts';
export type * from './automations.ts';
export type * from './senders.ts';
export type * from './cnames.ts';
export type * from './connected-sites.ts';
export type * from './webhooks.ts';
export type * from './queue.ts';
export type * from './account.ts';
export type * from './users.ts';
export type * from './utilities.ts';
export type * from './ping.ts';
export type * from './operations.ts';
