import type { Statements } from './statements.ts';

/** What the figures of a campaign are divided by, in SQL over an event's moment and the domain of its address. */
const divisions = {
  /** `YYYY-MM-DD` */
  day: 'substr(moment, 1, 10)',
  /** `0` for Sunday to `6` */
  weekday: "strftime('%w', moment)",
  /** `00` to `23` */
  hour: 'substr(moment, 12, 2)',
  /** What comes behind the at sign of the address; `''` of a contact that is forgotten. */
  domain: "ifnull(domain, '')",
} as const;

/** A part of the figures of a campaign. What is counted once for each contact counts where it happened first. */
export interface DividedFigures {
  readonly part: string;
  readonly sent: number;
  readonly opens: number;
  readonly clicks: number;
  readonly bounces: number;
  readonly complaints: number;
  readonly removals: number;
}

/** The figures of a campaign, part by part. */
export function dividedFigures(
  sql: Statements,
  { id, hash }: { readonly id: number; readonly hash: string },
  by: keyof typeof divisions,
): Promise<DividedFigures[]> {
  return sql.rows<DividedFigures>(
    `WITH sent AS (
        SELECT contact, sending.moment,
            CASE WHEN address LIKE '%@%' THEN lower(substr(address, instr(address, '@') + 1)) END AS domain
          FROM sending JOIN message ON message.sending = sending.id WHERE sending.campaign = ?1),
      home AS (
        SELECT contact, max(domain) AS domain FROM sent WHERE contact IS NOT NULL GROUP BY contact),
      event AS (
        SELECT 'sent' AS action, moment, domain FROM sent
        UNION ALL SELECT action, moment, domain FROM activity LEFT JOIN home USING (contact)
          WHERE campaign = ?2 AND action IN ('view', 'click')
        UNION ALL SELECT action, min(moment), domain FROM activity LEFT JOIN home USING (contact)
          WHERE campaign = ?2 AND action IN ('bounce', 'complaint', 'removed')
          GROUP BY contact, action)
      SELECT ${divisions[by]} AS part, sum(action = 'sent') AS sent, sum(action = 'view') AS opens,
          sum(action = 'click') AS clicks, sum(action = 'bounce') AS bounces,
          sum(action = 'complaint') AS complaints, sum(action = 'removed') AS removals
        FROM event GROUP BY part ORDER BY part`,
    id,
    hash,
  );
}

/** The links of a campaign that were clicked on, the one with most clicks first. */
export function clicksOnLinks(
  sql: Statements,
  campaign: string,
): Promise<{ readonly url: string; readonly clicks: number }[]> {
  return sql.rows(
    `SELECT detail AS url, count(*) AS clicks FROM activity
      WHERE campaign = ? AND action = 'click' AND detail IS NOT NULL
      GROUP BY detail ORDER BY clicks DESC, url`,
    campaign,
  );
}

/** Addresses or numbers that a campaign went to, each counted once. */
export async function countDestinations(sql: Statements, campaign: number): Promise<number> {
  const [row] = await sql.rows<{ destinations: number }>(
    `SELECT count(DISTINCT address) AS destinations
      FROM sending JOIN message ON message.sending = sending.id WHERE sending.campaign = ?`,
    campaign,
  );
  return row?.destinations ?? 0;
}
