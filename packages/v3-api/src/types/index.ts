// Written by `pnpm v3:types` from the description of the operations: change it there.

export type * from './contacts.ts';
export type * from './contact-actions.ts';
export type * from './lists.ts';
export type * from './fields.ts';
export type * from './tags.ts';
export type * from './segments.ts';
export type * from './queue.ts';
export type * from './ping.ts';
export type * from './operations.ts';
