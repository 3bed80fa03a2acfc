import { addTag, changeTag, requireTag } from '../../account/contacts/tags.ts';
import { allTags, dropTag, type Tag } from '../../account/store/tags.ts';
import { created, done, type HandlerCall, ok } from '../calls/handler.ts';
import { ordered, type OrderQuery, type PageQuery, pageOf } from '../calls/page.ts';
import { unprocessable } from '../calls/refusal.ts';

interface OfTag {
  readonly tag_id: number;
}

interface TagBody {
  readonly name?: string | undefined;
  readonly color?: string | undefined;
}

/** Tags of the account. */
export const tagHandlers = {
  async getAllTags({
    sql,
    query,
  }: HandlerCall<unknown, PageQuery & OrderQuery<'tag_id' | 'name' | 'color'>>) {
    const tags = (await allTags(sql)).map(tagRecord);
    return ok(pageOf(ordered(tags, query, 'tag_id'), query));
  },

  async createTag({ sql, body }: HandlerCall<unknown, unknown, TagBody>) {
    const { name = '', color = '' } = body;
    refuseWrong(body, name);
    const id = await addTag(sql, name, color);
    return created(tagRecord({ id, name, color }));
  },

  async updateTag({ sql, path, body }: HandlerCall<OfTag, unknown, TagBody>) {
    const tag = await requireTag(sql, path.tag_id);
    refuseWrong(body, body.name ?? tag.name);
    return ok(tagRecord(await changeTag(sql, tag, body)));
  },

  async deleteTag({ sql, path }: HandlerCall<OfTag>) {
    await dropTag(sql, (await requireTag(sql, path.tag_id)).id);
    return done;
  },
};

/** @throws Refusal 422 for a name that is empty and a colour that is none */
function refuseWrong({ color }: TagBody, name: string): void {
  if (name.trim() === '') throw unprocessable('name', 'A value is required');
  if (color !== undefined && !/^(?:#[\da-f]{6})?$/i.test(color)) {
    throw unprocessable('color', 'It must be a number sign and six hexadecimal digits');
  }
}

function tagRecord({ id, name, color }: Tag) {
  return { tag_id: id, name, color };
}
