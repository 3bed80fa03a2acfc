import { isWireObject, type WireObject } from '@egoi-client/core';
import { readId, readIds, readList, readValue, scalarText } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import { refuseUnsent, requireCampaign } from '../../account/campaigns/campaigns.ts';
import { requireList } from '../../account/lists/lists.ts';
import type { Campaign } from '../../account/store/campaigns.ts';
import type { List } from '../../account/store/lists.ts';
import {
  type Action,
  addAdvancedReport,
  countActions,
  countMessages,
  countMessagesTo,
  findAdvancedReport,
  type ReportLine,
} from '../../account/store/reports.ts';
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
    if (!templates.some(({ id }) => id === template)) throw new Refusal('TEMPLATE_NOT_FOUND');
    const lists = await readLists(call);
    const campaigns = await readCampaigns(call);
    const isNothingSent = campaigns.every(({ started }) => started === null);
    if (lists.length === 0 && isNothingSent) throw new Refusal('NO_DATA');
    const lines: ReportLine[] = [];
    for (const list of lists) lines.push(await listLine(call, list));
    for (const campaign of campaigns) lines.push(await campaignLine(call, campaign));
    return { ID: String(await addAdvancedReport(sql, template, lines)) };
  },

  async getAdvancedReport({ params, sql }) {
    const lines = await findAdvancedReport(sql, readId(params, 'report') ?? 0);
    if (lines === undefined) throw new Refusal('NO_DATA');
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
    const sent = await countMessages(call.sql, campaign.id);
    const counts = new Map<Action, { times: number; contacts: number }>();
    for (const count of await countActions(call.sql, campaign.hash)) {
      counts.set(count.action, count);
    }
    const times = (action: Action) => counts.get(action)?.times ?? 0;
    const contacts = (action: Action) => counts.get(action)?.contacts ?? 0;
    const report: WireObject = {
      HASH: campaign.hash,
      SENT: String(sent),
      VIEWS: times('view'),
      UNIQUE_VIEWS: contacts('view'),
      RETURNED: contacts('bounce'),
      ...notRecorded,
      CLICKS_RATE: rate(contacts('click'), contacts('view')),
      TOTAL_REMOVES: contacts('removed'),
      UNIQUE_CLICKS: contacts('click'),
      CLICKS_SUB: times('click'),
      COMPLAIN_RATE: rate(contacts('complaint'), sent),
      COMPLAIN: contacts('complaint'),
      NOT_OPENED: Math.max(sent - contacts('view'), 0),
    };
    if (campaign.channel !== 'sms') return report;
    const returned = contacts('bounce');
    return {
      ...report,
      DELIVERED: sent - returned,
      NOT_DELIVERED: returned,
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

async function listLine({ sql }: HandlerCall, list: List): Promise<ReportLine> {
  const contacts = list.total - list.removed;
  return { list: list.id, contacts, sent: await countMessagesTo(sql, list.id) };
}

async function campaignLine({ sql }: HandlerCall, campaign: Campaign): Promise<ReportLine> {
  const sent = await countMessages(sql, campaign.id);
  return { list: campaign.list, campaign: campaign.hash, sent };
}
