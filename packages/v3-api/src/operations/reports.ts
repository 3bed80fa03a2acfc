import { count, flag, listOf, type Shape, struct, text } from '../schema/declare.ts';
import { campaignHash } from '../schema/kinds.ts';
import { ofCampaign } from './campaign-parts.ts';
import { operation } from './operation.ts';

const sends = count('Messages sent.');
const opens = count('Times that messages were opened.');
const clicks = count('Clicks on links.');
const hard_bounces = count('Those that came back for good.');
const soft_bounces = count('Those that came back for now.');
const complaints = count('Complaints of spam.');
const unsubscriptions = count('Contacts that left.');
const outcomes = { opens, clicks, hard_bounces, soft_bounces, complaints, unsubscriptions };

function rowOf(typeName: string, description: string, expected: Shape) {
  return listOf(struct(typeName, description, { expected }), 'The same, row by row.');
}

const emailReport = struct('EmailReport', 'What came of an e-mail campaign.', {
  required: {
    overall: struct('EmailReportTotals', 'All together.', {
      expected: {
        sends,
        opens,
        unique_opens: count('Contacts that opened it.'),
        clicks,
        unique_clicks: count('Contacts that clicked on a link.'),
        hard_bounces,
        soft_bounces,
        complaints,
        unsubscriptions,
      },
    }),
  },
  expected: { campaign_hash: campaignHash },
  optional: {
    date: rowOf('EmailReportDate', 'A day.', {
      date: text('The day; the day of the month comes first in what was seen.'),
      sends,
      ...outcomes,
    }),
    weekday: rowOf('EmailReportWeekday', 'A day of the week.', {
      weekday: text('The day of the week.'),
      sends,
      ...outcomes,
    }),
    hour: rowOf('EmailReportHour', 'An hour of the day.', {
      hour: text('The hour.'),
      sends,
      ...outcomes,
    }),
    location: rowOf('EmailReportLocation', 'A place.', {
      location: text('The place.'),
      region: text('Its region.'),
      country: text('Its country.'),
      ...outcomes,
    }),
    domain: rowOf('EmailReportDomain', 'A domain of addresses.', {
      domain: text('The domain.'),
      sends,
      ...outcomes,
    }),
    url: rowOf('EmailReportUrl', 'A link.', { url: text('Its address.'), clicks }),
    reader: rowOf('EmailReportReader', 'A program that mails were read with.', {
      reader: text('Its name.'),
      type: text('What kind of program it is.'),
      opens,
    }),
  },
});

const pushCounts = {
  sends,
  opens,
  delivered: count('Those that the network took.'),
  received: count('Those that arrived.'),
  bounces: count('Those that came back.'),
  error: count('Those that failed.'),
};

const pushReport = struct('PushReport', 'What came of a push campaign.', {
  required: { overall: struct('PushReportTotals', 'All together.', { expected: pushCounts }) },
  expected: { campaign_hash: campaignHash },
  optional: {
    operating_systems: rowOf('PushReportSystem', 'An operating system.', {
      operating_systems: text('Its name.'),
      ...pushCounts,
    }),
  },
});

const phoneCounts = {
  sends,
  delivered: count('Those that arrived.'),
  error: count('Those that failed.'),
  invalid: count('Those whose number is none.'),
  pending: count('Those of which nothing is known yet.'),
};

const phoneReport = struct('PhoneReport', 'What came of an SMS or voice campaign.', {
  required: {
    overall: struct('PhoneReportTotals', 'All together.', {
      expected: { destinations: count('Numbers that it went to.'), ...phoneCounts },
    }),
  },
  expected: { campaign_hash: campaignHash },
  optional: {
    networks: rowOf('PhoneReportNetwork', 'A network.', {
      network: text('Its name.'),
      ...phoneCounts,
    }),
  },
});

const webPushCounts = { opens, sends, clicks, bounces: count('Those that came back.') };

function versionsOf(typeName: string, description: string) {
  return rowOf(typeName, description, { version: text('The version.'), ...webPushCounts });
}

const webPushReport = struct('WebPushReport', 'What came of a campaign to browsers.', {
  required: {
    overall: struct('WebPushReportTotals', 'All together.', { expected: webPushCounts }),
  },
  expected: { campaign_hash: campaignHash },
  optional: {
    devices: rowOf('WebPushReportDevice', 'A kind of device.', {
      device: text('The device.'),
      ...webPushCounts,
    }),
    operating_systems: rowOf('WebPushReportSystem', 'An operating system.', {
      operating_system: text('Its name.'),
      versions: versionsOf('WebPushReportSystemVersion', 'A version of it.'),
    }),
    browsers: rowOf('WebPushReportBrowser', 'A browser.', {
      browser: text('Its name.'),
      versions: versionsOf('WebPushReportBrowserVersion', 'A version of it.'),
    }),
    url: rowOf('WebPushReportUrl', 'A link.', { url: text('Its address.'), ...webPushCounts }),
  },
});

const part = (words: string) => flag(`Whether the report says it ${words}.`, true);
const byNetwork = { networks: part('network by network') };

/** Reports of campaigns. */
export const reportOperations = {
  getEmailReport: operation({
    method: 'GET',
    path: '/reports/email/{campaign_hash}',
    summary: 'Gives what came of an e-mail campaign.',
    pathParams: ofCampaign,
    queryParams: {
      date: part('day by day'),
      weekday: part('by days of the week'),
      hour: part('by hours of the day'),
      location: part('by places'),
      domain: part('by domains of addresses'),
      url: part('link by link'),
      reader: part('by programs that mails were read with'),
    },
    answer: { status: 200, value: emailReport },
    notes: ['Every part is given unless it is asked not to be.'],
  }),
  getSMSReport: operation({
    method: 'GET',
    path: '/reports/sms/{campaign_hash}',
    summary: 'Gives what came of an SMS campaign.',
    pathParams: ofCampaign,
    queryParams: byNetwork,
    answer: { status: 200, value: phoneReport },
  }),
  getVoiceReport: operation({
    method: 'GET',
    path: '/reports/voice/{campaign_hash}',
    summary: 'Gives what came of a voice campaign.',
    pathParams: ofCampaign,
    queryParams: byNetwork,
    answer: { status: 200, value: phoneReport },
  }),
  getPushReport: operation({
    method: 'GET',
    path: '/reports/push/{campaign_hash}',
    summary: 'Gives what came of a push campaign.',
    pathParams: ofCampaign,
    queryParams: { operating_systems: part('by operating systems') },
    answer: { status: 200, value: pushReport },
  }),
  getWebPushReport: operation({
    method: 'GET',
    path: '/reports/web-push/{campaign_hash}',
    summary: 'Gives what came of a campaign to browsers.',
    pathParams: ofCampaign,
    queryParams: {
      devices: part('by kinds of devices'),
      operating_systems: part('by operating systems'),
      browsers: part('by browsers'),
      url: part('link by link'),
    },
    answer: { status: 200, value: webPushReport },
  }),
};
