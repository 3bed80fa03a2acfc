import { createList, deleteUnusedList, requireList } from '../../account/lists/lists.ts';
import { type List, pageOfLists, saveList } from '../../account/store/lists.ts';
import { created, done, type HandlerCall, ok } from '../calls/handler.ts';
import { isBetween, ordered, type OrderQuery, type PageQuery, pageOf } from '../calls/page.ts';
import { unprocessable } from '../calls/refusal.ts';

interface OfList {
  readonly list_id: number;
}

interface ListsQuery
  extends PageQuery,
    OrderQuery<'list_id' | 'internal_name' | 'public_name' | 'created' | 'updated'> {
  readonly internal_name?: string | undefined;
  readonly public_name?: string | undefined;
  readonly created_min?: string | undefined;
  readonly created_max?: string | undefined;
  readonly updated_min?: string | undefined;
  readonly updated_max?: string | undefined;
}

/** Lists. */
export const listHandlers = {
  async getAllLists({ sql, query }: HandlerCall<unknown, ListsQuery>) {
    const { internal_name, public_name } = query;
    const lists = (await pageOfLists(sql, 0, -1))
      .map(listRecord)
      .filter(
        (list) =>
          (internal_name === undefined || list.internal_name === internal_name) &&
          (public_name === undefined || list.public_name === public_name) &&
          isBetween(list.created, query.created_min, query.created_max) &&
          isBetween(list.updated, query.updated_min, query.updated_max),
      );
    return ok(pageOf(ordered(lists, query, 'list_id'), query));
  },

  async createList(
    call: HandlerCall<
      unknown,
      unknown,
      { readonly internal_name: string; readonly public_name?: string | undefined }
    >,
  ) {
    const { internal_name, public_name = internal_name } = call.body;
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
    return created(listRecord(await requireList(call.sql, id)));
  },

  async getList({ sql, path }: HandlerCall<OfList>) {
    const list = await requireList(sql, path.list_id);
    return ok({
      ...listRecord(list),
      default_language: list.language,
      available_languages: [list.language],
      stats: {
        total_contacts: list.total,
        total_active: list.active,
        total_inactive: list.inactive,
        total_removed: list.removed,
        total_unconfirmed: list.unconfirmed,
        total_waiting_new_confirmation: 0,
      },
    });
  },

  async updateList(
    call: HandlerCall<
      OfList,
      unknown,
      {
        readonly internal_name?: string | undefined;
        readonly public_name?: string | undefined;
        readonly group_id?: number | undefined;
      }
    >,
  ) {
    const { sql, body, moment } = call;
    const list = await requireList(sql, call.path.list_id);
    const { internal_name = list.internal_name, public_name = list.name } = body;
    refuseBlank('internal_name', internal_name);
    refuseBlank('public_name', public_name);
    const list_group = body.group_id ?? list.list_group;
    const settings = { ...list, internal_name, name: public_name, list_group };
    await saveList(sql, list.id, settings, moment.dateTime);
    return ok(listRecord(await requireList(sql, list.id)));
  },

  async deleteList(call: HandlerCall<OfList>) {
    await deleteUnusedList(call, await requireList(call.sql, call.path.list_id));
    return done;
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
    status: 'active',
    group_id: list.list_group,
    created: list.created,
    updated: list.changed,
  };
}
