import { requireCampaignOf } from '../../account/campaigns/campaigns.ts';
import { figuresOf } from '../../account/campaigns/reports.ts';
import type { Campaign } from '../../account/store/campaigns.ts';
import {
  clicksOnLinks,
  countDestinations,
  type DividedFigures,
  dividedFigures,
} from '../../account/store/divided-figures.ts';
import type { Statements } from '../../account/store/statements.ts';
import type { HandlerCall } from '../calls/handler.ts';

/** What came of campaigns, by the same figures as those of API v2. One that was not sent yet has none. */
export const reportHandlers = {
  async getEmailReport({ sql, input }: HandlerCall<'getEmailReport'>) {
    const campaign = await requireCampaignOf(sql, input.campaign_hash, ['email']);
    const figures = await figuresOf(sql, campaign);
    const { date, weekday, hour, location, domain, url, reader } = input;
    return {
      campaign_hash: campaign.hash,
      overall: {
        sends: figures.sent,
        opens: figures.opens,
        unique_opens: figures.uniqueOpens,
        clicks: figures.clicks,
        unique_clicks: figures.uniqueClicks,
        hard_bounces: figures.bounces,
        soft_bounces: 0,
        complaints: figures.complaints,
        unsubscriptions: figures.removals,
      },
      ...(date === false ? {} : { date: await byDay(sql, campaign) }),
      ...(weekday === false ? {} : { weekday: await byWeekday(sql, campaign) }),
      ...(hour === false ? {} : { hour: await byHour(sql, campaign) }),
      // Nobody tells the account where a message was opened, nor by which program.
      ...(location === false ? {} : { location: [] }),
      ...(domain === false ? {} : { domain: await byDomain(sql, campaign) }),
      ...(url === false ? {} : { url: await clicksOnLinks(sql, campaign.hash) }),
      ...(reader === false ? {} : { reader: [] }),
    };
  },

  getSMSReport: ({ sql, input }: HandlerCall<'getSMSReport'>) => phoneReport(sql, input, 'sms'),

  getVoiceReport: ({ sql, input }: HandlerCall<'getVoiceReport'>) =>
    phoneReport(sql, input, 'voice'),
};

interface PhoneReportQuery {
  readonly campaign_hash: string;
  readonly networks?: boolean | undefined;
}

async function phoneReport(
  sql: Statements,
  { campaign_hash, networks }: PhoneReportQuery,
  channel: 'sms' | 'voice',
) {
  const campaign = await requireCampaignOf(sql, campaign_hash, [channel]);
  const { sent, bounces } = await figuresOf(sql, campaign);
  return {
    campaign_hash: campaign.hash,
    overall: {
      destinations: await countDestinations(sql, campaign.id),
      sends: sent,
      delivered: sent - bounces,
      error: bounces,
      invalid: 0,
      pending: 0,
    },
    // Which network a number is of the account does not know.
    ...(networks === false ? {} : { networks: [] }),
  };
}

function countsOf({ sent, opens, clicks, bounces, complaints, removals }: DividedFigures) {
  return {
    sends: sent,
    opens,
    clicks,
    hard_bounces: bounces,
    soft_bounces: 0,
    complaints,
    unsubscriptions: removals,
  };
}

async function byDay(sql: Statements, campaign: Campaign) {
  const days = await dividedFigures(sql, campaign, 'day');
  return days.map((day) => ({
    date: day.part.split('-').toReversed().join('-'),
    ...countsOf(day),
  }));
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

async function byWeekday(sql: Statements, campaign: Campaign) {
  const days = await dividedFigures(sql, campaign, 'weekday');
  return days.map((day) => ({ weekday: weekdays[Number(day.part)] ?? '', ...countsOf(day) }));
}

async function byHour(sql: Statements, campaign: Campaign) {
  const hours = await dividedFigures(sql, campaign, 'hour');
  return hours.map((hour) => ({ hour: hour.part, ...countsOf(hour) }));
}

async function byDomain(sql: Statements, campaign: Campaign) {
  const domains = await dividedFigures(sql, campaign, 'domain');
  return domains.map((domain) => ({ domain: domain.part, ...countsOf(domain) }));
}
