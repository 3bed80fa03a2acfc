import type { CompareField, ContactSetting, PersonalField } from '../contact-fields.ts';
import { extraFieldsOf, type ExtraField } from '../store/extra-fields.ts';
import type { List } from '../store/lists.ts';
import { sendersOf } from '../store/senders.ts';
import { allTags } from '../store/tags.ts';
import type { AccountWork } from '../work/account-work.ts';
import { type ContactPolicy, contactPolicy } from './contact-policy.ts';

/** What is said about one contact, checked. `''` clears a value. */
export interface ContactChange {
  readonly fields: ReadonlyMap<PersonalField, string>;
  /** Values of extra fields by the number of the field. */
  readonly extras: ReadonlyMap<number, string>;
  /** Numbers of tags that exist. */
  readonly tags: readonly number[];
  readonly status: number | undefined;
  readonly lang: string | undefined;
  /** What else is kept of the contact. */
  readonly settings?: Readonly<Partial<Record<ContactSetting, string | null>>>;
}

/** The value that a change gives a field, `''` where it gives none. */
export function valueIn(change: ContactChange, field: CompareField): string {
  const value = typeof field === 'number' ? change.extras.get(field) : change.fields.get(field);
  return value ?? '';
}

/** Tells whether a change holds anything that makes a contact. */
export function namesContact({ fields, extras }: ContactChange): boolean {
  return [...fields.values(), ...extras.values()].some((value) => value !== '');
}

/** Tells whether a change changes anything. */
export function saysAnything(change: ContactChange): boolean {
  const { fields, extras, tags, status, lang, settings = {} } = change;
  const values = fields.size + extras.size + tags.length + Object.keys(settings).length;
  return values > 0 || status !== undefined || lang !== undefined;
}

/** What a list and its account allow in a contact. */
export interface ContactRules {
  readonly extraFields: ReadonlyMap<number, ExtraField>;
  readonly tags: ReadonlySet<number>;
  /** Codes and addresses of the senders that confirmation and welcome mails may come from. */
  readonly senders: ReadonlySet<string>;
  readonly policy: ContactPolicy;
}

/** What may be said of a contact of a list. */
export async function contactRulesOf(
  { sql, settings }: AccountWork,
  list: List,
): Promise<ContactRules> {
  const fields = await extraFieldsOf(sql, [list.id]);
  const tags = await allTags(sql);
  const senders = await sendersOf(sql, 'email');
  return {
    extraFields: new Map(fields.map((field) => [field.id, field])),
    tags: new Set(tags.map((tag) => tag.id)),
    senders: new Set(senders.flatMap(({ id, sender }) => [String(id), sender.toLowerCase()])),
    policy: contactPolicy(settings.contactRules, list, fields),
  };
}
