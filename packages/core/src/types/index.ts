// Written by `pnpm core:types` from the catalogue: change it there.

export type * from '../options/call-options.ts';
export type * from './accounts.ts';
export type * from './automations.ts';
export type * from './campaigns.ts';
export type * from './common.ts';
export type * from './forms.ts';
export type * from './lists.ts';
export type * from './reports.ts';
export type * from './segments.ts';
export type * from './senders.ts';
export type * from './subscribers.ts';
export type * from './tags.ts';
export type * from './internal.ts';
export type * from './methods.ts';
export type * from './pages.ts';
export type * from './structs.ts';
