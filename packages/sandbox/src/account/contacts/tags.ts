import { BrokenRule } from '../broken-rule.ts';
import { findByReference } from '../store/contacts.ts';
import type { List } from '../store/lists.ts';
import type { Statements } from '../store/statements.ts';
import { findTag, insertTag, saveTag, type Tag } from '../store/tags.ts';

/** Makes a tag; what is no colour is left out. @returns its number @throws BrokenRule for a name that is taken */
export async function addTag(sql: Statements, name: string, color: string): Promise<number> {
  if ((await findTag(sql, { name })) !== undefined) {
    throw new BrokenRule({ reason: 'taken', what: 'tag' });
  }
  return insertTag(sql, { name, color: /^#[\da-f]{6}$/i.test(color) ? color : '' });
}

/** Gives a tag another name or colour. @throws BrokenRule for a name that is taken */
export async function changeTag(
  sql: Statements,
  tag: Tag,
  { name, color }: { readonly name?: string | undefined; readonly color?: string | undefined },
): Promise<Tag> {
  const changed = { ...tag, name: name ?? tag.name, color: color ?? tag.color };
  const holder = await findTag(sql, { name: changed.name });
  if (holder !== undefined && holder.id !== tag.id) {
    throw new BrokenRule({ reason: 'taken', what: 'tag' });
  }
  await saveTag(sql, changed);
  return changed;
}

/** @throws BrokenRule for a number that no tag has */
export async function requireTag(sql: Statements, id: number): Promise<Tag> {
  const tag = await findTag(sql, { id });
  if (tag === undefined) throw new BrokenRule({ reason: 'notFound', what: 'tag' });
  return tag;
}

/** The contacts of a list among some references, which need not all be its own. @throws BrokenRule for none */
export async function requireSome(
  sql: Statements,
  list: List,
  references: readonly string[],
): Promise<number[]> {
  const found = await findByReference(sql, list.id, references);
  if (found.length === 0) throw new BrokenRule({ reason: 'notFound', what: 'contact' });
  return found.map((contact) => contact.id);
}
