import type { MethodName, WireObject, WireValue } from '@egoi-client/core';
import type { ContactList, ContactListDetails } from '@egoi-client/v3-api';
import { lostFields, lostParameters, type MethodEntry } from '../calls/method-entry.ts';
import { readPages } from '../calls/pages.ts';
import { readId } from '@egoi-client/core/wire';
import { readListId, readName, readRange, readText } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import type { V3Call } from '../calls/v3-call.ts';
import { extraFieldsIn, fieldsKey, labelOf, readFields } from '../contacts/extra-fields.ts';
import { segmentsKey } from '../contacts/segments.ts';
import type { ResolvedV3TransportOptions } from '../calls/options.ts';

const noPlace = 'API v3 has no place for it; set it on the pages of the service';

const lacksCounts = (params: WireObject, { listDetails }: ResolvedV3TransportOptions): boolean =>
  !listDetails.includes('counts') && readId(params, 'listID') === undefined;

const lacksFields = (_: WireObject, { listDetails }: ResolvedV3TransportOptions): boolean =>
  !listDetails.includes('fields');

/** Contact lists. */
export const listMethods = {
  createList: {
    verdict: 'with losses',
    operations: ['createList'],
    cost: { requests: 1 },
    losses: [
      ...lostParameters(noPlace, ['idioma_lista', 'canal_email', 'canal_sms']),
      ...lostParameters(noPlace, ['canal_fax', 'canal_voz', 'canal_mms'], { effects: 'unseen' }),
    ],
    async answer(call) {
      const name = readName(call.params, 'nome', 'NAME_MISSING');
      const { list_id } = await call.ask(
        'createList',
        { body: { internal_name: name, public_name: name } },
        {
          conflict: 'NO_MORE_LISTS_ALLOWED',
          invalid: { internal_name: 'NAME_MISSING', public_name: 'NAME_MISSING' },
        },
      );
      return { LIST_ID: String(list_id) };
    },
  },

  deleteList: {
    verdict: 'exact',
    operations: ['deleteList'],
    cost: { requests: 1 },
    losses: [],
    async answer(call) {
      const list_id = readListId(call.params, 'LISTID_MISSING', 'LIST_NOT_EXISTS');
      const codes = { listNotFound: 'LIST_NOT_EXISTS', conflict: 'IN_USE' } as const;
      await call.change(fieldsKey(list_id), () => call.ask('deleteList', { list_id }, codes));
      call.forget(segmentsKey(list_id));
      return { RESULT: 'OK' };
    },
  },

  getLists: {
    verdict: 'with losses',
    operations: ['getAllLists', 'getList', 'getAllFields'],
    cost: {
      requests: 1,
      further:
        'one for each further 1,000 lists, and with the option listDetails one for each list and word',
    },
    losses: [
      ...lostFields('API v3 does not tell it', ['user_id', 'canal_email', 'canal_sms']),
      ...lostFields(
        "one more request for each list tells it: listDetails: ['counts']",
        ['subs_activos', 'subs_total', 'idioma', 'idiomas_extra'],
        { occurs: lacksCounts },
      ),
      ...lostFields(
        "one more request for each list tells it: listDetails: ['fields']",
        ['extra_fields'],
        { occurs: lacksFields },
      ),
    ],
    answer: answerLists,
  },

  updateList: {
    verdict: 'with losses',
    operations: ['updateList', 'getList'],
    cost: { requests: 1 },
    losses: lostParameters(noPlace, ['language', 'canal_email', 'canal_sms']),
    async answer(call) {
      const list_id = readListId(call.params);
      if (readText(call.params, 'name', 'NAME_MISSING') === undefined) {
        // Nothing to change, but the list must be there.
        await call.ask('getList', { list_id });
        return { RESULT: 'OK' };
      }
      const name = readName(call.params, 'name', 'NAME_MISSING');
      await call.ask(
        'updateList',
        { list_id, body: { internal_name: name, public_name: name } },
        { invalid: { internal_name: 'NAME_MISSING', public_name: 'NAME_MISSING' } },
      );
      return { RESULT: 'OK' };
    },
  },
} as const satisfies Partial<Record<MethodName, MethodEntry>>;

async function answerLists(call: V3Call): Promise<WireValue> {
  const id = readId(call.params, 'listID');
  if (id !== undefined) {
    const list_id = readListId(call.params);
    return [await listRecord(call, await call.ask('getList', { list_id }))];
  }
  const { items, total } = await readPages<ContactList>({
    ...readRange(call.params),
    pageSize: call.options.pageSize,
    keyOf: ({ list_id }) => list_id,
    ask: (page) => call.ask('getAllLists', { ...page, order: 'desc', order_by: 'list_id' }),
  });
  if (total === 0) throw new Refusal('LIST_NOT_FOUND');
  const records: WireObject[] = [];
  for (const list of items) records.push(await listRecord(call, await withCounts(call, list)));
  return records;
}

async function withCounts(
  call: V3Call,
  list: ContactList,
): Promise<ContactList & Partial<ContactListDetails>> {
  if (!call.options.listDetails.includes('counts')) return list;
  const details = await unlessGone(call.ask('getList', { list_id: list.list_id }));
  return details ?? list;
}

async function listRecord(
  call: V3Call,
  list: ContactList & Partial<ContactListDetails>,
): Promise<WireObject> {
  const { list_id, public_name, internal_name, group_id } = list;
  const { stats, default_language: idioma, available_languages: languages } = list;
  const record: WireObject = { listnum: String(list_id) };
  if (public_name !== undefined) record['title'] = public_name;
  if (internal_name !== undefined) record['title_ref'] = internal_name;
  if (group_id !== undefined) record['grupo'] = group_id === 0 ? '' : String(group_id);
  if (stats?.total_active !== undefined) record['subs_activos'] = String(stats.total_active);
  if (stats?.total_contacts !== undefined) record['subs_total'] = String(stats.total_contacts);
  if (idioma !== undefined) record['idioma'] = idioma;
  if (languages !== undefined) {
    record['idiomas_extra'] = languages.filter((language) => language !== idioma);
  }
  const fields = await listFields(call, list_id);
  if (fields !== undefined) record['extra_fields'] = fields;
  return record;
}

async function listFields(call: V3Call, list: number): Promise<WireObject[] | undefined> {
  if (!call.options.listDetails.includes('fields')) return undefined;
  const fields = await unlessGone(readFields(call, list));
  if (fields === undefined) return undefined;
  return [...extraFieldsIn(fields)].map(([id, { name, options = [] }]) => ({
    id: String(id),
    ref: name,
    listnum: String(list),
    opcoes: options.map(labelOf).join(', '),
  }));
}

/** A list may go while others are told: what is not known of it stays out. */
async function unlessGone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refusal && error.problem?.status === 404) return undefined;
    throw error;
  }
}
