import { isWireObject, type WireObject, type WireValue } from '@egoi-client/core';
import type { ExtraFieldValue, ImportedContact } from '@egoi-client/v3-api';
import { readList, readWord } from '@egoi-client/core/wire';
import { Refusal } from '../calls/refusal.ts';
import type { V3Call } from '../calls/v3-call.ts';
import { baseFields } from '../values/words.ts';
import { extraFieldsIn, fieldsOf, valuesFor } from './extra-fields.ts';
import { type GivenContact, readContact, readStatus, statusWord } from './read-contact.ts';

/** Most contacts of one request: the most that programs in use send. */
export const mostContacts = 10_000;

/** Kept free in a body for all that is no contact, in bytes. */
const headBytes = 1024;

/** A row that can be sent. */
export interface ImportRow {
  readonly given: GivenContact;
  readonly contact: ImportedContact;
  /** Its value in the field by which contacts are known. */
  readonly value: string;
}

/** @throws Refusal for a field by which API v3 cannot know contacts */
export function readCompareField(params: WireObject): string {
  const name = readWord(params, 'compareField') ?? '';
  const extra = /^extra_([1-9]\d{0,14})$/.exec(name)?.[1];
  if (extra !== undefined) return extra;
  if (!Object.hasOwn(baseFields, name)) throw new Refusal('NO_COMPARE_FIELD');
  return baseFields[name as keyof typeof baseFields];
}

/**
 * The rows that can be contacts; those that addSubscriber would refuse are passed over and not counted, as
 * API v2 does. A wrong extra field refuses the whole import, as there; API v3 would pass the row over.
 */
export async function readRows(
  call: V3Call,
  list: number,
  compareField: string,
): Promise<ImportRow[]> {
  const given = readList(call.params, 'subscribers').filter(isWireObject);
  if (given.length === 0) throw new Refusal('NO_SUBSCRIBERS');
  const prefix = /^\+?([1-9]\d{0,2})$/.exec(readWord(call.params, 'defaultCountryCode') ?? '')?.[1];
  const contacts = given.flatMap((row) => {
    const contact = unlessPassedOver(() =>
      readContact(row, prefix ?? call.options.phonePrefix ?? '351'),
    );
    return contact === undefined ? [] : [contact];
  });
  const defaultStatus = readDefaultStatus(call.params);
  const hasExtras = contacts.some(({ extras }) => extras.size > 0);
  // The answer to an import says nothing of its rows: a label in place of an option's number would be lost in silence.
  const fields = hasExtras ? await fieldsOf(call, list) : [];
  const known = extraFieldsIn(fields);
  if (/^\d+$/.test(compareField) && hasExtras && !known.has(Number(compareField))) {
    throw new Refusal(`EXTRA_FIELD_${Number(compareField)}_DOES_NOT_EXIST`);
  }
  return contacts.map((contact) => {
    const extra = contact.extras.size === 0 ? [] : valuesFor(contact.extras, fields);
    return rowOf(contact, extra, defaultStatus, compareField);
  });
}

function rowOf(
  given: GivenContact,
  extra: readonly ExtraFieldValue[],
  defaultStatus: number | undefined,
  compareField: string,
): ImportRow {
  const status = given.status ?? defaultStatus;
  const base = { ...given.base, ...(status === undefined ? {} : { status: statusWord(status) }) };
  const values: Readonly<Record<string, unknown>> = base;
  const value = given.extras.get(Number(compareField)) ?? values[compareField];
  return {
    given,
    contact: { base, ...(extra.length === 0 ? {} : { extra }) },
    value: typeof value === 'string' ? value : '',
  };
}

/**
 * The status of contacts that have none of their own. API v3 gives it to those that are there as well: an
 * import that changes contacts says it only where the caller does, so that nobody becomes active who was not.
 */
function readDefaultStatus(params: WireObject): number | undefined {
  const given =
    unlessPassedOver(() => readStatus(params, 'defaultStatus')) ??
    unlessPassedOver(() => readStatus(params, 'status'));
  return given ?? (readWord(params, 'operation') === '2' ? undefined : 1);
}

function unlessPassedOver<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'INVALID_EXTRA_FIELD') return undefined;
    throw error;
  }
}

/** What the words around the values of a contact take up at most, beside those that API v2 has as well, in bytes. */
const contactWords = 96;
/** The same for each extra field. */
const extraWords = 24;

/** The most that a contact of API v2 can take up among those of an import, in bytes. */
export function mostContactBytes(item: WireValue): number {
  const names = isWireObject(item) ? Object.keys(item) : [];
  const extras = names.filter((name) => name.startsWith('extra_')).length;
  return Buffer.byteLength(JSON.stringify(item)) + contactWords + extras * extraWords;
}

/** Parts of an import, each small enough for a request and none of a single contact, which API v3 does not take. */
export function chunksOf(rows: readonly ImportRow[], maxBytes: number): ImportRow[][] {
  const chunks: ImportRow[][] = [];
  let chunk: ImportRow[] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = Buffer.byteLength(JSON.stringify(row.contact)) + 1;
    if (
      chunk.length >= 2 &&
      (chunk.length >= mostContacts || bytes + size > maxBytes - headBytes)
    ) {
      chunks.push(chunk);
      chunk = [];
      bytes = 0;
    }
    chunk.push(row);
    bytes += size;
  }
  const before = chunks.at(-1);
  if (chunk.length === 1 && before !== undefined && before.length > 2) {
    chunk.unshift(...before.splice(-1));
  }
  return [...chunks, chunk];
}
