import type { CampaignChannel } from './campaigns.ts';
import { campaignChannelWords } from './file-words.ts';
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

/** One thing that happened to a contact, with what it concerned. */
export interface HistoryEntry extends Activity {
  /** What the campaign goes by. */
  readonly channel: CampaignChannel | null;
  /** Number of the tag or automation, or the address of the link. */
  readonly detail: string | null;
}

/** All that happened to a contact, the newest first: its addition, changes and removals, tags, campaigns and automations. */
export async function historyOf(sql: Statements, contact: number): Promise<HistoryEntry[]> {
  const rows = await sql.rows<HistoryEntry & { readonly channel: string | null }>(
    `SELECT moment, action, campaign, channel, detail FROM (
        SELECT 1 AS kind, activity.id, moment, action, campaign, channel, detail FROM activity
          LEFT JOIN campaign ON campaign.hash = activity.campaign WHERE contact = ?1
        UNION ALL SELECT 2, id, moment, 'autobot', NULL, NULL, CAST(autobot AS TEXT)
          FROM autobot_run WHERE contact = ?1
        UNION ALL SELECT 3, 0, add_date, 'added', NULL, NULL, NULL FROM contact WHERE id = ?1
      ) ORDER BY moment DESC, kind, id DESC`,
    contact,
  );
  return rows.map((row) => ({
    ...row,
    channel: row.channel === null ? null : campaignChannelWords.fromFile(row.channel),
  }));
}
