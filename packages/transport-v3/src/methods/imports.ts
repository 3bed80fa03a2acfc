import { isWireObject, type MethodName, type WireObject, type WireValue } from '@egoi-client/core';
import {
  type DeclaredLoss,
  lostFields,
  lostParameters,
  type MethodEntry,
} from '../calls/method-entry.ts';
import { readList, readValue, readWord } from '@egoi-client/core/wire';
import { readListId } from '../calls/params.ts';
import { type ProblemCodes, Refusal } from '../calls/refusal.ts';
import type { FurtherStep } from '../calls/further-steps.ts';
import type { V3Call } from '../calls/v3-call.ts';
import { contactCodes, holdersIn } from '../contacts/contact-codes.ts';
import { chunksOf, type ImportRow, readCompareField, readRows } from '../contacts/import-rows.ts';
import { readContact, statusWord } from '../contacts/read-contact.ts';
import { attachSteps, tagNumbers } from '../contacts/tags.ts';

/** Contacts that one request attaches a tag to. */
const mostTagged = 1000;

const anyRow =
  (name: string, ...words: readonly string[]) =>
  (params: WireObject): boolean =>
    readList(params, 'subscribers').some((row) => {
      const word = isWireObject(row) ? readWord(row, name) : undefined;
      return word !== undefined && (words.length === 0 || words.includes(word));
    });

const unconfirmed: Omit<DeclaredLoss, 'name'> = {
  kind: 'approximate',
  reason:
    'contacts become unconfirmed; whether API v3 sends the mail that asks for confirmation is not known',
  needsLeave: true,
  effects: { fields: ['STATUS'] },
};

/** An import of many contacts. */
export const importMethods = {
  addSubscriberBulk: {
    verdict: 'with losses',
    operations: [
      'getAllFields',
      'getAllTags',
      'actionImportBulk',
      'createContact',
      'patchContact',
      'getAllOperations',
      'actionAttachTag',
    ],
    cost: {
      requests: 1,
      further:
        "one for each further 10,000 contacts or 20 MB, one for the fields where extra fields are given, with tags or imports: 'wait' one for each look at the queue, one for each tag",
    },
    losses: [
      {
        ...unconfirmed,
        name: 'defaultStatus',
        occurs: isUnconfirmed('defaultStatus'),
        effects: 'unseen',
      },
      { ...unconfirmed, name: 'status', occurs: isUnconfirmed('status') },
      { ...unconfirmed, name: 'subscribers.status', occurs: anyRow('status', '0', '3') },
      {
        kind: 'parameter',
        name: 'subscribers.validate_email',
        reason: 'API v3 checks the form of an address alone',
        needsLeave: true,
        occurs: anyRow('validate_email', '1', '2'),
      },
      {
        kind: 'parameter',
        name: 'subscribers.fax',
        reason: 'API v3 keeps no fax numbers',
        needsLeave: true,
        occurs: anyRow('fax'),
      },
      {
        kind: 'parameter',
        name: 'compareField',
        reason: 'API v3 keeps no fax numbers, and so knows no contact by one',
        needsLeave: true,
        occurs: (params) => readWord(params, 'compareField') === 'fax',
        effects: { endings: [['answer', 'NO_COMPARE_FIELD']] },
      },
      {
        kind: 'approximate',
        name: 'operation',
        reason:
          'an import that changes contacts gives a default status to those that are there as well',
        occurs: (params) =>
          readWord(params, 'operation') === '2' &&
          ['defaultStatus', 'status'].some((name) => readWord(params, name) !== undefined),
        effects: { fields: ['STATUS'] },
      },
      ...lostParameters('API v3 has no such switch', ['autoresponder'], {
        needsLeave: true,
        effects: 'unseen',
      }),
      ...lostParameters('API v3 wants the numbers of the users to notify', ['notification'], {
        effects: 'unseen',
      }),
      ...lostFields('API v3 gives no number of the import', ['id']),
      { kind: 'approximate', name: 'result', reason: 'a word of API v3' },
      {
        kind: 'later',
        name: 'count',
        reason:
          'contacts that were sent: which of them the service passes over it tells only the receiver of the option importCallbackUrl',
      },
    ],
    answer: importContacts,
  },
} as const satisfies Partial<Record<MethodName, MethodEntry>>;

function isUnconfirmed(name: string): (params: WireObject) => boolean {
  return (params) => ['0', '3'].includes(readWord(params, name) ?? '');
}

const importCodes: ProblemCodes = {
  conflict: 'NO_COMPARE_FIELD',
  invalid: {
    compare_field: 'NO_COMPARE_FIELD',
    contacts: 'NO_SUBSCRIBERS',
    mode: 'INTERNAL_ERROR',
  },
};

