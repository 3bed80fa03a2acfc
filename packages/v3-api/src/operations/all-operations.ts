import { contactActionOperations } from './contact-actions.ts';
import { contactOperations } from './contacts.ts';
import { fieldOperations } from './fields.ts';
import { listOperations } from './lists.ts';
import type { Operation } from './operation.ts';
import { pingOperations } from './ping.ts';
import { queueOperations } from './queue.ts';
import { segmentOperations } from './segments.ts';
import { tagOperations } from './tags.ts';

/** The operations by the groups that the types and pages have them in. */
export const operationGroups = {
  contacts: contactOperations,
  'contact-actions': contactActionOperations,
  lists: listOperations,
  fields: fieldOperations,
  tags: tagOperations,
  segments: segmentOperations,
  queue: queueOperations,
  ping: pingOperations,
} as const;

const all = {
  ...contactOperations,
  ...contactActionOperations,
  ...listOperations,
  ...fieldOperations,
  ...tagOperations,
  ...segmentOperations,
  ...queueOperations,
  ...pingOperations,
};

/** The name of an operation: `createContact`. */
export type OperationName = keyof typeof all;

/** Every operation by its name. */
export const operations: Readonly<Record<OperationName, Operation>> = all;

/** Their names. */
export const operationNames = Object.keys(all) as readonly OperationName[];
