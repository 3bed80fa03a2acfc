import { EgoiUnsupportedError, type MethodName, type WireObject } from '@egoi-client/core';
import type { OperationAnswers } from '@egoi-client/v3-api';
import { lostFields, type MethodEntry } from '../calls/method-entry.ts';
import { readName } from '../calls/params.ts';
import { type ProblemCodes, Refusal } from '../calls/refusal.ts';
import type { V3Call } from '../calls/v3-call.ts';
import { presentFields, rate, readersByKind, sum, topPlaces } from '../values/report-figures.ts';

const codes: ProblemCodes = {
  notFound: 'CAMPAIGN_NOT_FOUND',
  invalid: { campaign_hash: 'CAMPAIGN_NOT_FOUND' },
};

/** Fields that API v3 has a source for in some channels alone. */
const fieldsOfChannels = [
  'VIEWS',
  'UNIQUE_VIEWS',
  'RETURNED',
  'TOTAL_REMOVES',
  'UNIQUE_CLICKS',
  'COMPLAIN_RATE',
  'COMPLAIN',
  'TOP_COUNTRY',
  'TOP_CITY',
  'TOTAL_COUNTRY',
  'TOTAL_CITY',
] as const;

/** What came of campaigns. */
export const reportMethods = {
  getReport: {
    verdict: 'with losses',
    operations: [
      'getAllCampaigns',
      'getEmailReport',
      'getSMSReport',
      'getVoiceReport',
      'getPushReport',
      'getWebPushReport',
    ],
    cost: {
      requests: 2,
      further: 'one less while the channel of a campaign that was sent is kept',
    },
    losses: [
      ...lostFields('API v3 does not tell it', [
        'RECOMENDATIONS',
        'RECOMENDATIONS_SUCCESS',
        'FACEBOOK_LIKE',
        'FACEBOOK_SHARE',
        'GOOGLE_BUZZES',
        'TWEETS',
        'OTHER_SOCIAL',
        'CLICKS_SUB',
        'UNIQUE_LINKS',
      ]),
      ...lostFields('what the links looked like in API v2 nobody knows', ['LINKS_CAMPAIGN']),
      ...lostFields('API v3 does not tell it in this channel', fieldsOfChannels, {
        isShownByAnswer: true,
      }),
      {
        kind: 'approximate',
        name: 'campaign',
        reason: 'deleted campaigns and those of faxes are not found',
        effects: { endings: [['answer', 'CAMPAIGN_NOT_FOUND']] },
      },
      {
        kind: 'approximate',
        name: 'CLICKS_RATE',
        reason: 'clicks by views; not told of SMS and calls',
      },
      {
        kind: 'approximate',
        name: 'NOT_OPENED',
        reason:
          'mails that were sent, less those that came back and those that were opened; of e-mails alone',
      },
      {
        kind: 'approximate',
        name: 'PROGRAMS_TOTALS',
        reason:
          'the kinds of programs in words of API v3, those alone that it names; of e-mails alone',
      },
      {
        kind: 'approximate',
        name: 'NOT_DELIVERED',
        reason: 'with invalid numbers, and SMS of which nothing is known yet',
        isShownByAnswer: true,
        effects: 'unseen',
      },
      {
        kind: 'approximate',
        name: 'NETWORKS',
        reason: 'without views, of which API v3 does not tell',
        isShownByAnswer: true,
        effects: 'unseen',
      },
    ],
    async answer(call) {
      const campaign_hash = readName(call.params, 'campaign', 'NO_CAMPAIGN').trim();
      const { channel, isSent } = await campaignOf(call, campaign_hash);
      const figures = await figuresOf(call, campaign_hash, channel);
      if (!isSent && (figures['SENT'] ?? 0) === 0) throw new Refusal('NO_DATA');
      for (const name of fieldsOfChannels) {
        if (!Object.hasOwn(figures, name)) call.shown.add(name);
      }
      for (const name of ['NOT_DELIVERED', 'NETWORKS']) {
        if (Object.hasOwn(figures, name)) call.shown.add(name);
      }
      return { HASH: campaign_hash, ...figures };
    },
  },
} as const satisfies Partial<Record<MethodName, MethodEntry>>;

interface KnownCampaign {
  readonly channel: string;
  readonly isSent: boolean;
}

