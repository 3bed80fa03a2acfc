// Written by `pnpm v3:types` from the description of the operations: change it there.

/** A report that was asked for. */
export interface AdvancedReport {
  /** Report. 1 or more. */
  readonly advanced_report_id: number;
  /** What it is called. */
  readonly title?: string | undefined;
  /** How far it is. */
  readonly status?:
    | 'queued'
    | 'running'
    | 'finished'
    | 'stopped'
    | 'canceled'
    | 'paused'
    | 'error'
    | undefined;
  /** When it was made. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly created?: string | undefined;
  /** Report, by its hash. */
  readonly hash?: string | undefined;
  /** Address of its file, where there is one. */
  readonly file?: string | undefined;
}

/** A page of reports. */
export interface AdvancedReportPage {
  /** The reports of this page. */
  readonly items: readonly AdvancedReport[];
  /** How many there are on all pages together. 0 or more. */
  readonly total_items?: number | undefined;
}

/** Input of getAllAdvancedReports. */
export interface GetAllAdvancedReportsInput {
  /** Only reports that are this far. */
  readonly status?:
    | 'queued'
    | 'running'
    | 'finished'
    | 'stopped'
    | 'canceled'
    | 'paused'
    | 'error'
    | undefined;
  /** Only reports with this title. */
  readonly title?: string | undefined;
  /** Only reports made then or later. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly created_min?: string | undefined;
  /** Only reports made then or before. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly created_max?: string | undefined;
  /**
   * Whether the least or the greatest comes first. The service takes `desc` where it is left out.
   */
  readonly order?: 'asc' | 'desc' | undefined;
  /** What the items are ordered by. The service takes `advanced_report_id` where it is left out. */
  readonly order_by?: 'advanced_report_id' | 'title' | 'created' | undefined;
  /** How many items to pass over. 0 or more. */
  readonly offset?: number | undefined;
  /** Most items of the page. 1 to 1000. The service takes `10` where it is left out. */
  readonly limit?: number | undefined;
}

/** What a report can be made by. */
export interface AdvancedReportModel {
  /** Model. 1 or more. */
  readonly model_id: number;
  /** What it is called. */
  readonly title?: string | undefined;
  /** When it was made. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly created?: string | undefined;
}

/** A page of models. */
export interface AdvancedReportModelPage {
  /** The models of this page. */
  readonly items: readonly AdvancedReportModel[];
  /** How many there are on all pages together. 0 or more. */
  readonly total_items?: number | undefined;
}

/** Input of getAllAdvancedReportsModels. */
export interface GetAllAdvancedReportsModelsInput {
  /** Only models with this title. */
  readonly title?: string | undefined;
  /**
   * Whether the least or the greatest comes first. The service takes `desc` where it is left out.
   */
  readonly order?: 'asc' | 'desc' | undefined;
  /** What the items are ordered by. The service takes `model_id` where it is left out. */
  readonly order_by?: 'model_id' | 'title' | 'created' | undefined;
  /** How many items to pass over. 0 or more. */
  readonly offset?: number | undefined;
  /** Most items of the page. 1 to 1000. The service takes `10` where it is left out. */
  readonly limit?: number | undefined;
}

/** Which model it is made by. */
export interface ReportByModelBody {
  /** Model. */
  readonly model_id: number;
}

/** Input of generateByModelReport. */
export interface GenerateByModelReportInput {
  /** Which model it is made by. */
  readonly body: ReportByModelBody;
}

/** The time that the report is of. */
export interface ReportRange {
  /** From then. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly start: string;
  /** Until then. `YYYY-MM-DD HH:MM:SS` or RFC 3339; `''` is none. */
  readonly end: string;
}

/** Forms of one list. */
export interface FormsOfList {
  /** List. 1 or more. */
  readonly list_id: number;
  /** Forms of the list. */
  readonly forms: readonly number[];
}

/** What the report is of. */
export interface FormAnswersReportBody {
  /** What it is called. */
  readonly title: string;
  /** The time that the report is of. */
  readonly range: ReportRange;
  /** The forms, list by list. */
  readonly forms: readonly FormsOfList[];
  /** Address to which the outcome is posted as JSON. */
  readonly callback_url?: string | undefined;
}

/** What is posted when the report is there. */
export interface FormAnswersReportOutcome {
  /** Address of the file. */
  readonly file?: string | undefined;
}

/** Input of generateFormAnswersReport. */
export interface GenerateFormAnswersReportInput {
  /** What the report is of. */
  readonly body: FormAnswersReportBody;
}
