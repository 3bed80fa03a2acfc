import { BrokenRule } from '../broken-rule.ts';
import { allAutobots } from '../store/autobots.ts';
import { type ExtraField, extraFieldsOf } from '../store/extra-fields.ts';
import { addForms } from '../store/forms.ts';
import {
  addList,
  countAccount,
  dropList,
  findList,
  type List,
  type ListSettings,
} from '../store/lists.ts';
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
    throw new BrokenRule({ reason: 'inUse', what: 'list', by: 'automations' });
  }
  await dropList(sql, list.id);
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
