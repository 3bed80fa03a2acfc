// Written by `pnpm v3:types` from the description of the operations: change it there.

/** All together. */
export interface EmailReportTotals {
  /** Messages sent. 0 or more. */
  readonly sends?: number | undefined;
  /** Times that messages were opened. 0 or more. */
  readonly opens?: number | undefined;
  /** Contacts that opened it. 0 or more. */
  readonly unique_opens?: number | undefined;
  /** Clicks on links. 0 or more. */
  readonly clicks?: number | undefined;
  /** Contacts that clicked on a link. 0 or more. */
  readonly unique_clicks?: number | undefined;
  /** Those that came back for good. 0 or more. */
  readonly hard_bounces?: number | undefined;
  /** Those that came back for now. 0 or more. */
  readonly soft_bounces?: number | undefined;
  /** Complaints of spam. 0 or more. */
  readonly complaints?: number | undefined;
  /** Contacts that left. 0 or more. */
  readonly unsubscriptions?: number | undefined;
}

/** A day. */
export interface EmailReportDate {
  /** The day; the day of the month comes first in what was seen. */
  readonly date?: string | undefined;
  /** Messages sent. 0 or more. */
  readonly sends?: number | undefined;
  /** Times that messages were opened. 0 or more. */
  readonly opens?: number | undefined;
  /** Clicks on links. 0 or more. */
  readonly clicks?: number | undefined;
  /** Those that came back for good. 0 or more. */
  readonly hard_bounces?: number | undefined;
  /** Those that came back for now. 0 or more. */
  readonly soft_bounces?: number | undefined;
  /** Complaints of spam. 0 or more. */
  readonly complaints?: number | undefined;
  /** Contacts that left. 0 or more. */
  readonly unsubscriptions?: number | undefined;
}

/** A day of the week. */
export interface EmailReportWeekday {
  /** The day of the week. */
  readonly weekday?: string | undefined;
  /** Messages sent. 0 or more. */
  readonly sends?: number | undefined;
  /** Times that messages were opened. 0 or more. */
  readonly opens?: number | undefined;
  /** Clicks on links. 0 or more. */
  readonly clicks?: number | undefined;
  /** Those that came back for good. 0 or more. */
  readonly hard_bounces?: number | undefined;
  /** Those that came back for now. 0 or more. */
  readonly soft_bounces?: number | undefined;
  /** Complaints of spam. 0 or more. */
  readonly complaints?: number | undefined;
  /** Contacts that left. 0 or more. */
  readonly unsubscriptions?: number | undefined;
}

/** An hour of the day. */
export interface EmailReportHour {
  /** The hour. */
  readonly hour?: string | undefined;
  /** Messages sent. 0 or more. */
  readonly sends?: number | undefined;
  /** Times that messages were opened. 0 or more. */
  readonly opens?: number | undefined;
  /** Clicks on links. 0 or more. */
  readonly clicks?: number | undefined;
  /** Those that came back for good. 0 or more. */
  readonly hard_bounces?: number | undefined;
  /** Those that came back for now. 0 or more. */
  readonly soft_bounces?: number | undefined;
  /** Complaints of spam. 0 or more. */
  readonly complaints?: number | undefined;
  /** Contacts that left. 0 or more. */
  readonly unsubscriptions?: number | undefined;
}

/** A place. */
export interface EmailReportLocation {
  /** The place. */
  readonly location?: string | undefined;
  /** Its region. */
  readonly region?: string | undefined;
  /** Its country. */
  readonly country?: string | undefined;
  /** Times that messages were opened. 0 or more. */
  readonly opens?: number | undefined;
  /** Clicks on links. 0 or more. */
  readonly clicks?: number | undefined;
  /** Those that came back for good. 0 or more. */
  readonly hard_bounces?: number | undefined;
  /** Those that came back for now. 0 or more. */
  readonly soft_bounces?: number | undefined;
  /** Complaints of spam. 0 or more. */
  readonly complaints?: number | undefined;
  /** Contacts that left. 0 or more. */
  readonly unsubscriptions?: number | undefined;
}

/** A domain of addresses. */
export interface EmailReportDomain {
  /** The domain. */
  readonly domain?: string | undefined;
  /** Messages sent. 0 or more. */
  readonly sends?: number | undefined;
  /** Times that messages were opened. 0 or more. */
  readonly opens?: number | undefined;
  /** Clicks on links. 0 or more. */
  readonly clicks?: number | undefined;
  /** Those that came back for good. 0 or more. */
  readonly hard_bounces?: number | undefined;
  /** Those that came back for now. 0 or more. */
  readonly soft_bounces?: number | undefined;
  /** Complaints of spam. 0 or more. */
  readonly complaints?: number | undefined;
  /** Contacts that left. 0 or more. */
  readonly unsubscriptions?: number | undefined;
}

/** A link. */
export interface EmailReportUrl {
  /** Its address. */
  readonly url?: string | undefined;
  /** Clicks on links. 0 or more. */
  readonly clicks?: number | undefined;
}

