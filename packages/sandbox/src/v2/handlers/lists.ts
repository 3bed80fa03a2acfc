import type { WireObject } from '@egoi-client/core';
import { extraFieldTypeNames, meantBy } from '../calls/api-words.ts';
import { createList, deleteList, requireList } from '../../account/lists/lists.ts';
import { listLanguage } from '../../account/contacts/formats.ts';
import { readFlag, readId, readValue, readWord } from '@egoi-client/core/wire';
import { readPage, readName, readText } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import { addField, type ExtraField, extraFieldsOf } from '../../account/store/extra-fields.ts';
import { countAccount, type List, pageOfLists, saveList } from '../../account/store/lists.ts';
import { choicesText, readChoices } from './contact-fields.ts';
import { requireListOf } from './find-named.ts';
import { type Handler, type HandlerCall, outcomeOk } from '../calls/handler.ts';

/** Contact lists and their extra fields. */
export const listHandlers = {
  async addExtraField(call) {
    const list = await requireListOf(call);
    const name = readName(call.params, 'name', 'FIELD_NAME_MISSING');
    const word = readText(call.params, 'type', 'INVALID_TYPE') || 'texto';
    const type = meantBy(extraFieldTypeNames, word);
    if (type === undefined) throw new Refusal('INVALID_TYPE');
    const choices = type === 'choice' ? readChoices(readWord(call.params, 'opcoes') ?? '') : [];
    return { NEW_ID: String(await addField(call.sql, { list: list.id, name, type, choices })) };
  },

  async createList(call) {
    const { params } = call;
    const name = readName(params, 'nome', 'NAME_MISSING');
    const id = await createList(call, {
      name,
      internal_name: name,
      list_group: 0,
      language: readLanguage(params, 'idioma_lista') ?? 'en',
      channel_email: bit(readFlag(params, 'canal_email') ?? true),
      channel_sms: bit(readFlag(params, 'canal_sms') ?? false),
      channel_voice: bit(readFlag(params, 'canal_voz') ?? false),
    });
    return { LIST_ID: String(id) };
  },

  async deleteList(call) {
    await deleteList(call.sql, await requireListOf(call, 'LISTID_MISSING'));
    return outcomeOk;
  },

  async getExtraFields(call) {
    const list = await requireListOf(call);
    const fields = await extraFieldsOf(call.sql, [list.id]);
    // The text '0' in place of a map was seen for a list without fields.
    if (fields.length === 0) return { extra_fields: '0' };
    return {
      extra_fields: Object.fromEntries(
        fields.map(({ id, name, type }) => [
          String(id),
          { NAME: name, TYPE: extraFieldTypeNames[type] },
        ]),
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
    const { params, sql, moment } = call;
    const list = await requireListOf(call);
    const isRenamed = readValue(params, 'name') !== undefined;
    const name = isRenamed ? readName(params, 'name', 'NAME_MISSING') : undefined;
    const settings = {
      ...list,
      name: name ?? list.name,
      internal_name: name ?? list.internal_name,
      language: readLanguage(params, 'language') ?? list.language,
      channel_email: bit(readFlag(params, 'canal_email') ?? list.channel_email === 1),
      channel_sms: bit(readFlag(params, 'canal_sms') ?? list.channel_sms === 1),
    };
    await saveList(sql, list.id, settings, moment.dateTime);
    return outcomeOk;
  },
} as const satisfies Record<string, Handler>;

async function listsAskedFor({ params, sql }: HandlerCall): Promise<List[]> {
  const id = readId(params, 'listID');
  if (id !== undefined) return [await requireList(sql, id)];
  const { lists } = await countAccount(sql);
  if (lists === 0) throw new Refusal('LIST_NOT_FOUND');
  const { start, limit } = readPage(params);
  return pageOfLists(sql, start, limit);
}

function listRecord(list: List, fields: readonly ExtraField[], owner: string): WireObject {
  return {
    listnum: String(list.id),
    title: list.name,
    title_ref: list.internal_name,
    grupo: list.list_group === 0 ? '' : String(list.list_group),
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
      opcoes: choicesText(options),
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
