export type { ImportConnection } from './connect.ts';
export {
  type RemoveImportOptions,
  removeImport,
  retryImport,
  type WaitForImportOptions,
  waitForImport,
} from './end-import.ts';
export { type FailedBatch, type ImportStatus, importStatus } from './import-status.ts';
export { type ImportWorker, importWorker } from './import-worker.ts';
export type { ImportPlace } from './open-import.ts';
export { queueImport } from './queue-import.ts';
export type { QueuedImport, QueueImportOptions } from './queue-options.ts';
export type { ImportWorkerOptions } from './worker-options.ts';
