import { type Action, type ContactCounts, countsOfContacts } from './reports.ts';
import type { Statements } from './statements.ts';

const none: Omit<ContactCounts, 'contact'> = {
  bounces: 0,
  email_sent: 0,
  email_views: 0,
  clicks: 0,
  sms_sent: 0,
  sms_bounces: 0,
  fax_sent: 0,
  voice_calls_sent: 0,
};

/** What was sent to a contact, and came of it. */
export async function channelStatsOf(
  sql: Statements,
  contact: number,
): Promise<Omit<ContactCounts, 'contact'>> {
  const [counts] = await countsOfContacts(sql, [contact]);
  return counts ?? none;
}

/** When each thing last happened to a contact by e-mail, `YYYY-MM-DD HH:MM:SS`. */
export async function lastTimesOf(
  sql: Statements,
  contact: number,
): Promise<Readonly<Partial<Record<Action, string>>>> {
  const rows = await sql.rows<{ action: Action; moment: string }>(
    `SELECT action, max(moment) AS moment FROM activity JOIN campaign ON campaign.hash = activity.campaign
      WHERE contact = ? AND channel = 'email' GROUP BY action`,
    contact,
  );
  return Object.fromEntries(rows.map(({ action, moment }) => [action, moment]));
}
