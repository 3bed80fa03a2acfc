import { requireCampaign } from '../campaigns/campaigns.ts';
import { recipientsOf, sendCampaign } from '../campaigns/recipients.ts';
import { changeMany } from '../contacts/change-many.ts';
import { type ContactChange, contactRulesOf } from '../contacts/contact-change.ts';
import { exportContacts } from '../contacts/export-contacts.ts';
import { forgetContacts } from '../contacts/forget-contacts.ts';
import { takeIn } from '../contacts/import-contacts.ts';
import { requireList } from '../lists/lists.ts';
import { settleStatus } from '../store/campaigns.ts';
import { activeStatus, type Contact, inactiveStatus, removedStatus } from '../store/contacts.ts';
import { findList, type List } from '../store/lists.ts';
import { saveFile } from '../store/made-files.ts';
import type { Operation } from '../store/operations.ts';
import { finishReport } from '../store/advanced-reports.ts';
import { attachTags, detachTag, findTag } from '../store/tags.ts';
import type { AccountWork } from '../work/account-work.ts';
import { changeIn, type QueuedWork } from './queued-work.ts';
import { selectedContacts } from './selection.ts';

type Work<Does extends QueuedWork['does']> = Extract<QueuedWork, { readonly does: Does }>;

/** Does what an operation carries; nothing, where its list is gone by now. @throws BrokenRule */
export async function performWork(
  work: AccountWork,
  operation: Operation,
  carried: QueuedWork,
): Promise<void> {
  if (carried.does === 'report') return makeReport(work, carried);
  if (carried.does === 'send') return sendQueued(work, carried);
  const list = await findList(work.sql, operation.list);
  if (list === undefined) return;
  switch (carried.does) {
    case 'import':
      return importRows(work, list, carried);
    case 'export':
      return makeExport(work, list, carried);
    default:
      return forContacts(work, list, carried);
  }
}

/** Tells whoever waits for the end of work that broke a rule. */
export async function tellFailure(work: AccountWork, carried: QueuedWork): Promise<void> {
  if (carried.does === 'import' && carried.callback !== undefined) {
    const { rows, wrong } = carried;
    const counts = { imported: 0, updated: 0, ignored: rows.length, invalid: wrong };
    work.tell(carried.callback, { counts });
  }
  if (carried.does === 'send') await settleStatus(work.sql, carried.campaign);
}

async function importRows(
  work: AccountWork,
  list: List,
  { rows, wrong, compare, mode, callback }: Work<'import'>,
): Promise<void> {
  const { extraFields, policy } = await contactRulesOf(work, list);
  const changes = rows.map((row) => changeIn(row, (id) => extraFields.has(id)));
  const how = { list, policy, compare, mode, status: activeStatus };
  const { imported, updated, ignored, invalid } = await takeIn(work, changes, how);
  if (callback === undefined) return;
  work.tell(callback, { counts: { imported, updated, ignored, invalid: invalid + wrong } });
}

async function forContacts(
  work: AccountWork,
  list: List,
  carried: Exclude<QueuedWork, { readonly does: 'import' | 'export' | 'send' | 'report' }>,
): Promise<void> {
  const { sql, moment } = work;
  const contacts = await selectedContacts(sql, list.id, carried.selection);
  const ids = contacts.map(({ id }) => id);
  switch (carried.does) {
    case 'attachTag': {
      const { tag } = carried;
      if ((await findTag(sql, { id: tag })) === undefined) return;
      const pairs = ids.map((id) => [id, tag] as const);
      return attachTags(sql, pairs, moment.dateTime);
    }
    case 'detachTag':
      return detachTag(sql, carried.tag, ids, moment.dateTime);
    case 'forget':
      return forgetContacts(work, list.id, contacts);
    case 'update': {
      const rules = await contactRulesOf(work, list);
      const change = changeIn(carried.change, (id) => rules.extraFields.has(id));
      return changeMany(work, contacts.filter(isThere), change, { list, policy: rules.policy });
    }
    default: {
      const { policy } = await contactRulesOf(work, list);
      const status = carried.does === 'activate' ? activeStatus : inactiveStatus;
      const others = contacts.filter((contact) => isThere(contact) && contact.status !== status);
      return changeMany(work, others, statusChange(status), { list, policy });
    }
  }
}

function isThere({ status }: Contact): boolean {
  return status !== removedStatus;
}

function statusChange(status: number): ContactChange {
  return { fields: new Map(), extras: new Map(), tags: [], status, lang: undefined };
}

async function makeExport(
  work: AccountWork,
  list: List,
  { format, segments, columns, file, callback }: Work<'export'>,
): Promise<void> {
  const { sql } = work;
  const found = new Map<number, Contact>();
  const selections = segments.map((segment) => ({ by: 'segment', segment }) as const);
  for (const selection of selections.length === 0 ? [{ by: 'all' } as const] : selections) {
    for (const contact of await selectedContacts(sql, list.id, selection)) {
      found.set(contact.id, contact);
    }
  }
  await saveFile(sql, file, await exportContacts(sql, [...found.values()], columns, format));
  if (callback !== undefined) work.tell(callback.url, { file: callback.fileUrl });
}

async function sendQueued(
  work: AccountWork,
  { campaign: hash, sending, recipients }: Work<'send'>,
): Promise<void> {
  const { id } = await requireList(work.sql, sending.list);
  const campaign = await requireCampaign(work.sql, hash);
  await sendCampaign(work, campaign, sending, await recipientsOf(work.sql, id, recipients));
}

async function makeReport(
  { sql, tell }: AccountWork,
  { report, file, content, fileUrl, callback }: Work<'report'>,
): Promise<void> {
  await saveFile(sql, file, content);
  await finishReport(sql, report, fileUrl);
  if (callback !== undefined) tell(callback, { file: fileUrl });
}