/** A program that mails were read with. */
export interface EmailReportReader {
  /** Its name. */
  readonly reader?: string | undefined;
  /** What kind of program it is. */
  readonly type?: string | undefined;
  /** Times that messages were opened. 0 or more. */
  readonly opens?: number | undefined;
}

/** What came of an e-mail campaign. */
export interface EmailReport {
  /** All together. */
  readonly overall: EmailReportTotals;
  /** Campaign, by its hash. */
  readonly campaign_hash?: string | undefined;
  /** The same, row by row. */
  readonly date?: readonly EmailReportDate[] | undefined;
  /** The same, row by row. */
  readonly weekday?: readonly EmailReportWeekday[] | undefined;
  /** The same, row by row. */
  readonly hour?: readonly EmailReportHour[] | undefined;
  /** The same, row by row. */
  readonly location?: readonly EmailReportLocation[] | undefined;
  /** The same, row by row. */
  readonly domain?: readonly EmailReportDomain[] | undefined;
  /** The same, row by row. */
  readonly url?: readonly EmailReportUrl[] | undefined;
  /** The same, row by row. */
  readonly reader?: readonly EmailReportReader[] | undefined;
}

/** Input of getEmailReport. */
export interface GetEmailReportInput {
  /** Campaign, by its hash. */
  readonly campaign_hash: string;
  /** Whether the report says it day by day. The service takes `true` where it is left out. */
  readonly date?: boolean | undefined;
  /**
   * Whether the report says it by days of the week. The service takes `true` where it is left out.
   */
  readonly weekday?: boolean | undefined;
  /**
   * Whether the report says it by hours of the day. The service takes `true` where it is left out.
   */
  readonly hour?: boolean | undefined;
  /** Whether the report says it by places. The service takes `true` where it is left out. */
  readonly location?: boolean | undefined;
  /**
   * Whether the report says it by domains of addresses. The service takes `true` where it is left
   * out.
   */
  readonly domain?: boolean | undefined;
  /** Whether the report says it link by link. The service takes `true` where it is left out. */
  readonly url?: boolean | undefined;
  /**
   * Whether the report says it by programs that mails were read with. The service takes `true`
   * where it is left out.
   */
  readonly reader?: boolean | undefined;
}

/** All together. */
export interface PhoneReportTotals {
  /** Numbers that it went to. 0 or more. */
  readonly destinations?: number | undefined;
  /** Messages sent. 0 or more. */
  readonly sends?: number | undefined;
  /** Those that arrived. 0 or more. */
  readonly delivered?: number | undefined;
  /** Those that failed. 0 or more. */
  readonly error?: number | undefined;
  /** Those whose number is none. 0 or more. */
  readonly invalid?: number | undefined;
  /** Those of which nothing is known yet. 0 or more. */
  readonly pending?: number | undefined;
}

/** A network. */
export interface PhoneReportNetwork {
  /** Its name. */
  readonly network?: string | undefined;
  /** Messages sent. 0 or more. */
  readonly sends?: number | undefined;
  /** Those that arrived. 0 or more. */
  readonly delivered?: number | undefined;
  /** Those that failed. 0 or more. */
  readonly error?: number | undefined;
  /** Those whose number is none. 0 or more. */
  readonly invalid?: number | undefined;
  /** Those of which nothing is known yet. 0 or more. */
  readonly pending?: number | undefined;
}

/** What came of an SMS or voice campaign. */
export interface PhoneReport {
  /** All together. */
  readonly overall: PhoneReportTotals;
  /** Campaign, by its hash. */
  readonly campaign_hash?: string | undefined;
  /** The same, row by row. */
  readonly networks?: readonly PhoneReportNetwork[] | undefined;
}

/** Input of getSMSReport. */
export interface GetSMSReportInput {
  /** Campaign, by its hash. */
  readonly campaign_hash: string;
  /**
   * Whether the report says it network by network. The service takes `true` where it is left out.
   */
  readonly networks?: boolean | undefined;
}

/** Input of getVoiceReport. */
export interface GetVoiceReportInput {
  /** Campaign, by its hash. */
  readonly campaign_hash: string;
  /**
   * Whether the report says it network by network. The service takes `true` where it is left out.
   */
  readonly networks?: boolean | undefined;
}

/** All together. */
export interface PushReportTotals {
  /** Messages sent. 0 or more. */
  readonly sends?: number | undefined;
  /** Times that messages were opened. 0 or more. */
  readonly opens?: number | undefined;
  /** Those that the network took. 0 or more. */
  readonly delivered?: number | undefined;
  /** Those that arrived. 0 or more. */
  readonly received?: number | undefined;
  /** Those that came back. 0 or more. */
  readonly bounces?: number | undefined;
  /** Those that failed. 0 or more. */
  readonly error?: number | undefined;
}

