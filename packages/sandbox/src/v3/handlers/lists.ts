import { createList, deleteUnusedList, requireList } from '../../account/lists/lists.ts';
import { type List, pageOfLists, saveList } from '../../account/store/lists.ts';
import type { HandlerCall } from '../calls/handler.ts';
import { isBetween, ordered, pageOf } from '../calls/page.ts';
import { languageWord } from '../calls/words.ts';
import { unprocessable } from '../calls/refusal.ts';

/** Lists. */
export const listHandlers = {
  async getAllLists({ sql, input }: HandlerCall<'getAllLists'>) {
    const { internal_name, public_name } = input;
    const lists = (await pageOfLists(sql, 0, -1))
      .map(listRecord)
      .filter(
        (list) =>
          (internal_name === undefined || list.internal_name === internal_name) &&
          (public_name === undefined || list.public_name === public_name) &&
          isBetween(list.created, input.created_min, input.created_max) &&
          isBetween(list.updated, input.updated_min, input.updated_max),
      );
    return pageOf(ordered(lists, input, 'list_id'), input);
  },

  async createList(call: HandlerCall<'createList'>) {
    const { internal_name, public_name = internal_name } = call.input.body;
    refuseBlank('internal_name', internal_name);
    const id = await createList(call, {
      name: public_name,
      internal_name,
      list_group: 0,
      language: 'en',
      channel_email: 1,
      channel_sms: 0,
      channel_voice: 0,
    });
    return listRecord(await requireList(call.sql, id));
  },

  async getList({ sql, input }: HandlerCall<'getList'>) {
    const list = await requireList(sql, input.list_id);
    return {
      ...listRecord(list),
      default_language: languageWord(list.language),
      available_languages: [languageWord(list.language)],
      stats: {
        total_contacts: list.total,
        total_active: list.active,
        total_inactive: list.inactive,
        total_removed: list.removed,
        total_unconfirmed: list.unconfirmed,
        total_waiting_new_confirmation: 0,
      },
    };
  },

  async updateList(call: HandlerCall<'updateList'>) {
    const { sql, moment } = call;
    const { body } = call.input;
    const list = await requireList(sql, call.input.list_id);
    const { internal_name = list.internal_name, public_name = list.name } = body;
    refuseBlank('internal_name', internal_name);
    refuseBlank('public_name', public_name);
    const list_group = body.group_id ?? list.list_group;
    const settings = { ...list, internal_name, name: public_name, list_group };
    await saveList(sql, list.id, settings, moment.dateTime);
    return listRecord(await requireList(sql, list.id));
  },

  async deleteList(call: HandlerCall<'deleteList'>) {
    await deleteUnusedList(call, await requireList(call.sql, call.input.list_id));
    return undefined;
  },
};

function refuseBlank(field: string, text: string): void {
  if (text.trim() === '') throw unprocessable(field, 'A value is required');
}

function listRecord(list: List) {
  return {
    list_id: list.id,
    internal_name: list.internal_name,
    public_name: list.name,
    status: 'active' as const,
    group_id: list.list_group,
    created: list.created,
    updated: list.changed,
  };
}
