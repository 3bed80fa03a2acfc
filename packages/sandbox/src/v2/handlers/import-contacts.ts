import { isWireObject, type WireObject, type WireValue } from '@egoi-client/core';
import { announce, byApi } from '../callbacks/announce.ts';
import { ContactBatch } from '../../account/contacts/contact-batch.ts';
import {
  type ContactChange,
  type ContactRules,
  readContactChange,
  readStatus,
  valueIn,
} from '../../account/contacts/contact-change.ts';
import { placeContact } from '../../account/contacts/place-contact.ts';
import { readIds, readList, readValue, readWord, textBytes } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import { activeStatus, type Contact } from '../../account/store/contacts.ts';
import { countAccount } from '../../account/store/lists.ts';
import { addOperation } from '../../account/store/operations.ts';
import { readCompareField, readContactRules } from './contact-rules.ts';
import { requireList } from './find-list.ts';
import type { HandlerCall } from '../calls/handler.ts';

/**
 * Answers addSubscriberBulk. A row that addSubscriber would refuse is passed over and not counted; a
 * wrong extra field, which the method has codes for, refuses the whole import (reference, 11).
 */
export async function importContacts(call: HandlerCall): Promise<WireValue> {
  const { params, sql, limits } = call;
  const list = await requireList(call);
  const rules: ContactRules = {
    ...(await readContactRules(call, list)),
    phonePrefix: readPhonePrefix(params),
  };
  const compare = readCompareField(params, rules);
  if (compare === undefined) throw new Refusal('NO_COMPARE_FIELD');
  const rows = readRows(params, limits.maxImportBytes);
  const commonTags = readIds(params, 'tags').filter((tag) => rules.tags.has(tag));
  const changes = rows.flatMap((row) => {
    const change = unlessPassedOver(() => readContactChange(row, rules));
    if (change === undefined || valueIn(change, compare) === '') return [];
    return [{ ...change, tags: [...change.tags, ...commonTags] }];
  });
  const batch = await ContactBatch.load(
    { ...call, list, method: 'import', compare, policy: rules.policy },
    changes,
  );
  const count = placeAll(batch, changes, {
    compare,
    updates: readWord(params, 'operation') === '2',
    status: readDefaultStatus(params),
  });
  const { contacts } = await countAccount(sql);
  if (batch.gained > 0 && contacts + batch.gained > limits.maxSubscribers) {
    throw new Refusal(
      contacts >= limits.maxSubscribers
        ? 'CANNOT_ADD_MORE_SUBSCRIBERS'
        : 'MAX_SUBSCRIBERS_LIMIT_EXCEEDED',
    );
  }
  await batch.save();
  await announce(call, list, byApi(batch.turnover()));
  const id = await addOperation(sql, {
    method: 'addSubscriberBulk',
    list: list.id,
    total: count,
    moment: call.moment.dateTime,
  });
  return { id: String(id), result: 'Your request is being processed', count };
}

/** @returns how many contacts were taken in, each counted once */
function placeAll(
  batch: ContactBatch,
  changes: readonly ContactChange[],
  placement: Parameters<typeof placeContact>[2],
): number {
  const placed = new Set<Contact>();
  for (const change of changes) {
    const contact = unlessPassedOver(() => placeContact(batch, change, placement));
    if (contact !== undefined) placed.add(contact);
  }
  return placed.size;
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
    if (error instanceof Refusal && !refusesImport(error)) return undefined;
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
