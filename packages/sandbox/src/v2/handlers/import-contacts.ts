import { isWireObject, type WireObject, type WireValue } from '@egoi-client/core';
import { contactRulesOf } from '../../account/contacts/contact-change.ts';
import { type ContactImport, importContacts } from '../../account/contacts/import-contacts.ts';
import { activeStatus } from '../../account/store/contacts.ts';
import type { HandlerCall } from '../calls/handler.ts';
import { readList, readValue, readWord } from '@egoi-client/core/wire';
import { readIds, textBytes } from '../calls/params.ts';
import { Refusal, refusalIn } from '../calls/refusal.ts';
import { readCompareField } from './contact-fields.ts';
import { requireListOf } from './find-named.ts';
import { readContactChange, readStatus } from './read-contact-change.ts';

/**
 * Answers addSubscriberBulk. A row that addSubscriber would refuse is passed over and not counted; a
 * wrong extra field, which the method has codes for, refuses the whole import (reference, 11).
 */
export async function addSubscriberBulk(call: HandlerCall): Promise<WireValue> {
  const { params, maxImportBytes } = call;
  const list = await requireListOf(call);
  const rules = await contactRulesOf(call, list);
  const compare = readCompareField(params, rules);
  if (compare === undefined) throw new Refusal('NO_COMPARE_FIELD');
  const rows = readRows(params, maxImportBytes);
  const commonTags = readIds(params, 'tags').filter((tag) => rules.tags.has(tag));
  const phonePrefix = readPhonePrefix(params);
  const changes = rows.flatMap((row) => {
    const change = unlessPassedOver(() => readContactChange(row, rules, phonePrefix));
    return change === undefined ? [] : [{ ...change, tags: [...change.tags, ...commonTags] }];
  });
  const how: ContactImport = {
    list,
    policy: rules.policy,
    compare,
    mode: readWord(params, 'operation') === '2' ? 'update' : 'add',
    status: readDefaultStatus(params),
  };
  const { id, count } = await importContacts(call, changes, how, 'addSubscriberBulk');
  return { id: String(id), result: 'Your request is being processed', count };
}

/** The rows that say something. */
function readRows(params: WireObject, maxBytes: number): WireObject[] {
  const all = readValue(params, 'subscribers');
  if (all !== undefined && textBytes(all, maxBytes) > maxBytes) {
    throw new Refusal('MAX_SUBSCRIBERS_FILE_LIMIT_EXCEEDED');
  }
  const rows = readList(params, 'subscribers').filter(isWireObject);
  if (rows.length === 0) throw new Refusal('NO_SUBSCRIBERS');
  return rows;
}

function unlessPassedOver<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    const refusal = refusalIn(error, { hasFormerFields: false });
    if (refusal !== undefined && !refusesImport(refusal)) return undefined;
    throw error;
  }
}

function refusesImport({ code }: Refusal): boolean {
  return code === 'INVALID_EXTRA_FIELD' || /^EXTRA_FIELD_\d+_DOES_NOT_EXIST$/.test(code);
}

/** `status` beside the contacts is sent by known callers who mean the same by it. No code exists for a wrong one. */
function readDefaultStatus(params: WireObject): number {
  const read = (name: string) => unlessPassedOver(() => readStatus(params, name));
  return read('defaultStatus') ?? read('status') ?? activeStatus;
}

/** Digits of the prefix for numbers without one; no code exists for a wrong one. */
function readPhonePrefix(params: WireObject): string {
  return /^\+?(\d{1,4})$/.exec(readWord(params, 'defaultCountryCode') ?? '')?.[1] ?? '351';
}
