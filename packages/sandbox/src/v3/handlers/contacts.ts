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
import type { HandlerCall } from '../calls/handler.ts';
import { isBetween, pageIn, pageOf } from '../calls/page.ts';
import { unprocessable } from '../calls/refusal.ts';
import { baseFieldNamed } from '../calls/words.ts';
import { activityRecords } from '../records/activity-record.ts';
import { contactItems, contactWithStats } from '../records/contact-record.ts';
import { contactFilter } from './contact-filter.ts';
import { readContact } from './read-contact.ts';
import { readSegmentReference } from './segment-reference.ts';

/** Contacts of a list. */
export const contactHandlers = {
  async createContact(call: HandlerCall<'createContact'>) {
    const list = await requireList(call.sql, call.input.list_id);
    const rules = await contactRulesOf(call, list);
    const { dateTime: moment } = call.moment;
    const change = readContact(call.input.body, rules, { empty: 'says nothing', moment });
    const contact = await addContact(call, change, {
      list,
      policy: rules.policy,
      compare: undefined,
      reference: undefined,
      updates: false,
      form: undefined,
    });
    return { contact_id: contact.uid };
  },

  async getAllContacts(call: HandlerCall<'getAllContacts'>) {
    const list = await requireList(call.sql, call.input.list_id);
    const filter = contactFilter(
      list.id,
      call.input,
      (await contactRulesOf(call, list)).extraFields,
    );
    if (filter !== undefined) return pageOfCondition(call, list.id, filter);
    const { start, limit } = pageIn(call.input);
    const contacts = await pageOfContacts(call.sql, list.id, start, limit);
    return {
      total_items: list.total,
      items: await contactItems(call.sql, list.id, contacts),
    };
  },

  async getAllContactsBySegment(call: HandlerCall<'getAllContactsBySegment'>) {
    const { list_id, segment_id } = call.input;
    const list = await requireList(call.sql, list_id);
    const reference = readSegmentReference(segment_id);
    const withRemoved = call.input.show_removed ?? false;
    const condition = await requireReferenced(call.sql, list.id, reference, withRemoved);
    return pageOfCondition(call, list.id, condition);
  },

  async getContact(call: HandlerCall<'getContact'>) {
    const list = await requireList(call.sql, call.input.list_id);
    const contact = await requireContact(call.sql, list, call.input.contact_id.toLowerCase());
    return await contactWithStats(call.sql, contact);
  },

  async patchContact(call: HandlerCall<'patchContact'>) {
    const list = await requireList(call.sql, call.input.list_id);
    const known = await requireContact(call.sql, list, call.input.contact_id.toLowerCase());
    const rules = await contactRulesOf(call, list);
    const { dateTime: moment } = call.moment;
    const change = readContact(call.input.body, rules, { empty: 'clears', moment });
    if (!saysAnything(change)) return { contact_id: known.uid };
    const { policy } = rules;
    const contact = await changeContact(call, known, change, { list, policy, compare: undefined });
    return { contact_id: contact.uid };
  },

  async updateContactByField(call: HandlerCall<'updateContactByField'>) {
    const list = await requireList(call.sql, call.input.list_id);
    const rules = await contactRulesOf(call, list);
    const { compare_field: { field_id = 'email', value = '' } = {}, ...body } = call.input.body;
    const field = readUniqueField(field_id, rules.policy.unique);
    const [found] = await findByValues(call.sql, list.id, field, [value]);
    if (found === undefined) throw new BrokenRule({ reason: 'notFound', what: 'contact' });
    const { dateTime: moment } = call.moment;
    const change = readContact(body, rules, { empty: 'clears', moment });
    if (!saysAnything(change)) return { contact_id: found.contact.uid };
    const { policy } = rules;
    const context = { list, policy, compare: undefined };
    const contact = await changeContact(call, found.contact, change, context);
    return { contact_id: contact.uid };
  },

  async searchContacts(call: HandlerCall<'searchContacts'>) {
    const { type = 'email', contact } = call.input;
    const field = type === 'phone' ? 'telephone' : type;
    const found = await findInAllLists(call.sql, field, contact);
    return { items: found.map(({ uid, list }) => ({ contact_id: uid, list_id: list })) };
  },

  async getAllContactActivities(call: HandlerCall<'getAllContactActivities'>) {
    const list = await requireList(call.sql, call.input.list_id);
    const contact = await requireContact(call.sql, list, call.input.contact_id.toLowerCase());
    const { date_min, date_max, action_name } = call.input;
    const all = activityRecords(await historyOf(call.sql, contact.id)).filter(
      (record) =>
        isBetween(record.date, date_min, date_max) &&
        (action_name === undefined || record.action_name === action_name),
    );
    return { items: pageOf(all, call.input).items };
  },
};

async function pageOfCondition(
  { sql, input }: HandlerCall<'getAllContacts' | 'getAllContactsBySegment'>,
  list: number,
  condition: SqlCondition,
) {
  const { start, limit } = pageIn(input);
  const contacts = await pageOfChosen(sql, condition, start, limit);
  return {
    total_items: await countChosen(sql, condition),
    items: await contactItems(sql, list, contacts),
  };
}

/** The field that a request recognises contacts by: one of their own, or an extra field by its number. @throws Refusal 422 for one in which they may share values */
export function readUniqueField(name: string, unique: readonly CompareField[]): CompareField {
  const field = /^\d+$/.test(name) ? Number(name) : baseFieldNamed(name);
  if (field === undefined || !unique.includes(field)) {
    throw unprocessable('compare_field', `'${name}' is no field with unique values in the list`);
  }
  return field;
}
