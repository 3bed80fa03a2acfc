import { BrokenRule } from '../broken-rule.ts';
import { thirtyDaysBefore } from '../clock.ts';
import type { ContactField } from '../contact-fields.ts';
import { allAutobots } from '../store/autobots.ts';
import { sharesValues } from '../store/contacts.ts';
import { dropField, type ExtraField, extraFieldsOf, saveField } from '../store/extra-fields.ts';
import { addForms } from '../store/forms.ts';
import {
  addList,
  countAccount,
  dropList,
  findList,
  type List,
  type ListSettings,
  saveUniqueFields,
  uniqueFieldsOf,
} from '../store/lists.ts';
import { wasSentSince } from '../store/messages.ts';
import { waitingOperations } from '../store/operations.ts';
import { segmentsOfField } from '../store/segments.ts';
import type { Statements } from '../store/statements.ts';
import type { SandboxForm } from '../work/account-settings.ts';
import type { AccountWork } from '../work/account-work.ts';

/** @throws BrokenRule for a number that no list has */
export async function requireList(sql: Statements, id: number): Promise<List> {
  const list = await findList(sql, id);
  if (list === undefined) throw new BrokenRule({ reason: 'notFound', what: 'list' });
  return list;
}

/** @returns the number of the new list, which has its forms @throws BrokenRule when the account has no room for it */
export async function createList(
  { sql, settings, moment }: AccountWork,
  list: ListSettings,
): Promise<number> {
  const { lists } = await countAccount(sql);
  if (lists >= settings.maxLists) throw new BrokenRule({ reason: 'full', what: 'lists' });
  const id = await addList(sql, list, moment.dateTime);
  await addFormsTo(sql, id, settings.forms);
  return id;
}

/** Gives a new list the forms that are meant for it. */
export function addFormsTo(
  sql: Statements,
  list: number,
  forms: readonly SandboxForm[],
): Promise<void> {
  const meant = forms.filter((form) => form.list === undefined || form.list === list);
  return addForms(
    sql,
    list,
    meant.map((form) => form.title),
  );
}

/** Deletes a list with its contacts. @throws BrokenRule while an active automation is its own */
export async function deleteList(sql: Statements, list: List): Promise<void> {
  const automations = await allAutobots(sql, list.id);
  if (automations.some(({ status }) => status === 'active')) {
    throw listInUse('automations');
  }
  await dropList(sql, list.id);
}

/**
 * Deletes a list with its contacts, when nothing depends on it.
 *
 * @throws BrokenRule while work on it is queued, an automation is its own, or a campaign was sent to it
 *   in the last 30 days
 */
export async function deleteUnusedList({ sql, moment }: AccountWork, list: List): Promise<void> {
  const waiting = await waitingOperations(sql);
  if (waiting.some((operation) => operation.list === list.id)) throw listInUse('operations');
  if ((await allAutobots(sql, list.id)).length > 0) throw listInUse('automations');
  if (await wasSentSince(sql, list.id, thirtyDaysBefore(moment))) throw listInUse('campaigns');
  await dropList(sql, list.id);
}

function listInUse(by: 'operations' | 'automations' | 'campaigns'): BrokenRule {
  return new BrokenRule({ reason: 'inUse', what: 'list', by });
}

/** Deletes an extra field with its values. @throws BrokenRule while a segment looks at it */
export async function deleteUnusedField(sql: Statements, field: ExtraField): Promise<void> {
  const segments = await segmentsOfField(sql, field.list, field.id);
  if (segments.length > 0) {
    throw new BrokenRule({ reason: 'inUse', what: 'extraField', segments });
  }
  await dropField(sql, field.id);
}

/** Lets contacts of a list share the values of a field, or not. @throws BrokenRule while contacts share one that they are not to */
export async function setUnique(
  sql: Statements,
  list: List,
  field: ContactField,
  isUnique: boolean,
): Promise<void> {
  if (isUnique && (await sharesValues(sql, list.id, field))) throw shared();
  await saveUniqueFields(sql, list.id, { ...uniqueFieldsOf(list), [field]: isUnique });
}

/** Renames an extra field, or lets contacts share its values or not. @throws BrokenRule as `setUnique` does */
export async function changeField(
  sql: Statements,
  field: ExtraField,
  { name = field.name, isUnique = field.is_unique === 1 }: { name?: string; isUnique?: boolean },
): Promise<ExtraField> {
  if (isUnique && (await sharesValues(sql, field.list, field.id))) throw shared();
  const changed = { ...field, name, is_unique: isUnique ? 1 : 0 };
  await saveField(sql, changed);
  return changed;
}

function shared(): BrokenRule {
  return new BrokenRule({ reason: 'shared', what: 'values' });
}

/** @throws BrokenRule for a number that no extra field of the list has */
export async function requireExtraField(
  sql: Statements,
  list: List,
  id: number | undefined,
): Promise<ExtraField> {
  const field = (await extraFieldsOf(sql, [list.id])).find((known) => known.id === id);
  if (field === undefined) throw new BrokenRule({ reason: 'notFound', what: 'extraField' });
  return field;
}
