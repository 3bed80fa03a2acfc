import Libsql from 'libsql';
import type { SqlValue } from './statements.ts';

/** One connection to a database, which keeps the statements that come again. */
export interface Connection {
  /** Runs a statement with its values, and gives the rows that it answers. */
  rows(sql: string, values: readonly SqlValue[]): unknown[];
  run(sql: string, values: readonly SqlValue[]): void;
  /** Runs statements without values, which may change tables, and keeps none. */
  runAll(sql: string): void;
  begin(mode: 'read' | 'write'): void;
  commit(): void;
  rollBack(): void;
  isInTransaction(): boolean;
  close(): void;
}

const maxKept = 256;

/** In characters of a statement and its values: the driver lets go of values with their statement alone. */
const maxKeptLength = 16_384;

/**
 * Opens a database, and creates it where it is missing. A statement is prepared when it first comes:
 * preparing takes longer than running most of them.
 *
 * @param path absolute, or `:memory:`
 */
export function openConnection(path: string): Connection {
  // The driver's own waiting for a busy file would stop the whole process.
  const database = new Libsql(path, { timeout: 0 });
  const kept = new Map<string, Prepared>();

  const statementFor = (sql: string, values: readonly SqlValue[]) => {
    const statement = kept.get(sql) ?? prepare(database, sql);
    // Sets it behind all others, so that the first is the one that was not used for longest.
    kept.delete(sql);
    if (lengthOf(sql, values) <= maxKeptLength) kept.set(sql, statement);
    if (kept.size > maxKept) {
      const [oldest] = kept.keys();
      kept.delete(oldest ?? sql);
    }
    return statement;
  };

  return {
    rows(sql, values) {
      const { statement, columns } = statementFor(sql, values);
      // The driver makes lists of values in half the time of objects.
      return (statement.all(values) as SqlValue[][]).map((row) => rowOf(columns, row));
    },
    run(sql, values) {
      statementFor(sql, values).statement.run(values);
    },
    runAll(sql) {
      // The columns of a statement may be others afterwards.
      kept.clear();
      database.exec(sql);
    },
    begin(mode) {
      database.exec(mode === 'read' ? 'BEGIN READONLY' : 'BEGIN IMMEDIATE');
    },
    commit() {
      database.exec('COMMIT');
    },
    rollBack() {
      database.exec('ROLLBACK');
    },
    isInTransaction: () => database.inTransaction,
    close() {
      // A connection ends with the last of its statements.
      kept.clear();
      database.close();
    },
  };
}

interface Prepared {
  readonly statement: Libsql.Statement;
  readonly columns: readonly string[];
}

function prepare(database: Libsql.Database, sql: string): Prepared {
  const statement = database.prepare(sql);
  if (!statement.reader) return { statement, columns: [] };
  return { statement: statement.raw(), columns: statement.columns().map(({ name }) => name) };
}

function rowOf(columns: readonly string[], values: readonly SqlValue[]): unknown {
  const row: Record<string, SqlValue> = {};
  columns.forEach((column, index) => {
    row[column] = values[index] ?? null;
  });
  return row;
}

/** Tells whether the driver failed; whether at the file or at a statement. */
export function isDriverError(error: unknown): error is InstanceType<Libsql.SqliteError> {
  return error instanceof Libsql.SqliteError;
}

/** Tells whether another process had the file for longer than a call waits. */
export function isBusy(error: unknown): boolean {
  // Source: SQLite's result codes: the lowest byte of an extended one is its primary one, 5 for busy.
  return isDriverError(error) && ((error.rawCode ?? 0) & 0xff) === 5;
}

function lengthOf(sql: string, values: readonly SqlValue[]): number {
  return values.reduce<number>(
    (length, value) => length + (typeof value === 'string' ? value.length : 0),
    sql.length,
  );
}
