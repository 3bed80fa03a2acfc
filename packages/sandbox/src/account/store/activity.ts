import type { Statements } from './statements.ts';

/** One thing that happened to a contact. */
export interface Activity {
  readonly moment: string;
  readonly action: string;
  /** Hash of the campaign, where one was concerned. */
  readonly campaign: string | null;
}

/** A page of what happened to a contact, the newest first: campaigns, forms and automations. */
export function pageOfActivity(
  sql: Statements,
  contact: number,
  start: number,
  limit: number,
): Promise<Activity[]> {
  return sql.rows<Activity>(
    `SELECT moment, action, campaign FROM (
        SELECT 1 AS kind, id, moment, action, campaign FROM activity
          WHERE contact = ?1 AND campaign IS NOT NULL
        UNION ALL SELECT 2, id, moment, 'form', NULL FROM submission WHERE contact = ?1
        UNION ALL SELECT 3, id, moment, 'autobot', NULL FROM autobot_run WHERE contact = ?1
      ) ORDER BY moment DESC, kind, id DESC LIMIT ?2 OFFSET ?3`,
    contact,
    limit,
    start,
  );
}
