import { isWireObject, type WireValue } from '@egoi-client/core';
import { readId, readList, readWord, scalarText } from '@egoi-client/core/wire';
import { readName, readText } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import { addTag, requireSome, requireTag } from '../../account/contacts/tags.ts';
import { allTags, attachTags, detachTag, dropTag, type Tag } from '../../account/store/tags.ts';
import { requireListOf } from './find-named.ts';
import { type Handler, type HandlerCall, outcomeOk } from '../calls/handler.ts';

/** Tags and the contacts that carry them. */
export const tagHandlers = {
  async addTag({ params, sql }) {
    const name = readName(params, 'name', 'NAME_MISSING');
    const id = await addTag(sql, name, readWord(params, 'color') ?? '');
    return { ID: String(id), NAME: name };
  },

  async attachTag(call) {
    const { tag, contacts } = await readAttachment(call);
    await attachTags(
      call.sql,
      contacts.map((contact) => [contact, tag.id]),
      call.moment.dateTime,
    );
    return outcomeOk;
  },

  async deleteTag(call) {
    await dropTag(call.sql, (await requireTagOf(call)).id);
    return outcomeOk;
  },

  async detachTag(call) {
    const { tag, contacts } = await readAttachment(call);
    await detachTag(call.sql, tag.id, contacts, call.moment.dateTime);
    return outcomeOk;
  },

  async getTags({ sql }) {
    const tags = await allTags(sql);
    if (tags.length === 0) throw new Refusal('NO_TAGS_FOUND');
    return { TAG_LIST: tags.map(({ id, name }) => ({ ID: String(id), NAME: name })) };
  },
} as const satisfies Record<string, Handler>;

async function requireTagOf({ params, sql }: HandlerCall): Promise<Tag> {
  const id = readId(params, 'tag');
  if (id === undefined) throw new Refusal('NO_TAG_ID');
  return requireTag(sql, id);
}

/** What attachTag and detachTag take. Contacts that the list does not have are passed over. */
async function readAttachment(call: HandlerCall): Promise<{ tag: Tag; contacts: number[] }> {
  const tag = await requireTagOf(call);
  if (readText(call.params, 'type', 'INVALID_TYPE') !== 'subscriber') {
    throw new Refusal('INVALID_TYPE');
  }
  const list = await requireListOf(call, 'INVALID_LIST');
  const references = readList(call.params, 'target').flatMap(referencesIn);
  return { tag, contacts: await requireSome(call.sql, list, references) };
}

/** One item of `target`: a reference, or a struct with one or more under `subscriber`. */
function referencesIn(item: WireValue): string[] {
  const items = isWireObject(item) ? readList(item, 'subscriber') : [item];
  return items.flatMap((reference) => scalarText(reference) ?? []);
}
