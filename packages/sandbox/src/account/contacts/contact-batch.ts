import type { Moment } from '../clock.ts';
import type { CompareField, ContactField, ContactSetting } from '../contact-fields.ts';
import type { References } from '../references.ts';
import {
  type Contact,
  type ExtraValue,
  findByValues,
  insertContacts,
  nextContactId,
  removedStatus,
  noValues,
  saveExtraValues,
  updateContacts,
} from '../store/contacts.ts';
import type { List } from '../store/lists.ts';
import type { Statements } from '../store/statements.ts';
import { attachTags, type TagPair } from '../store/tags.ts';
import type { Happening } from '../work/account-work.ts';
import { type ContactChange, valueIn } from './contact-change.ts';
import type { ContactPolicy } from './contact-policy.ts';

/** Where, when and how contacts are changed. */
export interface BatchContext {
  readonly sql: Statements;
  readonly list: List;
  readonly moment: Moment;
  readonly references: References;
  /** How new contacts came, as they tell. */
  readonly method: string;
  /** Recognises contacts, beside the fields that are unique in the list. */
  readonly compare: CompareField | undefined;
  readonly policy: ContactPolicy;
}

/**
 * Changes to contacts of one list, made in memory on those that they may concern and then written
 * together: a few statements, however many the changes. Each change sees those before it.
 */
export class ContactBatch {
  readonly #context: BatchContext;
  readonly #fields: readonly CompareField[];
  readonly #known = new Map<number, Contact>();
  readonly #byValue = new Map<CompareField, Map<string, Contact>>();
  /** Values of the extra fields that recognise contacts, by contact and field. */
  readonly #extraValues = new Map<string, string>();
  readonly #added: Contact[] = [];
  readonly #changed = new Set<Contact>();
  readonly #extras = new Map<string, ExtraValue>();
  readonly #tags: TagPair[] = [];
  #firstId = 0;
  readonly #turned = new Set<Contact>();
  readonly #changedSettings = new Map<Contact, readonly ContactSetting[]>();
  #gained = 0;

  private constructor(context: BatchContext) {
    this.#context = context;
    const { compare, policy } = context;
    const compared = compare === undefined ? [] : [compare];
    this.#fields = [...new Set([...policy.unique, ...compared])];
  }

  /** Reads the contacts that have a value of the changes in a field that recognises contacts. */
  static async load(
    context: BatchContext,
    changes: readonly ContactChange[],
  ): Promise<ContactBatch> {
    const { sql, list } = context;
    const batch = new ContactBatch(context);
    batch.#firstId = await nextContactId(sql);
    for (const field of batch.#fields) {
      batch.#byValue.set(field, new Map());
      const values = changes.map((change) => valueIn(change, field)).filter((text) => text !== '');
      if (values.length === 0) continue;
      for (const match of await findByValues(sql, list.id, field, values)) {
        batch.#enter(field, match.value, batch.adopt(match.contact));
      }
    }
    return batch;
  }

  /** Contacts that count against the account's limit and did not before. */
  get gained(): number {
    return this.#gained;
  }

  get policy(): ContactPolicy {
    return this.#context.policy;
  }

  isNew(contact: Contact): boolean {
    return contact.id >= this.#firstId;
  }

  /** Contacts that were added or brought back, those that were removed, and those that were changed. */
  happenings(): readonly Happening[] {
    const turned = [...this.#turned];
    return [
      {
        kind: 'addedByCall',
        contacts: turned.filter(({ status }) => status !== removedStatus),
        returned: new Set(turned.filter((contact) => !this.isNew(contact))),
      },
      { kind: 'removedByCall', contacts: turned.filter(({ status }) => status === removedStatus) },
      {
        kind: 'changedByCall',
        contacts: [...this.#changed].filter((contact) => !this.#turned.has(contact)),
        changedSettings: this.#changedSettings,
      },
    ];
  }

  /** The batch's own copy of a contact that was read elsewhere. */
  adopt(row: Contact): Contact {
    const contact = this.#known.get(row.id) ?? row;
    this.#known.set(row.id, contact);
    return contact;
  }

  /** The contact that has a value; where several have, the first in the list that is not removed. */
  find(field: CompareField, value: string): Contact | undefined {
    return this.#byValue.get(field)?.get(keyOf(field, value));
  }

  /** A field in which a change would give a contact, or a new one, the value of another, with that one. */
  conflict(
    change: ContactChange,
    contact: Contact | undefined,
  ): { readonly field: CompareField; readonly holder: Contact } | undefined {
    for (const field of this.#fields) {
      const holder = this.find(field, valueIn(change, field));
      if (holder !== undefined && holder !== contact) return { field, holder };
    }
    return undefined;
  }

  /** A required field without a value in a new or removed contact, or that a change would clear. */
  lack(change: ContactChange, contact: Contact | undefined): ContactField | undefined {
    const isThere = contact !== undefined && contact.status !== removedStatus;
    return this.#context.policy.required.find((field) => {
      const value = change.fields.get(field);
      return value === undefined ? !isThere && !contact?.[field] : value === '';
    });
  }

