import { EgoiConfigError } from '@egoi-client/core';
import { contactSettings, formerFields } from '../contact-fields.ts';
import { campaignStatements } from './schema-campaigns.ts';
import { contactIndexes } from './contacts.ts';
import { listCountTriggers } from './list-counts.ts';
import { optionStatements } from './field-options.ts';
import { queueStatements } from './schema-queue.ts';
import { segmentStatements } from './schema-segments.ts';
import { fromVersion1 } from './schema-version-1.ts';
import { fromVersion2 } from './schema-version-2.ts';
import type { Statements } from './statements.ts';

/** What an account begins with. */
export interface NewAccount {
  readonly seed: number;
  /** Fills it, in the transaction that creates it. */
  readonly fill: (sql: Statements) => Promise<void>;
}

/** Marks a file as an account of this sandbox: the bytes of 'egoi'. */
export const applicationId = 0x65676f69;
const schemaVersion = 3;

/**
 * Creates the tables of a new account, and gives those of an older release the form of this one.
 *
 * @throws EgoiConfigError for one of another version
 */
export async function prepareAccount(sql: Statements, account: NewAccount): Promise<void> {
  const isAccount = (await pragma(sql, 'application_id')) === applicationId;
  if (isAccount) return renew(sql, await pragma(sql, 'user_version'));
  await sql.runAll([
    ...statements,
    `PRAGMA application_id = ${applicationId}`,
    `PRAGMA user_version = ${schemaVersion}`,
  ]);
  await sql.run('INSERT INTO account (id, seed) VALUES (1, ?)', account.seed);
  await account.fill(sql);
}

/** Throws away all that an account holds, and begins it anew. */
export async function renewAccount(sql: Statements, account: NewAccount): Promise<void> {
  const tables = await sql.rows<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid DESC",
  );
  // The youngest first, since tables refer to older ones.
  await sql.runAll([
    ...tables.map(({ name }) => `DROP TABLE ${name}`),
    'PRAGMA application_id = 0',
  ]);
  await prepareAccount(sql, account);
}

async function pragma(sql: Statements, name: 'application_id' | 'user_version'): Promise<number> {
  const [row] = await sql.rows<Record<string, number>>(`PRAGMA ${name}`);
  return row?.[name] ?? 0;
}

async function renew(sql: Statements, version: number): Promise<void> {
  // A newer release's version may stand in the log alone.
  checkVersion(version);
  if (version === schemaVersion) return;
  await sql.runAll([
    ...(version === 1 ? fromVersion1 : []),
    ...fromVersion2,
    `PRAGMA user_version = ${schemaVersion}`,
  ]);
}

/** @throws EgoiConfigError for a version that this release neither has nor renews */
export function checkVersion(version: number): void {
  if (version >= 1 && version <= schemaVersion) return;
  throw new EgoiConfigError(
    `sandboxTransport: the file has version ${version}, this release reads version ${schemaVersion}; it was left as it is`,
  );
}

// Contacts are never deleted alone, so that their positions in a list have no gaps and a page is a
// range of positions, as cheap at the end of a list as at its start. Triggers keep the counts of a
// list: no count has to look at contacts. Nothing reuses a number (AUTOINCREMENT).
const statements = [
  `CREATE TABLE account (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    seed INTEGER NOT NULL,
    transactional INTEGER NOT NULL DEFAULT 0
  ) STRICT`,
  `CREATE TABLE list (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    internal_name TEXT NOT NULL,
    list_group INTEGER NOT NULL DEFAULT 0,
    language TEXT NOT NULL,
    channel_email INTEGER NOT NULL,
    channel_sms INTEGER NOT NULL,
    channel_voice INTEGER NOT NULL,
    total INTEGER NOT NULL DEFAULT 0,
    active INTEGER NOT NULL DEFAULT 0,
    removed INTEGER NOT NULL DEFAULT 0,
    inactive INTEGER NOT NULL DEFAULT 0,
    unconfirmed INTEGER NOT NULL DEFAULT 0,
    unique_fields TEXT NOT NULL DEFAULT '{}',
    created TEXT NOT NULL,
    changed TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE extra_field (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    list INTEGER NOT NULL REFERENCES list (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    is_unique INTEGER NOT NULL DEFAULT 0
  ) STRICT`,
  'CREATE INDEX extra_field_list ON extra_field (list)',
  ...optionStatements,
  `CREATE TABLE contact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    list INTEGER NOT NULL REFERENCES list (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    uid TEXT NOT NULL,
    status INTEGER NOT NULL,
    lang TEXT NOT NULL,
    email TEXT COLLATE NOCASE,
    cellphone TEXT,
    telephone TEXT,
    fax TEXT,
    first_name TEXT,
    last_name TEXT,
    birth_date TEXT,
    add_date TEXT NOT NULL,
    subscription_method TEXT NOT NULL,
    modification_date TEXT,
    remove_method TEXT,
    remove_date TEXT,
    remove_option TEXT,
    remove_obs TEXT,
    ${contactSettings.map((name) => `${name} TEXT`).join(', ')},
    ${formerFields.map((field) => `${field} TEXT`).join(', ')}
  ) STRICT`,
  'CREATE UNIQUE INDEX contact_position ON contact (list, position)',
  'CREATE UNIQUE INDEX contact_uid ON contact (list, uid)',
  ...contactIndexes,
  ...listCountTriggers,
  `CREATE TABLE extra_value (
    contact INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    field INTEGER NOT NULL REFERENCES extra_field (id) ON DELETE CASCADE,
    value TEXT NOT NULL,
    PRIMARY KEY (contact, field)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX extra_value_field ON extra_value (field, value)',
  `CREATE TABLE tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    color TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE contact_tag (
    contact INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    tag INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    PRIMARY KEY (contact, tag)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX contact_tag_tag ON contact_tag (tag)',
  ...campaignStatements,
  ...segmentStatements,
  ...queueStatements,
];

/** The seed that the account was created with: a later one would give references that exist already. */
export async function accountSeed(sql: Statements): Promise<number> {
  const [row] = await sql.rows<{ seed: number }>('SELECT seed FROM account');
  return row?.seed ?? 0;
}
