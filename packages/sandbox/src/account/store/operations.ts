import type { Statements } from './statements.ts';

/** An operation that the service would work off in the background, and the sandbox did at once. */
export interface Operation {
  readonly id: number;
  readonly method: string;
  readonly list: number;
  /** Contacts in it. */
  readonly total: number;
  /** When it was asked for and done. */
  readonly moment: string;
}

/** Records an operation. @returns its number */
export async function addOperation(
  sql: Statements,
  { method, list, total, moment }: Omit<Operation, 'id'>,
): Promise<number> {
  const [row] = await sql.rows<{ id: number }>(
    'INSERT INTO operation (method, list, total, moment) VALUES (?, ?, ?, ?) RETURNING id',
    method,
    list,
    total,
    moment,
  );
  return row?.id ?? 0;
}

/** A page of the operations, the newest first. */
export function pageOfOperations(
  sql: Statements,
  start: number,
  limit: number,
): Promise<Operation[]> {
  return sql.rows<Operation>(
    'SELECT * FROM operation ORDER BY id DESC LIMIT ? OFFSET ?',
    limit,
    start,
  );
}