  /** Adds a contact. */
  insert(change: ContactChange, status: number): Contact {
    const { list, moment, references, method } = this.#context;
    const id = this.#firstId + this.#added.length;
    const contact: Contact = {
      id,
      list: list.id,
      position: list.total + this.#added.length,
      uid: references('contact', id),
      status: removedStatus,
      lang: list.language,
      ...noValues,
      add_date: moment.dateTime,
      subscription_method: method,
      modification_date: null,
      remove_method: 'API',
      remove_date: moment.dateTime,
      remove_option: null,
      remove_obs: null,
    };
    this.#added.push(contact);
    this.#apply(contact, change, status);
    return contact;
  }

  /** Changes a contact; its status stays when `status` is `undefined`. */
  update(contact: Contact, change: ContactChange, status: number | undefined): Contact {
    contact.modification_date = this.#context.moment.dateTime;
    this.#apply(contact, change, status);
    if (contact.id < this.#firstId) this.#changed.add(contact);
    return contact;
  }

  /** Writes what was changed. */
  async save(): Promise<void> {
    const { sql } = this.#context;
    await updateContacts(sql, [...this.#changed]);
    await insertContacts(sql, this.#added);
    await saveExtraValues(sql, [...this.#extras.values()]);
    await attachTags(sql, this.#tags, this.#context.moment.dateTime);
  }

  #apply(contact: Contact, change: ContactChange, status: number | undefined): void {
    for (const [field, value] of change.fields) {
      const old = contact[field];
      if (old !== null) this.#leave(field, old, contact);
      contact[field] = value === '' ? null : value;
    }
    for (const field of change.extras.keys()) {
      const old = this.#extraValues.get(`${contact.id} ${field}`);
      if (old !== undefined) this.#leave(field, old, contact);
    }
    for (const field of this.#fields) {
      const value = valueIn(change, field);
      if (value !== '') this.#enter(field, value, contact);
    }
    for (const [field, value] of change.extras) {
      this.#extras.set(`${contact.id} ${field}`, { contact: contact.id, field, value });
    }
    for (const tag of change.tags) this.#tags.push([contact.id, tag]);
    contact.lang = change.lang ?? contact.lang;
    this.#set(contact, change.settings);
    if (status !== undefined) this.#setStatus(contact, status);
  }

  #set(contact: Contact, settings: NonNullable<ContactChange['settings']> = {}): void {
    const names = Object.keys(settings) as ContactSetting[];
    const changed = names.filter(
      (name) => (settings[name] ?? usual[name]) !== (contact[name] ?? usual[name]),
    );
    if (changed.length > 0) {
      const before = this.#changedSettings.get(contact) ?? [];
      this.#changedSettings.set(contact, [...before, ...changed]);
    }
    Object.assign(contact, settings);
  }

  #setStatus(contact: Contact, status: number): void {
    const wasRemoved = contact.status === removedStatus;
    const isRemoved = status === removedStatus;
    contact.status = status;
    if (wasRemoved === isRemoved) return;
    this.#gained += isRemoved ? -1 : 1;
    // A second turn takes the first one back.
    if (!this.#turned.delete(contact)) this.#turned.add(contact);
    contact.remove_method = isRemoved ? 'API' : null;
    contact.remove_date = isRemoved ? this.#context.moment.dateTime : null;
    contact.remove_option = null;
    contact.remove_obs = null;
  }

  #enter(field: CompareField, value: string, contact: Contact): void {
    if (typeof field === 'number') this.#extraValues.set(`${contact.id} ${field}`, value);
    const holders = this.#byValue.get(field);
    const key = keyOf(field, value);
    const holder = holders?.get(key);
    if (holder === undefined || holder.status === removedStatus) holders?.set(key, contact);
  }

  #leave(field: CompareField, value: string, contact: Contact): void {
    const holders = this.#byValue.get(field);
    const key = keyOf(field, value);
    if (holders?.get(key) === contact) holders.delete(key);
  }
}

/** What holds for a contact of whom nothing was said. */
const usual: Readonly<Partial<Record<ContactSetting, string>>> = { consent: 'consent' };

/** Addresses are the same whatever their case. */
function keyOf(field: CompareField, value: string): string {
  return field === 'email' ? value.toLowerCase() : value;
}
