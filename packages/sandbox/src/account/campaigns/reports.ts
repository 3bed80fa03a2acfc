import type { Campaign } from '../store/campaigns.ts';
import type { List } from '../store/lists.ts';
import type { ReportLine } from '../store/advanced-reports.ts';
import { type Action, countActions, countMessages, countMessagesTo } from '../store/reports.ts';
import type { Statements } from '../store/statements.ts';

/** What came of a campaign. */
export interface CampaignFigures {
  /** Messages, also those to addresses that are no contact's. */
  readonly sent: number;
  /** Times that messages were opened. */
  readonly opens: number;
  /** Contacts that opened one. */
  readonly uniqueOpens: number;
  /** Clicks on links. */
  readonly clicks: number;
  /** Contacts that clicked on one. */
  readonly uniqueClicks: number;
  /** Contacts whose message came back. */
  readonly bounces: number;
  /** Contacts that complained of spam. */
  readonly complaints: number;
  /** Contacts that left by it. */
  readonly removals: number;
}

/** What came of a campaign so far; nothing where it was not sent yet. */
export async function figuresOf(sql: Statements, { id, hash }: Campaign): Promise<CampaignFigures> {
  const counts = new Map((await countActions(sql, hash)).map((count) => [count.action, count]));
  const times = (action: Action) => counts.get(action)?.times ?? 0;
  const contacts = (action: Action) => counts.get(action)?.contacts ?? 0;
  return {
    sent: await countMessages(sql, id),
    opens: times('view'),
    uniqueOpens: contacts('view'),
    clicks: times('click'),
    uniqueClicks: contacts('click'),
    bounces: contacts('bounce'),
    complaints: contacts('complaint'),
    removals: contacts('removed'),
  };
}

/** The lines of an advanced report of some lists and campaigns. */
export async function reportLines(
  sql: Statements,
  lists: readonly List[],
  campaigns: readonly Campaign[],
): Promise<ReportLine[]> {
  const lines: ReportLine[] = [];
  for (const { id, total, removed } of lists) {
    lines.push({ list: id, contacts: total - removed, sent: await countMessagesTo(sql, id) });
  }
  for (const { id, hash, list } of campaigns) {
    lines.push({ list, campaign: hash, sent: await countMessages(sql, id) });
  }
  return lines;
}
