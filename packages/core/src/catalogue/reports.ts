import { method } from './declare-method.ts';
import {
  anyParam,
  anything,
  closedParams,
  decimal,
  id,
  idParam,
  integer,
  listOf,
  mapById,
  openParams,
  struct,
  text,
} from './kinds.ts';
import { campaignHash } from './shared-kinds.ts';

const idsParam = (description: string) =>
  anyParam(`${description} No source knows its form; the sandbox takes a list.`);

const place = listOf(
  struct(
    { name: text('Name.').optional(), count: integer('How often.').optional() },
    'One place.',
    'ReportPlace',
  ),
  'Places by their count.',
);

const programs = mapById(integer('How often.'), 'Counts by name.');

/** Reports of campaigns and lists. */
export const reports = {
  generateAdvancedReport: method({
    name: 'generateAdvancedReport',
    group: 'reports',
    summary: 'Asks for an advanced report over lists or campaigns, built from a template.',
    effect: 'write',
    params: openParams({
      template: idParam("Number of the template; the name is the sandbox's choice.").nullish(),
      lists: idsParam('Numbers of lists.').nullish(),
      campaigns: idsParam('Hashes of campaigns.').nullish(),
    }),
    result: struct(
      { ID: id('Number of the report, for getAdvancedReport.').optional() },
      'The report.',
    ),
    errors: [
      'NO_TEMPLATE_PROVIDED',
      'NO_LISTS_OR_CAMPAIGNS_PROVIDED',
      'TEMPLATE_NOT_FOUND',
      'NO_LISTS_PROVIDED',
      'NO_LISTS_PROVIDED_AS_ARRAY',
      'INVALID_CAMPAIGN_ID_PROVIDED_IN_ARRAY',
      'NO_CAMPAIGNS_PROVIDED',
      'NO_CAMPAIGNS_PROVIDED_AS_ARRAY',
      'CANT_GENERATE_ADVANCED_REPORT',
      'NO_DATA',
    ],
    evidence: { params: 'inferred', result: 'shape only' },
    notes: [
      "That a template, lists and campaigns are given is inferred from the error codes; `template`, `lists`, `campaigns` and the result `ID` are the sandbox's names.",
    ],
  }),

  getAdvancedReport: method({
    name: 'getAdvancedReport',
    group: 'reports',
    summary: 'Returns an advanced report that was generated.',
    effect: 'read',
    params: openParams({
      report: idParam("Number of the report; the name is the sandbox's choice.").nullish(),
    }),
    result: listOf(
      struct(
        {
          LISTNUM: integer('Number of the list.').optional(),
          HASH: text('Hash of the campaign.').optional(),
          SUBSCRIBERS: integer('Contacts of the list.').optional(),
          SENT: integer('Messages sent.').optional(),
        },
        'One line.',
        'AdvancedReportLine',
      ),
      'The lines of the report.',
    ),
    errors: ['NO_DATA', 'TEMPLATE_NOT_FOUND'],
    evidence: { params: 'unknown', result: 'shape only' },
    notes: ["No source knows parameters or fields; all of them are the sandbox's choice."],
  }),

  getReport: method({
    name: 'getReport',
    group: 'reports',
    summary: 'Returns the report of a campaign.',
    details: '`NO_DATA` means that the results are not ready yet.',
    effect: 'read',
    params: closedParams({ campaign: campaignHash }),
    result: struct(
      {
        HASH: text('Hash of the campaign.').optional(),
        SENT: integer('Messages sent.').optional(),
        VIEWS: integer('Views.').optional(),
        UNIQUE_VIEWS: integer('Contacts that viewed.').optional(),
        RETURNED: integer('Messages that came back.').optional(),
        RECOMENDATIONS: integer("Recommendations; the spelling is the service's.").optional(),
        RECOMENDATIONS_SUCCESS: integer('Recommendations that were followed.').optional(),
        FACEBOOK_LIKE: integer('Likes.').optional(),
        FACEBOOK_SHARE: integer('Shares.').optional(),
        GOOGLE_BUZZES: integer('Buzzes.').optional(),
        TWEETS: integer('Tweets.').optional(),
        OTHER_SOCIAL: integer('Shares on other networks.').optional(),
        CLICKS_RATE: decimal('Clicks by views, a fraction.').optional(),
        TOTAL_REMOVES: integer('Contacts that unsubscribed.').optional(),
        UNIQUE_CLICKS: integer('Contacts that clicked.').optional(),
        CLICKS_SUB: integer('Clicks of contacts.').optional(),
        COMPLAIN_RATE: decimal('Complaints by messages, a fraction.').optional(),
        COMPLAIN: integer('Complaints.').optional(),
        NOT_OPENED: integer('Messages that nobody opened.').optional(),
        LINKS_CAMPAIGN: listOf(
          anything('One link.'),
          'Links of the campaign; no source knows their form.',
        ).optional(),
        UNIQUE_LINKS: listOf(
          anything('One link.'),
          'Links that were clicked; no source knows their form.',
        ).optional(),
        PROGRAMS_TOTALS: struct(
          {
            email_client: programs.optional(),
            webmail: programs.optional(),
            mobile: programs.optional(),
          },
          'Counts of programs.',
          'ReportPrograms',
        ).optional(),
        TOP_COUNTRY: place.optional(),
        TOP_CITY: place.optional(),
        TOTAL_COUNTRY: integer('Countries.').optional(),
        TOTAL_CITY: integer('Cities.').optional(),
        DELIVERED: integer('SMS delivered.').optional(),
        NOT_DELIVERED: integer('SMS not delivered.').optional(),
        INVALID: integer('SMS to invalid numbers.').optional(),
        NETWORKS: listOf(
          struct(
            {
              name: text('Name of the network.').optional(),
              sent: integer('SMS sent.').optional(),
              sent_errors: integer('SMS that failed.').optional(),
              views: integer('Views.').optional(),
              view_errors: integer('Views that failed.').optional(),
            },
            'One network.',
            'ReportNetwork',
          ),
          'SMS by network.',
        ).optional(),
      },
      'The report.',
    ),
    errors: ['NO_DATA', 'NO_CAMPAIGN', 'CAMPAIGN_NOT_FOUND'],
    evidence: { params: 'seen', result: 'seen' },
  }),
} as const;
