import type { WireObject } from '@egoi-client/core';
import { type HistoryEntry, historyOf } from '../account/store/activity.ts';
import { type Callback, callbackOf } from '../account/store/callbacks.ts';
import {
  type Contact,
  countChosen,
  findByReference,
  pageOfChosen,
  pageOfContacts,
  tagsOfContacts,
} from '../account/store/contacts.ts';
import { type ExtraField, extraFieldsOf } from '../account/store/extra-fields.ts';
import { type Form, formsOf } from '../account/store/forms.ts';
import { findList, type List } from '../account/store/lists.ts';
import {
  referencedCondition,
  type Segment,
  segmentCondition,
  segmentsOf,
} from '../account/store/segments.ts';
import type { Statements } from '../account/store/statements.ts';
import { type Webhook, webhooksOf } from '../account/store/webhooks.ts';
import { contactRecords } from '../v2/records/contact-record.ts';
import type { ViewPage } from './view-page.ts';

/** Some of a list's contacts. */
export interface ContactPage {
  readonly contacts: readonly Contact[];
  /** How many there are; `undefined` where counting them would take too long. */
  readonly total: number | undefined;
  readonly hasMore: boolean;
}

/** Whose contacts are wanted; of a search, a segment and a tag, one. */
export interface ContactChoice {
  /** Part of an address, a number or a name, or a whole UID. */
  readonly search?: string;
  /** The name of a segment. */
  readonly segment?: string;
  /** The number of a tag. */
  readonly tag?: number;
}

/** A contact with what is known of it. */
export interface ContactDetail {
  readonly contact: Contact;
  /** As subscriberData answers it. */
  readonly record: WireObject;
  readonly tags: readonly number[];
  /** The newest first. */
  readonly history: readonly HistoryEntry[];
}

/** A list with what belongs to it. */
export interface ListDetail {
  readonly list: List;
  readonly fields: readonly ExtraField[];
  readonly segments: readonly Segment[];
  readonly forms: readonly Form[];
  readonly callback: Callback | undefined;
  readonly webhooks: readonly Webhook[];
}

export async function listDetail(sql: Statements, id: number): Promise<ListDetail | undefined> {
  const list = await findList(sql, id);
  if (list === undefined) return undefined;
  return {
    list,
    fields: await extraFieldsOf(sql, [id]),
    segments: await segmentsOf(sql, id),
    forms: await formsOf(sql, id),
    callback: await callbackOf(sql, id),
    webhooks: await webhooksOf(sql, id),
  };
}

export async function contactPage(
  sql: Statements,
  list: number,
  { search, segment, tag }: ContactChoice,
  { start, limit }: ViewPage,
): Promise<ContactPage> {
  if (search === undefined && segment === undefined && tag === undefined) {
    const total = (await findList(sql, list))?.total ?? 0;
    const contacts = await pageOfContacts(sql, list, start, limit);
    return { contacts, total, hasMore: start + limit < total };
  }
  const chosen =
    search === undefined
      ? await membership(sql, list, segment, tag)
      : searchCondition(list, search);
  if (chosen === undefined) return { contacts: [], total: 0, hasMore: false };
  const contacts = await pageOfChosen(sql, chosen, start, limit + 1);
  const hasMore = contacts.length > limit;
  const total = search === undefined ? await countChosen(sql, chosen) : undefined;
  return { contacts: contacts.slice(0, limit), total, hasMore };
}

function membership(
  sql: Statements,
  list: number,
  segment: string | undefined,
  tag: number | undefined,
) {
  if (tag !== undefined) return referencedCondition(sql, list, { tag }, true);
  return segmentCondition(sql, list, segment ?? '');
}

const searched = ['email', 'first_name', 'last_name', 'cellphone', 'telephone'];

/** Looks at every contact of the list, which takes half a second for a million. */
function searchCondition(list: number, search: string) {
  const pattern = `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const fields = searched.map((field) => `${field} LIKE ? ESCAPE '\\'`);
  return {
    where: `list = ? AND (uid = ? OR ${fields.join(' OR ')})`,
    values: [list, search, ...searched.map(() => pattern)],
  };
}

export async function contactDetail(
  sql: Statements,
  list: number,
  reference: string,
): Promise<ContactDetail | undefined> {
  const [contact] = await findByReference(sql, list, [reference]);
  if (contact === undefined) return undefined;
  const [record = {}] = await contactRecords(sql, list, [contact]);
  const tags = (await tagsOfContacts(sql, [contact.id])).map(({ tag }) => tag);
  return { contact, record, tags, history: await historyOf(sql, contact.id) };
}