async function campaignOf(call: V3Call, campaign_hash: string): Promise<KnownCampaign> {
  const key = `campaign ${campaign_hash}`;
  const campaign = await call.lookUp(key, async () => {
    const { items } = await call.ask('getAllCampaigns', { campaign_hash, limit: 1 }, codes);
    const found = items.find(
      (item) => item.campaign_hash.toLowerCase() === campaign_hash.toLowerCase(),
    );
    if (found === undefined) throw new Refusal('CAMPAIGN_NOT_FOUND');
    return { channel: found.channel ?? '', isSent: found.status === 'sent' };
  });
  // The channel never changes; what was not sent yet may be soon.
  if (!campaign.isSent) call.forget(key);
  return campaign;
}

/** The figures that the report of a channel has. @throws EgoiUnsupportedError for a channel without one */
async function figuresOf(
  call: V3Call,
  campaign_hash: string,
  channel: string,
): Promise<WireObject> {
  switch (channel) {
    case 'email':
      return figuresOfEmail(
        await call.ask(
          'getEmailReport',
          {
            campaign_hash,
            date: false,
            weekday: false,
            hour: false,
            location: true,
            domain: false,
            url: true,
            reader: true,
          },
          codes,
        ),
      );
    case 'sms':
      return figuresOfSms(await call.ask('getSMSReport', { campaign_hash, networks: true }, codes));
    case 'voice': {
      const { overall } = await call.ask(
        'getVoiceReport',
        { campaign_hash, networks: false },
        codes,
      );
      return presentFields({ SENT: overall.sends });
    }
    case 'push': {
      const query = { campaign_hash, operating_systems: false };
      const { overall } = await call.ask('getPushReport', query, codes);
      return presentFields({
        SENT: overall.sends,
        VIEWS: overall.opens,
        RETURNED: overall.bounces,
      });
    }
    case 'web_push': {
      const parts = { devices: false, operating_systems: false, browsers: false, url: false };
      const { overall } = await call.ask('getWebPushReport', { campaign_hash, ...parts }, codes);
      return presentFields({
        SENT: overall.sends,
        VIEWS: overall.opens,
        RETURNED: overall.bounces,
        CLICKS_RATE: rate(overall.clicks, overall.opens),
      });
    }
    default: {
      const message = `API v3 has no report of a campaign of the channel '${channel}'; look at it on the pages of the service`;
      throw new EgoiUnsupportedError(message, { method: call.method, transport: 'v3' });
    }
  }
}

function figuresOfEmail({
  overall,
  location = [],
  reader = [],
}: OperationAnswers['getEmailReport']): WireObject {
  const { sends, opens, unique_opens, complaints } = overall;
  const bounces = sum(overall.hard_bounces, overall.soft_bounces);
  const reached = sum(bounces, unique_opens);
  const countries = topPlaces(location.map(({ country, opens: count }) => [country, count]));
  const cities = topPlaces(location.map(({ location: city, opens: count }) => [city, count]));
  return presentFields({
    SENT: sends,
    VIEWS: opens,
    UNIQUE_VIEWS: unique_opens,
    RETURNED: bounces,
    CLICKS_RATE: rate(overall.clicks, opens),
    TOTAL_REMOVES: overall.unsubscriptions,
    UNIQUE_CLICKS: overall.unique_clicks,
    COMPLAIN: complaints,
    COMPLAIN_RATE: rate(complaints, sends),
    NOT_OPENED:
      sends === undefined || reached === undefined ? undefined : Math.max(sends - reached, 0),
    PROGRAMS_TOTALS: readersByKind(reader),
    TOP_COUNTRY: countries,
    TOP_CITY: cities,
    TOTAL_COUNTRY: countries.length,
    TOTAL_CITY: cities.length,
  });
}

function figuresOfSms({ overall, networks = [] }: OperationAnswers['getSMSReport']): WireObject {
  return presentFields({
    SENT: overall.sends,
    DELIVERED: overall.delivered,
    NOT_DELIVERED: sum(overall.error, overall.invalid, overall.pending),
    INVALID: overall.invalid,
    NETWORKS: networks.map(({ network, sends, error }) =>
      presentFields({ name: network, sent: sends, sent_errors: error }),
    ),
  });
}
