/** What SQLite takes as a value. Numbers travel as floating point: they may only meet columns of numbers. */
export type SqlValue = string | number | null;

/** Runs statements inside the transaction of one call. */
export interface Statements {
  rows<Row>(sql: string, ...values: readonly SqlValue[]): Promise<Row[]>;
  run(sql: string, ...values: readonly SqlValue[]): Promise<void>;
  /** Runs statements without values one after another. */
  runAll(statements: readonly string[]): Promise<void>;
}
