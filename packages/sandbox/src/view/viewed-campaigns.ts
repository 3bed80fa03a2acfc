import type { CampaignChannel } from '../account/store/campaigns.ts';
import { campaignChannelWords } from '../account/store/file-words.ts';
import { type ActionCount, countActions } from '../account/store/reports.ts';
import type { Statements } from '../account/store/statements.ts';

/** A campaign, without its contents. */
export interface ViewedCampaign {
  readonly hash: string;
  readonly channel: CampaignChannel;
  readonly list: number;
  readonly subject: string;
  readonly internal_name: string;
  readonly status: string;
  readonly created: string;
  readonly started: string | null;
  readonly sent: number;
}

/** A stretch of time, in which recipients did something with a campaign. */
export interface TimelineSlot {
  /** When it begins, in milliseconds since 1970. */
  readonly startMs: number;
  readonly views: number;
  readonly clicks: number;
}

/** What came of a campaign. */
export interface CampaignReport {
  readonly campaign: ViewedCampaign;
  readonly counts: readonly ActionCount[];
  /** What recipients did, by when; the oldest first, and none where nothing was done. */
  readonly timeline: readonly TimelineSlot[];
  /** Clicks by address, the most first. */
  readonly links: readonly { readonly url: string; readonly clicks: number }[];
}

export async function viewedCampaigns(
  sql: Statements,
  which: string,
  ...values: readonly (string | number)[]
): Promise<ViewedCampaign[]> {
  const rows = await sql.rows<Omit<ViewedCampaign, 'channel'> & { readonly channel: string }>(
    `SELECT hash, channel, list, subject, internal_name, status, created, started,
        (SELECT count(*) FROM sending JOIN message ON message.sending = sending.id
          WHERE sending.campaign = campaign.id) AS sent
      FROM campaign ${which}`,
    ...values,
  );
  return rows.map((row) => ({ ...row, channel: campaignChannelWords.fromFile(row.channel) }));
}

export async function campaignReport(
  sql: Statements,
  hash: string,
): Promise<CampaignReport | undefined> {
  const [campaign] = await viewedCampaigns(sql, 'WHERE hash = ?', hash);
  if (campaign === undefined) return undefined;
  const links = await sql.rows<{ url: string; clicks: number }>(
    `SELECT detail AS url, count(*) AS clicks FROM activity
      WHERE campaign = ? AND action = 'click' AND detail IS NOT NULL
      GROUP BY detail ORDER BY clicks DESC LIMIT 50`,
    hash,
  );
  const counts = await countActions(sql, hash);
  return { campaign, counts, timeline: await timelineOf(sql, hash), links };
}

/** Most slots of a timeline: a chart has no room for more. */
const mostSlots = 60;
/** Lengths that people count time in, in seconds. */
const slotLengths = [1, 10, 60, 600, 3600, 6 * 3600, 86_400, 7 * 86_400, 30 * 86_400];

async function timelineOf(sql: Statements, hash: string): Promise<TimelineSlot[]> {
  const done = "FROM activity WHERE campaign = ? AND action IN ('view', 'click')";
  const second = "CAST(strftime('%s', moment) AS INTEGER)";
  const [span] = await sql.rows<{ first: number | null; last: number | null }>(
    `SELECT min(${second}) AS first, max(${second}) AS last ${done}`,
    hash,
  );
  const { first, last } = span ?? { first: null, last: null };
  if (first === null || last === null) return [];
  const length =
    slotLengths.find((seconds) => (last - first) / seconds < mostSlots) ??
    Math.ceil((last - first) / mostSlots);
  const rows = await sql.rows<{ slot: number; views: number; clicks: number }>(
    `SELECT ${second} / ${length} AS slot, sum(action = 'view') AS views,
        sum(action = 'click') AS clicks ${done} GROUP BY slot ORDER BY slot`,
    hash,
  );
  return rows.map(({ slot, ...counts }) => ({ startMs: slot * length * 1000, ...counts }));
}
