import { BrokenRule } from '../../account/broken-rule.ts';
import type { CompareField } from '../../account/contact-fields.ts';
import { contactRulesOf, saysAnything } from '../../account/contacts/contact-change.ts';
import { addContact, changeContact, requireContact } from '../../account/contacts/contacts.ts';
import { requireList } from '../../account/lists/lists.ts';
import { requireReferenced } from '../../account/segments/segments.ts';
import { historyOf } from '../../account/store/activity.ts';
import {
  countChosen,
  findByValues,
  findInAllLists,
  pageOfChosen,
  pageOfContacts,
} from '../../account/store/contacts.ts';
import type { SqlCondition } from '../../account/store/segment-sql.ts';
import { created, type HandlerCall, ok } from '../calls/handler.ts';
import { isBetween, pageIn, type PageQuery, pageOf } from '../calls/page.ts';
import { unprocessable } from '../calls/refusal.ts';
import { baseFieldNamed } from '../calls/words.ts';
import { activityRecords } from '../records/activity-record.ts';
import { contactItems, contactWithStats } from '../records/contact-record.ts';
import { contactFilter, type ContactFilterQuery } from './contact-filter.ts';
import { type ContactBody, readContact } from './read-contact.ts';
import { readSegmentReference } from './segment-reference.ts';

interface InList {
  readonly list_id: number;
}

interface OfContact extends InList {
  readonly contact_id: string;
}

/** Contacts of a list. */
export const contactHandlers = {
  async createContact(call: HandlerCall<InList, unknown, ContactBody>) {
    const list = await requireList(call.sql, call.path.list_id);
    const rules = await contactRulesOf(call, list);
    const { dateTime: moment } = call.moment;
    const change = readContact(call.body, rules, { empty: 'says nothing', moment });
    const contact = await addContact(call, change, {
      list,
      policy: rules.policy,
      compare: undefined,
      reference: undefined,
      updates: false,
      form: undefined,
    });
    return created({ contact_id: contact.uid });
  },

  async getAllContacts(call: HandlerCall<InList, PageQuery & ContactFilterQuery>) {
    const list = await requireList(call.sql, call.path.list_id);
    const filter = contactFilter(
      list.id,
      call.query,
      (await contactRulesOf(call, list)).extraFields,
    );
    if (filter !== undefined) return pageOfCondition(call, list.id, filter);
    const { start, limit } = pageIn(call.query);
    const contacts = await pageOfContacts(call.sql, list.id, start, limit);
    return ok({
      total_items: list.total,
      items: await contactItems(call.sql, list.id, contacts),
    });
  },

  async getAllContactsBySegment(
    call: HandlerCall<
      InList & { readonly segment_id: string },
      PageQuery & { readonly show_removed?: boolean | undefined }
    >,
  ) {
    const { list_id, segment_id } = call.path;
    const list = await requireList(call.sql, list_id);
    const reference = readSegmentReference(segment_id);
    const withRemoved = call.query.show_removed ?? false;
    const condition = await requireReferenced(call.sql, list.id, reference, withRemoved);
    return pageOfCondition(call, list.id, condition);
  },

  async getContact(call: HandlerCall<OfContact>) {
    const list = await requireList(call.sql, call.path.list_id);
    const contact = await requireContact(call.sql, list, call.path.contact_id.toLowerCase());
    return ok(await contactWithStats(call.sql, contact));
  },

  async patchContact(call: HandlerCall<OfContact, unknown, ContactBody>) {
    const list = await requireList(call.sql, call.path.list_id);
    const known = await requireContact(call.sql, list, call.path.contact_id.toLowerCase());
    const rules = await contactRulesOf(call, list);
    const { dateTime: moment } = call.moment;
    const change = readContact(call.body, rules, { empty: 'clears', moment });
    if (!saysAnything(change)) return ok({ contact_id: known.uid });
    const { policy } = rules;
    const contact = await changeContact(call, known, change, { list, policy, compare: undefined });
    return ok({ contact_id: contact.uid });
  },

  async updateContactByField(call: HandlerCall<InList, unknown, ByFieldBody>) {
    const list = await requireList(call.sql, call.path.list_id);
    const rules = await contactRulesOf(call, list);
    const { compare_field: { field_id = 'email', value = '' } = {}, ...body } = call.body;
    const field = readUniqueField(field_id, rules.policy.unique);
    const [found] = await findByValues(call.sql, list.id, field, [value]);
    if (found === undefined) throw new BrokenRule({ reason: 'notFound', what: 'contact' });
    const { dateTime: moment } = call.moment;
    const change = readContact(body, rules, { empty: 'clears', moment });
    if (!saysAnything(change)) return created({ contact_id: found.contact.uid });
    const { policy } = rules;
    const context = { list, policy, compare: undefined };
    const contact = await changeContact(call, found.contact, change, context);
    return created({ contact_id: contact.uid });
  },

  async searchContacts(
    call: HandlerCall<
      unknown,
      { readonly type?: 'email' | 'cellphone' | 'phone' | undefined; readonly contact: string }
    >,
  ) {
    const { type = 'email', contact } = call.query;
    const field = type === 'phone' ? 'telephone' : type;
    const found = await findInAllLists(call.sql, field, contact);
    return ok({ items: found.map(({ uid, list }) => ({ contact_id: uid, list_id: list })) });
  },

  async getAllContactActivities(
    call: HandlerCall<
      OfContact,
      PageQuery & {
        readonly date_min?: string | undefined;
        readonly date_max?: string | undefined;
        readonly action_name?: string | undefined;
      }
    >,
  ) {
    const list = await requireList(call.sql, call.path.list_id);
    const contact = await requireContact(call.sql, list, call.path.contact_id.toLowerCase());
    const { date_min, date_max, action_name } = call.query;
    const all = activityRecords(await historyOf(call.sql, contact.id)).filter(
      (record) =>
        isBetween(record.date, date_min, date_max) &&
        (action_name === undefined || record.action_name === action_name),
    );
    return ok({ items: pageOf(all, call.query).items });
  },
};

interface ByFieldBody extends ContactBody {
  readonly compare_field?:
    | { readonly field_id?: string | undefined; readonly value?: string | undefined }
    | undefined;
}

async function pageOfCondition(
  { sql, query }: HandlerCall<unknown, PageQuery>,
  list: number,
  condition: SqlCondition,
) {
  const { start, limit } = pageIn(query);
  const contacts = await pageOfChosen(sql, condition, start, limit);
  return ok({
    total_items: await countChosen(sql, condition),
    items: await contactItems(sql, list, contacts),
  });
}

/** The field that a request recognises contacts by: one of their own, or an extra field by its number. @throws Refusal 422 for one in which they may share values */
export function readUniqueField(name: string, unique: readonly CompareField[]): CompareField {
  const field = /^\d+$/.test(name) ? Number(name) : baseFieldNamed(name);
  if (field === undefined || !unique.includes(field)) {
    throw unprocessable('compare_field', `'${name}' is no field with unique values in the list`);
  }
  return field;
}
