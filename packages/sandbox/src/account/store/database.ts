import { pathToFileURL } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { type Client, createClient, LibsqlError, type Transaction } from '@libsql/client';
import { EgoiConfigError } from '@egoi-client/core';
import { prepareFile } from './account-file.ts';
import { type NewAccount, prepareAccount } from './schema.ts';
import type { SqlValue, Statements } from './statements.ts';

/** The account's store. Calls must come one at a time. */
export interface Database {
  /** Runs work that leaves nothing behind. */
  read<T>(work: (sql: Statements) => Promise<T>): Promise<T>;
  /** Runs work whole or not at all: when it throws, nothing of it stays. It may run again where a file was busy. */
  write<T>(work: (sql: Statements) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const busyWaitMs = 20;
const busyTries = 250;

/**
 * The store, in memory or in a file; opened, and created where it is missing, by the first call.
 *
 * The driver keeps one connection for a memory database and hands it to a transaction until that ends,
 * and it takes back any statement that is open when a connection is returned: `BEGIN` through
 * `execute` is therefore undone at once, and `transaction()` with calls one at a time is the
 * arrangement that works for both.
 *
 * A file is written ahead (WAL) and flushed on each commit (`synchronous=FULL`): what was
 * acknowledged outlives a kill and a loss of power. Several processes may share it. The driver's own
 * waiting for a busy file would stop the whole process, so it is told not to wait; the connection is
 * then dropped, since the statement that failed would pin an old state of the file, and the work runs again.
 *
 * @param file path; in memory when `undefined`
 * @param newAccount what a store that is created begins with
 */
export function openDatabase(file: string | undefined, newAccount: NewAccount): Database {
  let client: Client | undefined;

  const drop = () => {
    // A memory database lives in its connection.
    if (file === undefined) return;
    client?.close();
    client = undefined;
  };

  const connect = async (): Promise<Client> => {
    if (client !== undefined) return client;
    if (file !== undefined) prepareFile(file);
    const opened = createClient({
      url: file === undefined ? ':memory:' : pathToFileURL(file).href,
      concurrency: 1,
      timeout: 0,
    });
    try {
      await opened.execute('PRAGMA foreign_keys = ON');
      if (file !== undefined) await opened.execute('PRAGMA synchronous = FULL');
      await inTransaction(opened, 'write', (sql) => prepareAccount(sql, newAccount));
      // Afterwards, so that the mark of an account is in the file and not in its log alone.
      if (file !== undefined) await opened.execute('PRAGMA journal_mode = WAL');
    } catch (error) {
      opened.close();
      throw error;
    }
    client = opened;
    return opened;
  };

  const open = async (): Promise<Client> => {
    try {
      return await connect();
    } catch (error) {
      if (isBusy(error) || error instanceof EgoiConfigError) throw error;
      throw new EgoiConfigError('sandboxTransport: the file cannot be opened', { cause: error });
    }
  };

  const run = async <T>(
    mode: 'read' | 'write',
    work: (sql: Statements) => Promise<T>,
    tries = busyTries,
  ): Promise<T> => {
    try {
      return await inTransaction(await open(), mode, work);
    } catch (error) {
      if (error instanceof LibsqlError) drop();
      if (!isBusy(error) || tries <= 1) throw error;
    }
    await wait(busyWaitMs);
    return run(mode, work, tries - 1);
  };

  return {
    read: (work) => run('read', work),
    write: (work) => run('write', work),
    async close() {
      // Folds the log into the file, so that the file alone is the account.
      if (file !== undefined) await client?.execute('PRAGMA wal_checkpoint(TRUNCATE)');
      client?.close();
      client = undefined;
    },
  };
}

/** Tells whether another process had the file for longer than a call waits. */
export function isBusy(error: unknown): boolean {
  return error instanceof LibsqlError && error.code === 'SQLITE_BUSY';
}

async function inTransaction<T>(
  client: Client,
  mode: 'read' | 'write',
  work: (sql: Statements) => Promise<T>,
): Promise<T> {
  const transaction = await client.transaction(mode);
  try {
    const result = await work(statementsOf(transaction));
    if (mode === 'write') await transaction.commit();
    return result;
  } finally {
    // Undoes what was not committed.
    transaction.close();
  }
}

function statementsOf(transaction: Transaction): Statements {
  return {
    async rows<Row>(sql: string, ...values: readonly SqlValue[]) {
      const { rows } = await transaction.execute({ sql, args: [...values] });
      return rows.map((row) => ({ ...row }) as Row);
    },
    async run(sql, ...values) {
      await transaction.execute({ sql, args: [...values] });
    },
    runAll: (statements) => transaction.executeMultiple(statements.join(';\n')),
  };
}
