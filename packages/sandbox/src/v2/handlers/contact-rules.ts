import type { WireObject } from '@egoi-client/core';
import {
  type ContactChange,
  type ContactRules,
  valueIn,
} from '../../account/contacts/contact-change.ts';
import { contactPolicy } from '../../account/contacts/contact-policy.ts';
import { extraFieldNamed } from '../../account/contacts/extra-value.ts';
import { readWord } from '../calls/params.ts';
import type { CompareField } from '../../account/store/contacts.ts';
import { extraFieldsOf } from '../../account/store/extra-fields.ts';
import type { List } from '../../account/store/lists.ts';
import { sendersOf } from '../../account/store/senders.ts';
import { allTags } from '../../account/store/tags.ts';
import type { AccountWork } from '../calls/handler.ts';

/** What may be said of a contact of a list. */
export async function readContactRules(call: AccountWork, list: List): Promise<ContactRules> {
  const fields = await extraFieldsOf(call.sql, [list.id]);
  const tags = await allTags(call.sql);
  const senders = await sendersOf(call.sql, 'email');
  return {
    extraFields: new Map(fields.map((field) => [field.id, field])),
    tags: new Set(tags.map((tag) => tag.id)),
    senders: new Set(senders.flatMap(({ id, sender }) => [String(id), sender.toLowerCase()])),
    policy: contactPolicy(
      call.limits.contactRules,
      list,
      fields.map((field) => field.id),
    ),
  };
}

/**
 * The field that `compareField` names; `undefined` where it names none.
 *
 * @throws Refusal for an extra field that the list does not have
 */
export function readCompareField(
  params: WireObject,
  rules: ContactRules,
): CompareField | undefined {
  const name = readWord(params, 'compareField');
  if (name?.startsWith('extra_')) return extraFieldNamed(name, rules.extraFields).id;
  return rules.policy.fields.find((field) => field === name);
}

/**
 * The same for one contact, of whom an extra field that the call gives no value cannot tell anything:
 * it is left out, since no code is known for it.
 */
export function readCompareFieldOf(
  change: ContactChange,
  params: WireObject,
  rules: ContactRules,
): CompareField | undefined {
  const field = readCompareField(params, rules);
  return typeof field === 'number' && valueIn(change, field) === '' ? undefined : field;
}
