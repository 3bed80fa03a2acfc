export { scanFolder, type ScanOptions, type ScanResult } from './scan/scan-folder.ts';
export type { Finding } from './scan/scan-sources.ts';
export type { Reason } from './scan/evidence.ts';
export { readRecord, type ReadRecord } from './report/read-record.ts';
export type { Place, SeenCalls, UsedCall } from './report/used-call.ts';
export {
  type MethodReport,
  type MigrationReport,
  reportOfFindings,
  reportOfRecord,
} from './report/migration-report.ts';
export type { ReportedLoss } from './report/reported-losses.ts';
export { reportText, summaryText, type TextStyle } from './report/report-text.ts';
export { reportHtml } from './report/report-html.ts';
