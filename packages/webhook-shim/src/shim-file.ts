import { chmodSync, closeSync, openSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { EgoiConfigError } from '@egoi-client/core';
import Libsql from 'libsql';

/** Marks a file as one of a shim: "EgWs" in ASCII. */
const applicationId = 0x45_67_57_73;
const version = 1;

/** How long a statement waits for another process that looks into the file, in milliseconds. */
const busyMs = 2000;

const tables = [
  `CREATE TABLE route (
    token TEXT PRIMARY KEY, account TEXT NOT NULL, list INTEGER NOT NULL, url TEXT NOT NULL,
    events TEXT NOT NULL, used_ms INTEGER NOT NULL, is_current INTEGER NOT NULL,
    UNIQUE (account, list, url, events)) STRICT`,
  `CREATE TABLE receiver (
    url TEXT PRIMARY KEY, due_ms INTEGER NOT NULL, pending INTEGER NOT NULL,
    bytes INTEGER NOT NULL) STRICT`,
  'CREATE INDEX receiver_due ON receiver (due_ms)',
  `CREATE TABLE delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, url TEXT NOT NULL, body TEXT NOT NULL,
    accepted_ms INTEGER NOT NULL, tries INTEGER NOT NULL, may_have_arrived INTEGER NOT NULL) STRICT`,
  'CREATE INDEX delivery_of_receiver ON delivery (url, id)',
  `CREATE TABLE dead_letter (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, url TEXT NOT NULL, body TEXT NOT NULL,
    accepted_ms INTEGER NOT NULL, given_up_ms INTEGER NOT NULL, tries INTEGER NOT NULL,
    may_have_arrived INTEGER NOT NULL, reason TEXT NOT NULL) STRICT`,
  'CREATE TABLE seen (name TEXT PRIMARY KEY, seen_ms INTEGER NOT NULL) STRICT',
  'CREATE INDEX seen_when ON seen (seen_ms)',
  `PRAGMA application_id = ${applicationId}`,
  `PRAGMA user_version = ${version}`,
];

/** The file of a shim, while this process has it. */
export interface ShimFile {
  readonly database: Libsql.Database;
  close(): void;
}

/**
 * Opens the file of a shim, and creates it where it is missing, for its owner alone. What was written
 * outlives a kill and a loss of power. One process delivers from a file at a time: two would mix up the
 * order. The lock is the system's own and ends with the process.
 *
 * @throws EgoiConfigError where another process has it, where it is something else, and where it cannot be used
 */
export function openShimFile(file: string): ShimFile {
  const path = resolve(file);
  const held: Libsql.Database[] = [];
  try {
    reserve(path);
    const lock = open(`${path}.lock`, held, 0);
    takeLock(lock);
    const database = open(path, held, busyMs);
    prepare(database);
    return {
      database,
      close() {
        // Folds the log into the file.
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
        for (const each of held.toReversed()) each.close();
      },
    };
  } catch (error) {
    for (const each of held.toReversed()) each.close();
    if (error instanceof EgoiConfigError) throw error;
    throw new EgoiConfigError('webhookShim: the file cannot be used', { cause: error });
  }
}

/**
 * Opens the file of a shim that may be at work, to look into it and to put callbacks back.
 *
 * @throws EgoiConfigError where there is none, where it is something else, and where it cannot be used
 */
export function lookIntoShimFile(file: string): ShimFile {
  const held: Libsql.Database[] = [];
  try {
    const path = resolve(file);
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) {
      throw new EgoiConfigError('openOutbox: there is no such file');
    }
    const database = open(path, held, busyMs);
    requireShimFile(database, 'openOutbox');
    return { database, close: () => database.close() };
  } catch (error) {
    for (const each of held) each.close();
    if (error instanceof EgoiConfigError) throw error;
    throw new EgoiConfigError('openOutbox: the file cannot be used', { cause: error });
  }
}

/** People's data are in it: nobody else may read it, nor the logs beside it, which take its permissions. */
function reserve(path: string): void {
  for (const each of [path, `${path}.lock`]) {
    const found = statSync(each, { throwIfNoEntry: false });
    if (found === undefined) closeSync(openSync(each, 'wx', 0o600));
    else if (!found.isFile()) throw new EgoiConfigError('webhookShim: file is no file');
    else if ((found.mode & 0o077) !== 0) chmodSync(each, 0o600);
  }
}

function open(path: string, held: Libsql.Database[], timeout: number): Libsql.Database {
  const database = new Libsql(path, { timeout });
  held.push(database);
  return database;
}

function takeLock(lock: Libsql.Database): void {
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    throw new EgoiConfigError(
      'webhookShim: another process delivers from this file; give each its own file',
    );
  }
}

function prepare(database: Libsql.Database): void {
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = FULL');
  // What was delivered is gone from the file, too.
  database.exec('PRAGMA secure_delete = ON');
  if (pragmaOf(database, 'application_id') === 0 && pragmaOf(database, 'user_version') === 0) {
    const { count } = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get() as {
      readonly count: number;
    };
    if (count > 0) throw new EgoiConfigError('webhookShim: file is a database of something else');
    database.exec(`BEGIN IMMEDIATE; ${tables.join(';\n')}; COMMIT`);
    return;
  }
  requireShimFile(database, 'webhookShim');
}

function requireShimFile(database: Libsql.Database, who: string): void {
  if (pragmaOf(database, 'application_id') !== applicationId) {
    throw new EgoiConfigError(`${who}: file is a database of something else`);
  }
  if (pragmaOf(database, 'user_version') !== version) {
    throw new EgoiConfigError(`${who}: file is of a later release; update, or name another file`);
  }
}

function pragmaOf(database: Libsql.Database, name: string): number | undefined {
  const row = database.prepare(`PRAGMA ${name}`).get() as Readonly<Record<string, number>>;
  return row[name];
}
