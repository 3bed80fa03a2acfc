import { BrokenRule } from '../broken-rule.ts';
import type { Moment } from '../clock.ts';
import {
  actionsOf,
  addAutobot,
  addAutobotRun,
  type Autobot,
  type AutobotAction,
  findAutobot,
} from '../store/autobots.ts';
import { type Contact, removedStatus } from '../store/contacts.ts';
import type { Statements } from '../store/statements.ts';
import type { SandboxAutobot } from '../work/account-settings.ts';
import type { AccountWork } from '../work/account-work.ts';

/** Gives a new account its automations, numbered from 1. */
export async function addAutomations(
  sql: Statements,
  automations: readonly SandboxAutobot[],
  { dateTime }: Moment,
): Promise<void> {
  for (const { name, list, status } of automations) {
    const autobot = { name, list: list ?? null, status: status ?? 'active' };
    await addAutobot(sql, autobot, dateTime);
  }
}

/** @throws BrokenRule for a number that no automation has */
export async function requireAutomation(sql: Statements, id: number): Promise<Autobot> {
  const automation = await findAutobot(sql, id);
  if (automation === undefined) throw new BrokenRule({ reason: 'notFound', what: 'automation' });
  return automation;
}

/**
 * An automation that may be started.
 *
 * @param list whose contact starts it; `undefined` while that is not known
 * @throws BrokenRule for one that does not exist, is paused, or belongs to another list
 */
export async function requireStartable(
  sql: Statements,
  id: number,
  list: number | undefined,
): Promise<Autobot> {
  const automation = await requireAutomation(sql, id);
  const isOfList = list === undefined || automation.list === null || automation.list === list;
  if (automation.status !== 'active' || !isOfList) {
    throw new BrokenRule({ reason: 'notFound', what: 'automation' });
  }
  return automation;
}

/**
 * The step of an automation that contacts begin with.
 *
 * @param id of the step; `undefined` for the first one
 * @throws BrokenRule for a number that no step of the automation has
 */
export async function requireAction(
  sql: Statements,
  automation: Autobot,
  id: number | undefined,
): Promise<AutobotAction> {
  const action = (await actionsOf(sql, automation.id)).find(
    (known) => known.id === id || (id === undefined && known.parent === null),
  );
  if (action === undefined) throw new BrokenRule({ reason: 'notFound', what: 'action' });
  return action;
}

/** Lets a contact begin with a step of an automation. @throws BrokenRule for a contact that is removed */
export async function startAutomation(
  { sql, moment }: AccountWork,
  action: AutobotAction,
  contact: Contact,
): Promise<void> {
  if (contact.status === removedStatus) {
    throw new BrokenRule({ reason: 'removed', what: 'contact' });
  }
  await addAutobotRun(sql, action, contact.id, moment.dateTime);
}
