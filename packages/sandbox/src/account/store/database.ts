import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EgoiConfigError } from '@egoi-client/core';
import { prepareFile } from './account-file.ts';
import { type Connection, isBusy, isDriverError, openConnection } from './connection.ts';
import { type NewAccount, prepareAccount, renewAccount } from './schema.ts';
import type { SqlValue, Statements } from './statements.ts';

/** The account's store. Calls must come one at a time. */
export interface Database {
  /** Runs work that leaves nothing behind. */
  read<T>(work: (sql: Statements) => Promise<T>): Promise<T>;
  /** Runs work whole or not at all: when it throws, nothing of it stays. It may run again where a file was busy. */
  write<T>(work: (sql: Statements) => Promise<T>): Promise<T>;
  /** Runs work that may change everything, and undoes it. It may run again where a file was busy. */
  rehearse<T>(work: (sql: Statements) => Promise<T>): Promise<T>;
  /** Throws away all that it holds, and begins anew. */
  renew(): Promise<void>;
  close(): void;
}

type Mode = 'read' | 'write' | 'rehearsal';

const busyWaitMs = 20;
const busyTries = 250;

/**
 * The store, in memory or in a file; opened, and created where it is missing, by the first call.
 *
 * A file is written ahead (WAL) and flushed on each commit (`synchronous=FULL`): what was
 * acknowledged outlives a kill and a loss of power. Several processes may share it. Where it is busy, the
 * connection is dropped, since the statement that failed would pin an old state of the file, and the work
 * runs again a little later.
 *
 * @param file path; in memory when `undefined`
 * @param newAccount what a store that is created begins with
 */
export function openDatabase(file: string | undefined, newAccount: NewAccount): Database {
  let connection: Connection | undefined;

  const drop = () => {
    // A memory database lives in its connection.
    if (file === undefined) return;
    connection?.close();
    connection = undefined;
  };

  const connect = async (): Promise<Connection> => {
    if (connection !== undefined) return connection;
    if (file !== undefined) prepareFile(file);
    const opened = openConnection(file === undefined ? ':memory:' : resolve(file));
    try {
      opened.runAll('PRAGMA foreign_keys = ON');
      if (file !== undefined) opened.runAll('PRAGMA synchronous = FULL');
      await inTransaction(opened, 'write', (sql) => prepareAccount(sql, newAccount));
      // Afterwards, so that the mark of an account is in the file and not in its log alone.
      if (file !== undefined) opened.runAll('PRAGMA journal_mode = WAL');
    } catch (error) {
      opened.close();
      throw error;
    }
    connection = opened;
    return opened;
  };

  const open = async (): Promise<Connection> => {
    try {
      return await connect();
    } catch (error) {
      if (isBusy(error) || error instanceof EgoiConfigError) throw error;
      throw new EgoiConfigError('sandboxTransport: the file cannot be opened', { cause: error });
    }
  };

  const run = async <T>(
    mode: Mode,
    work: (sql: Statements) => Promise<T>,
    tries = busyTries,
  ): Promise<T> => {
    try {
      return await inTransaction(await open(), mode, work);
    } catch (error) {
      if (isDriverError(error)) drop();
      if (!isBusy(error) || tries <= 1) throw error;
    }
    await wait(busyWaitMs);
    return run(mode, work, tries - 1);
  };

  return {
    read: (work) => run('read', work),
    write: (work) => run('write', work),
    rehearse: (work) => run('rehearsal', work),
    renew: () => run('write', (sql) => renewAccount(sql, newAccount)),
    close() {
      // Folds the log into the file, so that the file alone is the account.
      if (file !== undefined) connection?.runAll('PRAGMA wal_checkpoint(TRUNCATE)');
      connection?.close();
      connection = undefined;
    },
  };
}

async function inTransaction<T>(
  connection: Connection,
  mode: Mode,
  work: (sql: Statements) => Promise<T>,
): Promise<T> {
  connection.begin(mode === 'read' ? 'read' : 'write');
  try {
    const result = await work(statementsOf(connection));
    if (mode === 'write') connection.commit();
    return result;
  } finally {
    // Undoes what was not committed.
    if (connection.isInTransaction()) connection.rollBack();
  }
}

function statementsOf(connection: Connection): Statements {
  return {
    async rows<Row>(sql: string, ...values: readonly SqlValue[]) {
      return connection.rows(sql, values) as Row[];
    },
    async run(sql, ...values) {
      connection.run(sql, values);
    },
    async runAll(statements) {
      connection.runAll(statements.join(';\n'));
    },
  };
}
