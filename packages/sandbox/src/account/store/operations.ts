import type { Statements } from './statements.ts';

/** What is worked off apart from the call that asks for it. */
export type OperationType =
  | 'import'
  | 'update'
  | 'export'
  | 'report'
  | 'email'
  | 'sms'
  | 'voice'
  | 'attachTag'
  | 'detachTag'
  | 'activate'
  | 'deactivate'
  | 'forget';

/** `failed` when it broke a rule of the account by the time that its turn came. */
type OperationStatus = 'queued' | 'paused' | 'finished' | 'failed' | 'canceled';

/** An operation, but for the work that it carries. */
export interface Operation {
  readonly id: number;
  readonly type: OperationType;
  readonly status: OperationStatus;
  /** What the list of operations calls it. */
  readonly method: string;
  /** 0 where it concerns no list. */
  readonly list: number;
  /** Contacts in it. */
  readonly total: number;
  /** When it was asked for. */
  readonly moment: string;
  /** When its turn comes, in milliseconds since 1970; `null` for one that was done at once. */
  readonly due: number | null;
  /** When it was done; `null` before. */
  readonly ended: string | null;
  /** Hash of the campaign that it sends. */
  readonly campaign: string | null;
  /** What its maker calls it. */
  readonly title: string;
}

/** Records an operation that was done at once. @returns its number */
export async function addOperation(
  sql: Statements,
  { method, list, total, moment }: Pick<Operation, 'method' | 'list' | 'total' | 'moment'>,
): Promise<number> {
  const [row] = await sql.rows<{ id: number }>(
    `INSERT INTO operation (method, list, total, moment, ended) VALUES (?1, ?2, ?3, ?4, ?4)
      RETURNING id`,
    method,
    list,
    total,
    moment,
  );
  return row?.id ?? 0;
}

/** An operation that waits for its turn. */
export interface NewOperation
  extends Pick<Operation, 'type' | 'method' | 'list' | 'total' | 'moment' | 'campaign' | 'title'> {
  readonly due: number;
  /** As JSON. */
  readonly work: string;
}

/** @returns its number */
export async function insertQueued(sql: Statements, operation: NewOperation): Promise<number> {
  const { type, method, list, total, moment, due, campaign, title, work } = operation;
  const [row] = await sql.rows<{ id: number }>(
    `INSERT INTO operation (type, status, method, list, total, moment, due, campaign, title)
      VALUES (?, 'queued', ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
    type,
    method,
    list,
    total,
    moment,
    due,
    campaign,
    title,
  );
  const id = row?.id ?? 0;
  await sql.run('INSERT INTO queued_work (operation, work) VALUES (?, ?)', id, work);
  return id;
}

/** The operation whose turn it is, with what it carries; those that came first go first. */
export async function nextDue(
  sql: Statements,
  untilMs: number,
): Promise<(Operation & { readonly work: string }) | undefined> {
  const [row] = await sql.rows<Operation & { readonly work: string }>(
    `SELECT operation.*, work FROM operation JOIN queued_work ON operation = operation.id
      WHERE status = 'queued' AND due <= ? ORDER BY due, operation.id LIMIT 1`,
    untilMs,
  );
  return row;
}

/** When the next turn comes, that of a sender in moderation too, in milliseconds since 1970; `undefined` when nothing waits. */
export async function nextTurn(sql: Statements): Promise<number | undefined> {
  const [row] = await sql.rows<{ due: number | null }>(
    `SELECT min(due) AS due FROM (
        SELECT due FROM operation JOIN queued_work ON operation = operation.id
          WHERE status = 'queued'
        UNION ALL SELECT due FROM sender WHERE status = 'moderation')`,
  );
  return row?.due ?? undefined;
}

/** Ends an operation, which carries nothing any more. */
export async function endOperation(
  sql: Statements,
  id: number,
  status: 'finished' | 'failed' | 'canceled',
  moment: string,
): Promise<void> {
  await sql.run('UPDATE operation SET status = ?, ended = ? WHERE id = ?', status, moment, id);
  await sql.run('DELETE FROM queued_work WHERE operation = ?', id);
}

export async function setOperationStatus(
  sql: Statements,
  id: number,
  status: 'queued' | 'paused',
): Promise<void> {
  await sql.run('UPDATE operation SET status = ? WHERE id = ?', status, id);
}

export async function findOperation(sql: Statements, id: number): Promise<Operation | undefined> {
  return (await sql.rows<Operation>('SELECT * FROM operation WHERE id = ?', id))[0];
}

/** What waits or is held, the oldest first. */
export function waitingOperations(sql: Statements): Promise<Operation[]> {
  return sql.rows<Operation>(
    'SELECT operation.* FROM operation JOIN queued_work ON operation = operation.id ORDER BY operation.id',
  );
}

/** Tells whether a campaign that waits for its turn goes to a segment. */
export async function isSegmentQueued(
  sql: Statements,
  list: number,
  segment: number,
): Promise<boolean> {
  const rows = await sql.rows(
    `SELECT operation FROM queued_work JOIN operation ON operation.id = operation
      WHERE list = ? AND work ->> 'does' = 'send' AND EXISTS (
        SELECT 1 FROM json_each(work, '$.recipients.segments') AS chosen
        WHERE chosen.value ->> 'saved' = ?) LIMIT 1`,
    list,
    segment,
  );
  return rows.length > 0;
}

/** Tells whether a campaign waits to go to a list or to segments. */
export async function isBroadcastQueued(sql: Statements, campaign: string): Promise<boolean> {
  const rows = await sql.rows(
    `SELECT operation FROM queued_work JOIN operation ON operation.id = operation
      WHERE campaign = ? AND work -> '$.recipients.segments' IS NOT NULL LIMIT 1`,
    campaign,
  );
  return rows.length > 0;
}

/** Takes whatever is to send a campaign out of the queue. */
export async function cancelSends(
  sql: Statements,
  campaign: string,
  moment: string,
): Promise<void> {
  const waiting = (await waitingOperations(sql)).filter((known) => known.campaign === campaign);
  for (const { id } of waiting) await endOperation(sql, id, 'canceled', moment);
}

/** The number of the newest operation; 0 while there was none. */
export async function lastOperationId(sql: Statements): Promise<number> {
  const [row] = await sql.rows<{ seq: number }>(
    "SELECT seq FROM sqlite_sequence WHERE name = 'operation'",
  );
  return row?.seq ?? 0;
}

/** Forgets the operations that were queued after another, with the work that they carry. */
export async function forgetQueuedSince(sql: Statements, operation: number): Promise<void> {
  await sql.run(
    'DELETE FROM operation WHERE id > ? AND id IN (SELECT operation FROM queued_work)',
    operation,
  );
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
