import { addTag, changeTag, requireTag } from '../../account/contacts/tags.ts';
import { allTags, dropTag, type Tag } from '../../account/store/tags.ts';
import type { HandlerCall } from '../calls/handler.ts';
import { ordered, pageOf } from '../calls/page.ts';
import { unprocessable } from '../calls/refusal.ts';

interface TagBody {
  readonly name?: string | undefined;
  readonly color?: string | undefined;
}

/** Tags of the account. */
export const tagHandlers = {
  async getAllTags({ sql, input }: HandlerCall<'getAllTags'>) {
    const tags = (await allTags(sql)).map(tagRecord);
    return pageOf(ordered(tags, input, 'tag_id'), input);
  },

  async createTag({ sql, input: { body } }: HandlerCall<'createTag'>) {
    const { name = '', color = '' } = body;
    refuseWrong(body, name);
    const id = await addTag(sql, name, color);
    return tagRecord({ id, name, color });
  },

  async updateTag({ sql, input: { body, ...input } }: HandlerCall<'updateTag'>) {
    const tag = await requireTag(sql, input.tag_id);
    refuseWrong(body, body.name ?? tag.name);
    return tagRecord(await changeTag(sql, tag, body));
  },

  async deleteTag({ sql, input }: HandlerCall<'deleteTag'>) {
    await dropTag(sql, (await requireTag(sql, input.tag_id)).id);
    return undefined;
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
