import type { Statements } from './statements.ts';

/** An automation. */
export interface Autobot {
  readonly id: number;
  /** The number of its list; `null` where contacts of every list may start it. */
  readonly list: number | null;
  readonly name: string;
  readonly status: 'active' | 'paused';
  /** When it was made, `YYYY-MM-DD HH:MM:SS`; `''` where a file of an older release does not know it. */
  readonly created: string;
  /** When it was last changed. */
  readonly changed: string;
}

/** A step of an automation. */
export interface AutobotAction {
  readonly id: number;
  readonly autobot: number;
  readonly title: string;
  /** What it does. */
  readonly action: string;
  /** The step before it; `null` for the first one. */
  readonly parent: number | null;
  /** When it was made, as that of its automation. */
  readonly created: string;
}

/** One start of an automation. */
export interface AutobotRun {
  readonly autobot: number;
  /** The step that the contact began with; `null` where a file of an older release does not know it. */
  readonly action: number | null;
  readonly uid: string;
  readonly moment: string;
}

/** The automations, the oldest first; only those of one list where it is given. */
export function allAutobots(sql: Statements, list?: number): Promise<Autobot[]> {
  return list === undefined
    ? sql.rows<Autobot>('SELECT * FROM autobot ORDER BY id')
    : sql.rows<Autobot>('SELECT * FROM autobot WHERE list = ? ORDER BY id', list);
}

export async function findAutobot(sql: Statements, id: number): Promise<Autobot | undefined> {
  return (await sql.rows<Autobot>('SELECT * FROM autobot WHERE id = ?', id))[0];
}

/** Adds an automation, which has the step by which it is started. @param moment `YYYY-MM-DD HH:MM:SS` */
export async function addAutobot(
  sql: Statements,
  { list, name, status }: Pick<Autobot, 'list' | 'name' | 'status'>,
  moment: string,
): Promise<void> {
  await sql.run(
    'INSERT INTO autobot (list, name, status, created, changed) VALUES (?1, ?2, ?3, ?4, ?4)',
    list,
    name,
    status,
    moment,
  );
}

/** The steps of an automation, the first one first. */
export function actionsOf(sql: Statements, autobot: number): Promise<AutobotAction[]> {
  return sql.rows<AutobotAction>(
    'SELECT * FROM autobot_action WHERE autobot = ? ORDER BY id',
    autobot,
  );
}

export async function addAutobotRun(
  sql: Statements,
  { autobot, id }: Pick<AutobotAction, 'autobot' | 'id'>,
  contact: number,
  moment: string,
): Promise<void> {
  await sql.run(
    'INSERT INTO autobot_run (autobot, action, contact, moment) VALUES (?, ?, ?, ?)',
    autobot,
    id,
    contact,
    moment,
  );
}

/** Every start of every automation, the oldest first. */
export function allAutobotRuns(sql: Statements): Promise<AutobotRun[]> {
  return sql.rows<AutobotRun>(
    `SELECT autobot, action, uid, moment FROM autobot_run JOIN contact ON contact.id = autobot_run.contact
      ORDER BY autobot_run.id`,
  );
}