/** An operating system. */
export interface PushReportSystem {
  /** Its name. */
  readonly operating_systems?: string | undefined;
  /** Messages sent. 0 or more. */
  readonly sends?: number | undefined;
  /** Times that messages were opened. 0 or more. */
  readonly opens?: number | undefined;
  /** Those that the network took. 0 or more. */
  readonly delivered?: number | undefined;
  /** Those that arrived. 0 or more. */
  readonly received?: number | undefined;
  /** Those that came back. 0 or more. */
  readonly bounces?: number | undefined;
  /** Those that failed. 0 or more. */
  readonly error?: number | undefined;
}

/** What came of a push campaign. */
export interface PushReport {
  /** All together. */
  readonly overall: PushReportTotals;
  /** Campaign, by its hash. */
  readonly campaign_hash?: string | undefined;
  /** The same, row by row. */
  readonly operating_systems?: readonly PushReportSystem[] | undefined;
}

/** Input of getPushReport. */
export interface GetPushReportInput {
  /** Campaign, by its hash. */
  readonly campaign_hash: string;
  /**
   * Whether the report says it by operating systems. The service takes `true` where it is left out.
   */
  readonly operating_systems?: boolean | undefined;
}

/** All together. */
export interface WebPushReportTotals {
  /** Times that messages were opened. 0 or more. */
  readonly opens?: number | undefined;
  /** Messages sent. 0 or more. */
  readonly sends?: number | undefined;
  /** Clicks on links. 0 or more. */
  readonly clicks?: number | undefined;
  /** Those that came back. 0 or more. */
  readonly bounces?: number | undefined;
}

/** A kind of device. */
export interface WebPushReportDevice {
  /** The device. */
  readonly device?: string | undefined;
  /** Times that messages were opened. 0 or more. */
  readonly opens?: number | undefined;
  /** Messages sent. 0 or more. */
  readonly sends?: number | undefined;
  /** Clicks on links. 0 or more. */
  readonly clicks?: number | undefined;
  /** Those that came back. 0 or more. */
  readonly bounces?: number | undefined;
}

/** A version of it. */
export interface WebPushReportSystemVersion {
  /** The version. */
  readonly version?: string | undefined;
  /** Times that messages were opened. 0 or more. */
  readonly opens?: number | undefined;
  /** Messages sent. 0 or more. */
  readonly sends?: number | undefined;
  /** Clicks on links. 0 or more. */
  readonly clicks?: number | undefined;
  /** Those that came back. 0 or more. */
  readonly bounces?: number | undefined;
}

/** An operating system. */
export interface WebPushReportSystem {
  /** Its name. */
  readonly operating_system?: string | undefined;
  /** The same, row by row. */
  readonly versions?: readonly WebPushReportSystemVersion[] | undefined;
}

/** A version of it. */
export interface WebPushReportBrowserVersion {
  /** The version. */
  readonly version?: string | undefined;
  /** Times that messages were opened. 0 or more. */
  readonly opens?: number | undefined;
  /** Messages sent. 0 or more. */
  readonly sends?: number | undefined;
  /** Clicks on links. 0 or more. */
  readonly clicks?: number | undefined;
  /** Those that came back. 0 or more. */
  readonly bounces?: number | undefined;
}

/** A browser. */
export interface WebPushReportBrowser {
  /** Its name. */
  readonly browser?: string | undefined;
  /** The same, row by row. */
  readonly versions?: readonly WebPushReportBrowserVersion[] | undefined;
}

/** A link. */
export interface WebPushReportUrl {
  /** Its address. */
  readonly url?: string | undefined;
  /** Times that messages were opened. 0 or more. */
  readonly opens?: number | undefined;
  /** Messages sent. 0 or more. */
  readonly sends?: number | undefined;
  /** Clicks on links. 0 or more. */
  readonly clicks?: number | undefined;
  /** Those that came back. 0 or more. */
  readonly bounces?: number | undefined;
}

/** What came of a campaign to browsers. */
export interface WebPushReport {
  /** All together. */
  readonly overall: WebPushReportTotals;
  /** Campaign, by its hash. */
  readonly campaign_hash?: string | undefined;
  /** The same, row by row. */
  readonly devices?: readonly WebPushReportDevice[] | undefined;
  /** The same, row by row. */
  readonly operating_systems?: readonly WebPushReportSystem[] | undefined;
  /** The same, row by row. */
  readonly browsers?: readonly WebPushReportBrowser[] | undefined;
  /** The same, row by row. */
  readonly url?: readonly WebPushReportUrl[] | undefined;
}

/** Input of getWebPushReport. */
export interface GetWebPushReportInput {
  /** Campaign, by its hash. */
  readonly campaign_hash: string;
  /**
   * Whether the report says it by kinds of devices. The service takes `true` where it is left out.
   */
  readonly devices?: boolean | undefined;
  /**
   * Whether the report says it by operating systems. The service takes `true` where it is left out.
   */
  readonly operating_systems?: boolean | undefined;
  /** Whether the report says it by browsers. The service takes `true` where it is left out. */
  readonly browsers?: boolean | undefined;
  /** Whether the report says it link by link. The service takes `true` where it is left out. */
  readonly url?: boolean | undefined;
}
