import { isWireObject, type WireValue } from '@egoi-client/core';
import { readId, readList, readName, readText, readWord, scalarText } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import { findByReference } from '../../account/store/contacts.ts';
import {
  allTags,
  attachTags,
  detachTag,
  dropTag,
  findTag,
  insertTag,
  type Tag,
} from '../../account/store/tags.ts';
import { requireList } from './find-list.ts';
import { type Handler, type HandlerCall, outcomeOk } from '../calls/handler.ts';

/** Tags and the contacts that carry them. */
export const tagHandlers = {
  async addTag({ params, sql }) {
    const name = readName(params, 'name', 'NAME_MISSING');
    if ((await findTag(sql, { name })) !== undefined) throw new Refusal('TAG_ALREADY_EXISTS');
    const color = readWord(params, 'color') ?? '';
    const id = await insertTag(sql, { name, color: /^#[\da-f]{6}$/i.test(color) ? color : '' });
    return { ID: String(id), NAME: name };
  },

  async attachTag(call) {
    const { tag, contacts } = await readAttachment(call);
    await attachTags(
      call.sql,
      contacts.map((contact) => [contact, tag.id]),
    );
    return outcomeOk;
  },

  async deleteTag(call) {
    await dropTag(call.sql, (await requireTag(call)).id);
    return outcomeOk;
  },

  async detachTag(call) {
    const { tag, contacts } = await readAttachment(call);
    await detachTag(call.sql, tag.id, contacts);
    return outcomeOk;
  },

  async getTags({ sql }) {
    const tags = await allTags(sql);
    if (tags.length === 0) throw new Refusal('NO_TAGS_FOUND');
    return { TAG_LIST: tags.map(({ id, name }) => ({ ID: String(id), NAME: name })) };
  },
} as const satisfies Record<string, Handler>;

async function requireTag({ params, sql }: HandlerCall): Promise<Tag> {
  const id = readId(params, 'tag');
  if (id === undefined) throw new Refusal('NO_TAG_ID');
  const tag = await findTag(sql, { id });
  if (tag === undefined) throw new Refusal('TAG_NOT_FOUND');
  return tag;
}

/** What attachTag and detachTag take. Contacts that the list does not have are passed over. */
async function readAttachment(call: HandlerCall): Promise<{ tag: Tag; contacts: number[] }> {
  const tag = await requireTag(call);
  if (readText(call.params, 'type', 'INVALID_TYPE') !== 'subscriber') {
    throw new Refusal('INVALID_TYPE');
  }
  const list = await requireList(call, 'INVALID_LIST', 'INVALID_LIST');
  const references = readList(call.params, 'target').flatMap(referencesIn);
  const found = await findByReference(call.sql, list.id, references);
  if (found.length === 0) throw new Refusal('NO_TARGET_ELEMENTS');
  return { tag, contacts: found.map((contact) => contact.id) };
}

/** One item of `target`: a reference, or a struct with one or more under `subscriber`. */
function referencesIn(item: WireValue): string[] {
  const items = isWireObject(item) ? readList(item, 'subscriber') : [item];
  return items.flatMap((reference) => scalarText(reference) ?? []);
}
