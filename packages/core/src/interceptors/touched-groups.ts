import type { MethodGroup } from '../catalogue/method-spec.ts';

/**
 * The groups whose reads a write to a group may change, or `all`. What no source rules out counts as
 * changed: a contact added to a list moves the counts of lists, segments and tags, starts automations,
 * and spends the account's room.
 */
const touched: Readonly<Record<MethodGroup, 'all' | readonly MethodGroup[]>> = {
  accounts: 'all',
  automations: 'all',
  campaigns: 'all',
  // The address that the service calls back, and its queue of operations.
  common: ['common'],
  forms: 'all',
  internal: 'all',
  lists: 'all',
  // An advanced report is made in the background: it shows in the queue.
  reports: ['reports', 'common'],
  segments: ['segments', 'common'],
  // A campaign shows its sender.
  senders: ['senders', 'campaigns', 'common'],
  subscribers: 'all',
  tags: 'all',
};

/**
 * Tells whether a write may change what reads of another group answer.
 *
 * @param written the group of the write; `undefined` for a method outside the catalogue, which may
 *   change everything
 */
export function mayTouch(written: MethodGroup | undefined, read: MethodGroup): boolean {
  const groups = written === undefined ? 'all' : touched[written];
  return groups === 'all' || groups.includes(read);
}
