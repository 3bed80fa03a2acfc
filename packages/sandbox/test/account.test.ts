import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allMethods, errorTable } from '@egoi-client/core';
import { extraFieldTypes, type Schema } from '@egoi-client/core/wire';
import { describe, expect, test } from '@jest/globals';
import { BrokenRule, type Reason } from '../src/account/broken-rule.ts';
import { momentOf } from '../src/account/clock.ts';
import type { PersonalField } from '../src/account/contact-fields.ts';
import { type ContactChange, contactRulesOf } from '../src/account/contacts/contact-change.ts';
import { addContact, removeContact, requireContact } from '../src/account/contacts/contacts.ts';
import { createList, deleteList, requireList } from '../src/account/lists/lists.ts';
import { seededReferences } from '../src/account/references.ts';
import { findByReference } from '../src/account/store/contacts.ts';
import { openDatabase } from '../src/account/store/database.ts';
import type { AccountWork, HappeningKind } from '../src/account/work/account-work.ts';
import { someDay } from './account.ts';

/** An account that no API stands before. */
function openBareAccount() {
  const database = openDatabase(undefined, { seed: 1, fill: () => Promise.resolve() });
  const told: HappeningKind[] = [];
  const settings = {
    maxLists: 1,
    maxContacts: 2,
    maxSmsLength: 160,
    maxFileBytes: 1024,
    contactRules: {},
    forms: [],
    queueDelayMs: 0,
  };
  return {
    told,
    work: <T>(step: (work: AccountWork) => Promise<T>): Promise<T> =>
      database.write((sql) =>
        step({
          sql,
          moment: momentOf(someDay()),
          references: seededReferences(1),
          settings,
          announce: async (_list, happenings) => {
            const full = happenings.filter(({ contacts }) => contacts.length > 0);
            told.push(...full.map(({ kind }) => kind));
          },
          announceCampaign: () => Promise.resolve(),
          tell: () => undefined,
          queued: () => undefined,
        }),
      ),
  };
}

function changeOf(fields: Partial<Record<PersonalField, string>>): ContactChange {
  const entries = Object.entries(fields) as [PersonalField, string][];
  return {
    fields: new Map(entries),
    extras: new Map(),
    tags: [],
    status: undefined,
    lang: undefined,
  };
}

async function add(
  work: AccountWork,
  list: number,
  fields: Partial<Record<PersonalField, string>>,
) {
  const found = await requireList(work.sql, list);
  const { policy } = await contactRulesOf(work, found);
  return addContact(work, changeOf(fields), {
    list: found,
    policy,
    compare: undefined,
    reference: undefined,
    updates: false,
    form: undefined,
  });
}

async function reasonOf(work: Promise<unknown>): Promise<Reason> {
  const error = await work.catch((reason: unknown) => reason);
  if (error instanceof BrokenRule) return error.reason;
  throw new Error('no rule was broken', { cause: error });
}

describe('an account without an API before it', () => {
  const list = {
    name: 'News',
    internal_name: 'News',
    list_group: 0,
    language: 'en',
    channel_email: 1,
    channel_sms: 0,
    channel_voice: 0,
  };

  test('says why it does not do something, and nothing of it stays', async () => {
    const { work } = openBareAccount();
    const id = await work((step) => createList(step, list));
    expect(await reasonOf(work((step) => createList(step, list)))).toEqual({
      reason: 'full',
      what: 'lists',
    });
    await work((step) => add(step, id, { email: 'ana@example.com' }));
    expect(await reasonOf(work((step) => add(step, id, { email: 'ANA@example.com' })))).toEqual({
      reason: 'duplicate',
      field: 'email',
      holders: [expect.stringMatching(/^[\da-f]{10}$/)],
    });
    expect(await reasonOf(work((step) => add(step, id, {})))).toEqual({
      reason: 'empty',
      what: 'contact',
    });
    await work((step) => add(step, id, { email: 'rui@example.com' }));
    expect(await reasonOf(work((step) => add(step, id, { email: 'eva@example.com' })))).toEqual({
      reason: 'full',
      what: 'contacts',
    });
    const found = await work(({ sql }) => findByReference(sql, id, ['eva@example.com']));
    expect(found).toEqual([]);
    expect(await reasonOf(work(({ sql }) => requireList(sql, id + 1)))).toEqual({
      reason: 'notFound',
      what: 'list',
    });
  });

  test('tells what happened to contacts, who keep their references', async () => {
    const { told, work } = openBareAccount();
    const id = await work((step) => createList(step, list));
    const { uid } = await work((step) => add(step, id, { email: 'ana@example.com' }));
    await work(async (step) => {
      const contact = await requireContact(step.sql, { id }, uid);
      await removeContact(step, contact, { kind: 'unsubscribeLink', method: 'link' });
    });
    const back = await work((step) => add(step, id, { email: 'ana@example.com' }));
    expect(back.uid).toBe(uid);
    expect(told).toEqual(['addedByCall', 'unsubscribeLink', 'addedByCall']);
    await work(async ({ sql }) => deleteList(sql, await requireList(sql, id)));
    expect(await reasonOf(work(({ sql }) => requireList(sql, id)))).toHaveProperty('what', 'list');
  });
});

describe('the sources of the account', () => {
  const folder = join(import.meta.dirname, '../src/account');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  /** What a file of an account has held since the first release, whoever asks for it. */
  const written = ['store/file-words.ts', 'store/reports.ts'];

  test('hold no word that only the API has', () => {
    const names = allMethods().flatMap(({ forms }) =>
      forms.flatMap(({ params, result }) => [...membersOf(params), ...membersOf(result)]),
    );
    // Words of one case, such as `email`, are anybody's.
    const own = names.filter((name) => /[a-z].*[A-Z]|^[A-Z]+_[A-Z]|^canal_|^idioma_/.test(name));
    expect(own).toEqual(expect.arrayContaining(['listID', 'canal_email', 'LIST_ID']));
    const anybodys: ReadonlySet<string> = new Set(['data', 'fax', 'email']);
    const kinds = [...extraFieldTypes.filter((type) => !anybodys.has(type)), 'sms_premium'];
    const forms = ['addSubscriber', 'editSubscriber', 'removeSubscriber', 'functionOptions'];
    const words = new Set([...own, ...kinds, ...forms, ...Object.keys(errorTable)]);
    const found = files
      .filter((name) => !written.includes(name))
      .flatMap((name) => {
        const text = readFileSync(join(folder, name), 'utf8');
        const used = text.match(/\w+/g) ?? [];
        return used.filter((word) => words.has(word)).map((word) => `${name}: ${word}`);
      });
    expect(found).toEqual([]);
  });
});

/** The names of the members of a schema, at every depth. */
function membersOf(schema: Schema): string[] {
  const { shape = {}, element, options = [] } = schema;
  const inner = [...Object.values(shape), element, ...options];
  return [
    ...Object.keys(shape),
    ...inner.flatMap((below) => (below === undefined ? [] : membersOf(below))),
  ];
}
