import { fileURLToPath } from 'node:url';
import type { ImportSummary } from '@egoi-client/bulk';
import { startChild } from './child.ts';

/** What a process is to import. */
export interface ImportOrder {
  readonly wire: string;
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly listID: number;
  readonly csv: string;
  readonly journal: string;
}

/** What became of it, and what it took. */
export interface ImportReport {
  readonly summary: ImportSummary;
  readonly seconds: number;
  /** What the quota waited for, on the clock that does not pass. */
  readonly hoursWaited: number;
  /** The most memory that the process ever held. */
  readonly peakBytes: number;
}

/**
 * V8 collects what is used no more only when its heap is nearly full, and a machine with much memory
 * gives it a large one. A heap that is bounded, as in a small container, shows what an import needs.
 */
const heapOptions = ['--max-old-space-size=96', '--max-semi-space-size=4'] as const;

/** Runs an import in a process of its own, so that its peak memory is nobody else's. */
export async function runImport(order: ImportOrder): Promise<ImportReport> {
  const child = startChild(fileURLToPath(new URL('import-child.ts', import.meta.url)), heapOptions);
  child.send(order);
  const report = (await child.next()) as ImportReport;
  await child.close();
  return report;
}
