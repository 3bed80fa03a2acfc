import type { Operation } from './operations.ts';
import type { Statements } from './statements.ts';

/** A line of an advanced report: of a campaign, or of a list. */
export interface ReportLine {
  /** The list, or that of the campaign. */
  readonly list: number;
  /** Hash of the campaign. */
  readonly campaign?: string;
  /** Contacts of the list that are not removed. */
  readonly contacts?: number;
  /** Messages that were sent. */
  readonly sent: number;
}

/** A line as files of every release have it. */
interface WrittenLine {
  readonly LISTNUM: string;
  readonly HASH?: string;
  readonly SUBSCRIBERS?: string;
  readonly SENT: string;
}

/** An advanced report, but for its lines. */
export interface AdvancedReport {
  readonly id: number;
  readonly title: string;
  /** That of the operation that makes its file, where one does. */
  readonly status: Operation['status'];
  /** Address of its file; `''` where there is none. */
  readonly file: string;
  /** When it was asked for; `''` where a file of an older release does not know it. */
  readonly created: string;
}

/** An advanced report that is made. */
export interface NewAdvancedReport {
  /** Number of the template; 0 where it is of something else. */
  readonly template: number;
  readonly title: string;
  /** As they are when it is asked for. */
  readonly lines: readonly ReportLine[];
  readonly status: 'queued' | 'finished';
  readonly created: string;
}

/** Keeps an advanced report as it was asked for. @returns its number */
export async function addAdvancedReport(
  sql: Statements,
  { template, title, lines, status, created }: NewAdvancedReport,
): Promise<number> {
  const written = lines.map(
    ({ list, campaign, contacts, sent }): WrittenLine => ({
      LISTNUM: String(list),
      ...(campaign === undefined ? {} : { HASH: campaign }),
      ...(contacts === undefined ? {} : { SUBSCRIBERS: String(contacts) }),
      SENT: String(sent),
    }),
  );
  const [row] = await sql.rows<{ id: number }>(
    `INSERT INTO advanced_report (template, title, lines, status, created)
      VALUES (?, ?, ?, ?, ?) RETURNING id`,
    template,
    title,
    JSON.stringify(written),
    status,
    created,
  );
  return row?.id ?? 0;
}

/** Names the operation that makes the file of a report. */
export async function setReportOperation(
  sql: Statements,
  id: number,
  operation: number,
): Promise<void> {
  await sql.run('UPDATE advanced_report SET operation = ? WHERE id = ?', operation, id);
}

/** @param file address of the file that it is in */
export async function finishReport(sql: Statements, id: number, file: string): Promise<void> {
  await sql.run("UPDATE advanced_report SET status = 'finished', file = ? WHERE id = ?", file, id);
}

/** Every advanced report, the oldest first. */
export function allAdvancedReports(sql: Statements): Promise<AdvancedReport[]> {
  return sql.rows<AdvancedReport>(
    `SELECT advanced_report.id, advanced_report.title, file, created,
        ifnull(operation.status, advanced_report.status) AS status
      FROM advanced_report LEFT JOIN operation ON operation.id = advanced_report.operation
      ORDER BY advanced_report.id`,
  );
}

/** The lines of an advanced report that is there. */
export async function findReportLines(
  sql: Statements,
  id: number,
): Promise<ReportLine[] | undefined> {
  const [row] = await sql.rows<{ lines: string }>(
    "SELECT lines FROM advanced_report WHERE id = ? AND status = 'finished'",
    id,
  );
  if (row === undefined) return undefined;
  return (JSON.parse(row.lines) as WrittenLine[]).map(({ LISTNUM, HASH, SUBSCRIBERS, SENT }) => ({
    list: Number(LISTNUM),
    ...(HASH === undefined ? {} : { campaign: HASH }),
    ...(SUBSCRIBERS === undefined ? {} : { contacts: Number(SUBSCRIBERS) }),
    sent: Number(SENT),
  }));
}
