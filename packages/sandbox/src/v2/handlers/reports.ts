import { isWireObject, type WireObject } from '@egoi-client/core';
import { readId, readList, readValue, scalarText } from '@egoi-client/core/wire';
import { readIds } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import { refuseUnsent, requireCampaign } from '../../account/campaigns/campaigns.ts';
import { figuresOf, reportLines } from '../../account/campaigns/reports.ts';
import { requireList } from '../../account/lists/lists.ts';
import type { Campaign } from '../../account/store/campaigns.ts';
import type { List } from '../../account/store/lists.ts';
import { addAdvancedReport, findReportLines } from '../../account/store/advanced-reports.ts';
import { templates } from '../../account/store/templates.ts';
import type { Handler, HandlerCall } from '../calls/handler.ts';
import { requireCampaignOf } from './read-campaign.ts';

/** Reports, counted from what was sent and recorded. */
export const reportHandlers = {
  async generateAdvancedReport(call) {
    const { params, sql } = call;
    const template = readId(params, 'template');
    if (template === undefined) throw new Refusal('NO_TEMPLATE_PROVIDED');
    const isAbsent = (name: string) => readValue(params, name) === undefined;
    if (isAbsent('lists') && isAbsent('campaigns')) {
      throw new Refusal('NO_LISTS_OR_CAMPAIGNS_PROVIDED');
    }
    const known = templates.find(({ id }) => id === template);
    if (known === undefined) throw new Refusal('TEMPLATE_NOT_FOUND');
    const lists = await readLists(call);
    const campaigns = await readCampaigns(call);
    const isNothingSent = campaigns.every(({ started }) => started === null);
    if (lists.length === 0 && isNothingSent) throw new Refusal('NO_DATA');
    const id = await addAdvancedReport(sql, {
      template: known.id,
      title: known.name,
      lines: await reportLines(sql, lists, campaigns),
      status: 'finished',
      created: call.moment.dateTime,
    });
    return { ID: String(id) };
  },

  async getAdvancedReport({ params, sql }) {
    const lines = await findReportLines(sql, readId(params, 'report') ?? 0);
    // One of the answers to forms, which only the other API makes, has no lines.
    if (lines === undefined || lines.length === 0) throw new Refusal('NO_DATA');
    return lines.map(({ list, campaign, contacts, sent }) => ({
      LISTNUM: String(list),
      ...(campaign === undefined ? {} : { HASH: campaign }),
      ...(contacts === undefined ? {} : { SUBSCRIBERS: String(contacts) }),
      SENT: String(sent),
    }));
  },

  async getReport(call) {
    const campaign = await requireCampaignOf(call);
    refuseUnsent(campaign);
    const figures = await figuresOf(call.sql, campaign);
    const { sent, bounces } = figures;
    const report: WireObject = {
      HASH: campaign.hash,
      SENT: String(sent),
      VIEWS: figures.opens,
      UNIQUE_VIEWS: figures.uniqueOpens,
      RETURNED: bounces,
      ...notRecorded,
      CLICKS_RATE: rate(figures.uniqueClicks, figures.uniqueOpens),
      TOTAL_REMOVES: figures.removals,
      UNIQUE_CLICKS: figures.uniqueClicks,
      CLICKS_SUB: figures.clicks,
      COMPLAIN_RATE: rate(figures.complaints, sent),
      COMPLAIN: figures.complaints,
      NOT_OPENED: Math.max(sent - figures.uniqueOpens, 0),
    };
    if (campaign.channel !== 'sms') return report;
    return {
      ...report,
      DELIVERED: sent - bounces,
      NOT_DELIVERED: bounces,
      INVALID: 0,
      NETWORKS: [],
    };
  },
} as const satisfies Record<string, Handler>;

/** What no event can say anything about. */
const notRecorded: WireObject = {
  RECOMENDATIONS: 0,
  RECOMENDATIONS_SUCCESS: 0,
  FACEBOOK_LIKE: 0,
  FACEBOOK_SHARE: 0,
  GOOGLE_BUZZES: 0,
  TWEETS: 0,
  OTHER_SOCIAL: 0,
  LINKS_CAMPAIGN: [],
  UNIQUE_LINKS: [],
  PROGRAMS_TOTALS: { email_client: {}, webmail: {}, mobile: {} },
  TOP_COUNTRY: [],
  TOP_CITY: [],
  TOTAL_COUNTRY: 0,
  TOTAL_CITY: 0,
};

/** A fraction, rounded so that every wire writes the same digits; 0 of nothing. */
function rate(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
}

/** The lists in `lists`. */
async function readLists({ params, sql }: HandlerCall): Promise<List[]> {
  if (!isArray(params, 'lists', 'NO_LISTS_PROVIDED', 'NO_LISTS_PROVIDED_AS_ARRAY')) return [];
  const lists: List[] = [];
  for (const item of readList(params, 'lists')) {
    const [id] = readIds({ id: item }, 'id');
    lists.push(await requireList(sql, id ?? 0));
  }
  return lists;
}

async function readCampaigns({ params, sql }: HandlerCall): Promise<Campaign[]> {
  if (!isArray(params, 'campaigns', 'NO_CAMPAIGNS_PROVIDED', 'NO_CAMPAIGNS_PROVIDED_AS_ARRAY')) {
    return [];
  }
  const campaigns: Campaign[] = [];
  for (const item of readList(params, 'campaigns')) {
    campaigns.push(await requireCampaign(sql, scalarText(item) ?? ''));
  }
  return campaigns;
}

/** Whether a parameter holds a list. @throws Refusal with `empty` for `''`, with `wrong` for what is no list */
function isArray(
  params: WireObject,
  name: string,
  empty: 'NO_LISTS_PROVIDED' | 'NO_CAMPAIGNS_PROVIDED',
  wrong: 'NO_LISTS_PROVIDED_AS_ARRAY' | 'NO_CAMPAIGNS_PROVIDED_AS_ARRAY',
): boolean {
  const value = readValue(params, name);
  if (value === undefined) return false;
  if (value === '') throw new Refusal(empty);
  const isMap = isWireObject(value) && Object.keys(value).every((key) => /^\d+$/.test(key));
  if (!Array.isArray(value) && !isMap) throw new Refusal(wrong);
  return true;
}
