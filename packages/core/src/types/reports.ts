// Written by `pnpm core:types` from the catalogue: change it there.

import type { CallOptions } from '../options/call-options.ts';
import type { AdvancedReportLine, ReportNetwork, ReportPlace, ReportPrograms } from './structs.ts';

/** Parameters of generateAdvancedReport. */
export interface GenerateAdvancedReportParams {
  /** Number of the template; the name is the sandbox's choice. */
  readonly template?: number | string | null | undefined;
  /** Numbers of lists. No source knows its form; the sandbox takes a list. */
  readonly lists?: unknown;
  /** Hashes of campaigns. No source knows its form; the sandbox takes a list. */
  readonly campaigns?: unknown;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** The report. */
export interface GenerateAdvancedReportResult {
  /** Number of the report, for getAdvancedReport. */
  ID?: number | undefined;
}

/** Parameters of getAdvancedReport. */
export interface GetAdvancedReportParams {
  /** Number of the report; the name is the sandbox's choice. */
  readonly report?: number | string | null | undefined;
  /** Others pass as they are: no source knows all of them. */
  readonly [name: string]: unknown;
}

/** Parameters of getReport. */
export interface GetReportParams {
  /** Hash of the campaign. */
  readonly campaign: string;
}

/** The report. */
export interface GetReportResult {
  /** Hash of the campaign. */
  HASH?: string | undefined;
  /** Messages sent. */
  SENT?: number | null | undefined;
  /** Views. */
  VIEWS?: number | null | undefined;
  /** Contacts that viewed. */
  UNIQUE_VIEWS?: number | null | undefined;
  /** Messages that came back. */
  RETURNED?: number | null | undefined;
  /** Recommendations; the spelling is the service's. */
  RECOMENDATIONS?: number | null | undefined;
  /** Recommendations that were followed. */
  RECOMENDATIONS_SUCCESS?: number | null | undefined;
  /** Likes. */
  FACEBOOK_LIKE?: number | null | undefined;
  /** Shares. */
  FACEBOOK_SHARE?: number | null | undefined;
  /** Buzzes. */
  GOOGLE_BUZZES?: number | null | undefined;
  /** Tweets. */
  TWEETS?: number | null | undefined;
  /** Shares on other networks. */
  OTHER_SOCIAL?: number | null | undefined;
  /** Clicks by views, a fraction. */
  CLICKS_RATE?: number | null | undefined;
  /** Contacts that unsubscribed. */
  TOTAL_REMOVES?: number | null | undefined;
  /** Contacts that clicked. */
  UNIQUE_CLICKS?: number | null | undefined;
  /** Clicks of contacts. */
  CLICKS_SUB?: number | null | undefined;
  /** Complaints by messages, a fraction. */
  COMPLAIN_RATE?: number | null | undefined;
  /** Complaints. */
  COMPLAIN?: number | null | undefined;
  /** Messages that nobody opened. */
  NOT_OPENED?: number | null | undefined;
  /** Links of the campaign; no source knows their form. */
  LINKS_CAMPAIGN?: unknown[] | undefined;
  /** Links that were clicked; no source knows their form. */
  UNIQUE_LINKS?: unknown[] | undefined;
  /** Counts of programs. */
  PROGRAMS_TOTALS?: ReportPrograms | undefined;
  /** Places by their count. */
  TOP_COUNTRY?: ReportPlace[] | undefined;
  /** Places by their count. */
  TOP_CITY?: ReportPlace[] | undefined;
  /** Countries. */
  TOTAL_COUNTRY?: number | null | undefined;
  /** Cities. */
  TOTAL_CITY?: number | null | undefined;
  /** SMS delivered. */
  DELIVERED?: number | null | undefined;
  /** SMS not delivered. */
  NOT_DELIVERED?: number | null | undefined;
  /** SMS to invalid numbers. */
  INVALID?: number | null | undefined;
  /** SMS by network. */
  NETWORKS?: ReportNetwork[] | undefined;
}

/** The methods of the group 'reports'. */
export interface ReportsMethods {
  /**
   * Asks for an advanced report over lists or campaigns, built from a template.
   *
   * That a template, lists and campaigns are given is inferred from the error codes; `template`,
   * `lists`, `campaigns` and the result `ID` are the sandbox's names.
   *
   * Source: reference, Reports. Parameters inferred from sources; result of which a source shows
   * the shape alone.
   *
   * @throws EgoiApiError `NO_TEMPLATE_PROVIDED`, `NO_LISTS_OR_CAMPAIGNS_PROVIDED`,
   * `TEMPLATE_NOT_FOUND`, `NO_LISTS_PROVIDED`, `NO_LISTS_PROVIDED_AS_ARRAY`,
   * `INVALID_CAMPAIGN_ID_PROVIDED_IN_ARRAY`, `NO_CAMPAIGNS_PROVIDED`,
   * `NO_CAMPAIGNS_PROVIDED_AS_ARRAY`, `CANT_GENERATE_ADVANCED_REPORT`, `NO_DATA`
   */
  generateAdvancedReport(
    params?: GenerateAdvancedReportParams,
    options?: CallOptions,
  ): Promise<GenerateAdvancedReportResult>;
  /**
   * Returns an advanced report that was generated.
   *
   * No source knows parameters or fields; all of them are the sandbox's choice.
   *
   * Source: reference, Reports. Parameters in no source; result of which a source shows the shape
   * alone.
   *
   * @throws EgoiApiError `NO_DATA`, `TEMPLATE_NOT_FOUND`
   */
  getAdvancedReport(
    params?: GetAdvancedReportParams,
    options?: CallOptions,
  ): Promise<AdvancedReportLine[]>;
  /**
   * Returns the report of a campaign.
   *
   * `NO_DATA` means that the results are not ready yet.
   *
   * Source: reference, Reports. Parameters seen in a source; result seen in a source.
   *
   * @throws EgoiApiError `NO_DATA`, `NO_CAMPAIGN`, `CAMPAIGN_NOT_FOUND`
   */
  getReport(params: GetReportParams, options?: CallOptions): Promise<GetReportResult>;
}