async function importContacts(call: V3Call): Promise<WireValue> {
  const list_id = readListId(call.params);
  const compare_field = readCompareField(call.params);
  const rows = await readRows(call, list_id, compare_field);
  const tags = await tagSteps(call, list_id, compare_field, rows);
  const [only, second] = rows;
  if (only !== undefined && second === undefined) return importOne(call, list_id, only, tags);
  if (only === undefined) return { result: 'success', count: 0 };
  const mode = readWord(call.params, 'operation') === '2' ? ('update' as const) : ('add' as const);
  const chunks = chunksOf(rows, call.options.maxRequestBytes);
  const { importCallbackUrl: callback_url } = call.options;
  const callback = callback_url === undefined ? {} : { callback_url };
  let taken = 0;
  const steps = chunks.map((chunk, index): FurtherStep => {
    const contacts = chunk.map(({ contact }) => contact);
    const body = { mode, compare_field, force_empty: false, contacts, ...callback };
    return {
      name: 'subscribers',
      words: `part ${index + 1} of ${chunks.length} of the contacts`,
      async run() {
        await call.ask('actionImportBulk', { list_id, body }, importCodes);
        taken += chunk.length;
      },
    };
  });
  const [first, ...others] = steps;
  await first?.run();
  const waits = tags.length > 0 || call.options.imports === 'wait' ? [queueStep(call)] : [];
  const answer = () => ({ result: 'success', count: taken });
  return call.finish([first?.words ?? ''], answer, [...others, ...waits, ...tags]);
}

/** API v3 imports two contacts at least; one alone is added by itself. */
async function importOne(
  call: V3Call,
  list_id: number,
  { contact, given }: ImportRow,
  tags: readonly FurtherStep[],
): Promise<WireValue> {
  const nobody = { result: 'success', count: 0 };
  try {
    const body = { ...contact, base: { status: statusWord(1), ...contact.base } };
    await call.ask('createContact', { list_id, body }, contactCodes);
  } catch (error) {
    const { status, errors } = (error instanceof Refusal ? error.problem : undefined) ?? {};
    if (status === 422) return nobody;
    const [holder] = holdersIn(errors);
    if (holder === undefined) throw error;
    if (readWord(call.params, 'operation') !== '2') return nobody;
    const { extra } = contact;
    const word = given.status === undefined ? undefined : statusWord(given.status);
    const base = {
      ...given.base,
      ...(word === undefined || word === 'removed' ? {} : { status: word }),
    };
    const body = extra === undefined ? { base } : { base, extra };
    await call.ask('patchContact', { list_id, contact_id: holder, body }, contactCodes);
  }
  return call.finish(['the contact'], { result: 'success', count: 1 }, tags);
}

/** Waits until the imports that are in the queue now have left it: API v3 gives no number of one's own. */
function queueStep(call: V3Call): FurtherStep {
  return {
    name: 'subscribers',
    words: 'the wait for the import',
    async run() {
      const awaited = new Set(await queuedImports(call));
      let left = awaited.size;
      while (left > 0) {
        await call.pause(call.options.importPollMs);
        left = (await queuedImports(call)).filter((id) => awaited.has(id)).length;
      }
    },
  };
}

async function queuedImports(call: V3Call): Promise<number[]> {
  const page = { offset: 0, limit: call.options.pageSize };
  const { items } = await call.ask('getAllOperations', { type: 'import_contacts', ...page });
  return items.map(({ operation_id }) => operation_id);
}

/** A step for each tag of all contacts, and of some. */
async function tagSteps(
  call: V3Call,
  list: number,
  field_id: string,
  rows: readonly ImportRow[],
): Promise<FurtherStep[]> {
  const common = readContact({ tags: readValue(call.params, 'tags') ?? null }, undefined).tags;
  const names = [...new Set([...common, ...rows.flatMap(({ given }) => given.tags)])];
  const numbers = new Map<number | string, number>();
  for (const [index, number] of (await tagNumbers(call, names)).entries()) {
    numbers.set(names[index] ?? number, number);
  }
  const tagged = new Map<number, string[]>();
  for (const { given, value } of rows) {
    if (value === '') continue;
    for (const name of new Set([...common, ...given.tags])) {
      const tag = numbers.get(name) ?? 0;
      const values = tagged.get(tag);
      if (values === undefined) tagged.set(tag, [value]);
      else values.push(value);
    }
  }
  return [...tagged].flatMap(([tag, values]) => {
    const parts = Array.from({ length: Math.ceil(values.length / mostTagged) }, (_, part) =>
      values.slice(part * mostTagged, (part + 1) * mostTagged),
    );
    return parts.flatMap((contacts) => attachSteps(call, list, [tag], { field_id, contacts }));
  });
}
