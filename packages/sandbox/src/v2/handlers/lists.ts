import { type WireObject } from '@egoi-client/core';
import { extraFieldTypes } from '@egoi-client/core/wire';
import { addFormsTo } from '../../account/lists/account-setup.ts';
import { listLanguage } from '../../account/contacts/languages.ts';
import {
  readCount,
  readFlag,
  readId,
  readName,
  readText,
  readValue,
  readWord,
} from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import { allAutobots } from '../../account/store/autobots.ts';
import { addField, type ExtraField, extraFieldsOf } from '../../account/store/extra-fields.ts';
import {
  addList,
  countAccount,
  dropList,
  findList,
  type List,
  pageOfLists,
  saveList,
} from '../../account/store/lists.ts';
import { requireList } from './find-list.ts';
import { type Handler, type HandlerCall, maxPage, outcomeOk } from '../calls/handler.ts';

/** Contact lists and their extra fields. */
export const listHandlers = {
  async addExtraField(call) {
    const list = await requireList(call);
    const name = readName(call.params, 'name', 'FIELD_NAME_MISSING');
    const word = readText(call.params, 'type', 'INVALID_TYPE') || 'texto';
    const type = extraFieldTypes.find((known) => known === word);
    if (type === undefined) throw new Refusal('INVALID_TYPE');
    const options = type === 'lista' ? (readWord(call.params, 'opcoes') ?? '') : '';
    return { NEW_ID: String(await addField(call.sql, { list: list.id, name, type, options })) };
  },

  async createList({ params, sql, limits }) {
    const name = readName(params, 'nome', 'NAME_MISSING');
    const { lists } = await countAccount(sql);
    if (lists >= limits.maxLists) throw new Refusal('NO_MORE_LISTS_ALLOWED');
    const id = await addList(sql, {
      name,
      language: readLanguage(params, 'idioma_lista') ?? 'en',
      channel_email: bit(readFlag(params, 'canal_email') ?? true),
      channel_sms: bit(readFlag(params, 'canal_sms') ?? false),
      channel_voice: bit(readFlag(params, 'canal_voz') ?? false),
    });
    await addFormsTo(sql, id, limits.forms);
    return { LIST_ID: String(id) };
  },

  async deleteList(call) {
    const list = await requireList(call, 'LISTID_MISSING', 'LIST_NOT_EXISTS');
    const autobots = await allAutobots(call.sql, list.id);
    if (autobots.some(({ status }) => status === 'active')) throw new Refusal('IN_USE');
    await dropList(call.sql, list.id);
    return outcomeOk;
  },

  async getExtraFields(call) {
    const list = await requireList(call);
    const fields = await extraFieldsOf(call.sql, [list.id]);
    // The text '0' in place of a map was seen for a list without fields.
    if (fields.length === 0) return { extra_fields: '0' };
    return {
      extra_fields: Object.fromEntries(
        fields.map(({ id, name, type }) => [String(id), { NAME: name, TYPE: type }]),
      ),
    };
  },

  async getLists(call) {
    const { sql, caller } = call;
    const lists = await listsAskedFor(call);
    const fields = await extraFieldsOf(
      sql,
      lists.map((list) => list.id),
    );
    return lists.map((list) =>
      listRecord(
        list,
        fields.filter((field) => field.list === list.id),
        caller.username,
      ),
    );
  },

  async updateList(call) {
    const { params, sql } = call;
    const list = await requireList(call);
    const isRenamed = readValue(params, 'name') !== undefined;
    await saveList(sql, list.id, {
      ...list,
      name: isRenamed ? readName(params, 'name', 'NAME_MISSING') : list.name,
      language: readLanguage(params, 'language') ?? list.language,
      channel_email: bit(readFlag(params, 'canal_email') ?? list.channel_email === 1),
      channel_sms: bit(readFlag(params, 'canal_sms') ?? list.channel_sms === 1),
    });
    return outcomeOk;
  },
} as const satisfies Record<string, Handler>;

async function listsAskedFor({ params, sql }: HandlerCall): Promise<List[]> {
  const id = readId(params, 'listID');
  if (id !== undefined) {
    const list = await findList(sql, id);
    if (list === undefined) throw new Refusal('LIST_NOT_FOUND');
    return [list];
  }
  const { lists } = await countAccount(sql);
  if (lists === 0) throw new Refusal('LIST_NOT_FOUND');
  const limit = Math.min(readCount(params, 'limit') ?? maxPage, maxPage);
  return pageOfLists(sql, readCount(params, 'start') ?? 0, limit);
}

function listRecord(list: List, fields: readonly ExtraField[], owner: string): WireObject {
  return {
    listnum: String(list.id),
    title: list.name,
    title_ref: list.name,
    grupo: '',
    subs_activos: String(list.active),
    subs_total: String(list.total),
    idioma: list.language,
    idiomas_extra: [],
    user_id: owner,
    canal_email: String(list.channel_email),
    canal_sms: String(list.channel_sms),
    extra_fields: fields.map(({ id, name, options }) => ({
      id: String(id),
      ref: name,
      listnum: String(list.id),
      opcoes: options,
    })),
  };
}

/** No code exists for a language that the service does not have; it is left out. */
function readLanguage(params: WireObject, name: string): string | undefined {
  const code = readWord(params, name);
  return code === undefined ? undefined : listLanguage(code);
}

function bit(on: boolean): number {
  return on ? 1 : 0;
}
