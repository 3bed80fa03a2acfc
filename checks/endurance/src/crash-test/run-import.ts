import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImportProgress, ImportSummary } from '@egoi-client/bulk';
import { startChild } from '../million/child.ts';
import type { CrashEvent, KillMoment } from './kill-moment.ts';
import type { Witness } from './witness.ts';

/** What the importer is to do. */
export interface CrashOrder {
  readonly wire: string;
  readonly baseUrl: string;
  readonly listID: number;
  readonly csv: string;
  readonly journal: string;
  /** Most contacts of a call. */
  readonly batch: number;
}

/** What the importer says. */
export type ImportWord =
  | { readonly progress: ImportProgress }
  | { readonly summary: ImportSummary };

/**
 * Runs an import in a process of its own, and kills it with SIGKILL at a moment.
 *
 * @param moment `undefined` lets it finish
 * @param onProgress told how far it is, as often as it says so
 * @returns what became of it; `undefined` when it was killed
 * @throws Error when it ended in another way
 */
export async function runImport(
  order: CrashOrder,
  account: Witness,
  moment: KillMoment | undefined,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportSummary | undefined> {
  const child = startChild(fileURLToPath(new URL('import-child.ts', import.meta.url)));
  let left = moment?.times ?? 0;
  const timers: NodeJS.Timeout[] = [];
  const kill = () => child.process.kill('SIGKILL');
  const happened = (event: CrashEvent) => {
    if (moment?.event !== event) return;
    left -= 1;
    if (left !== 0) return;
    if (moment.delayMs === 0) kill();
    else timers.push(setTimeout(kill, moment.delayMs));
  };
  account.onSight = happened;
  const watcher = watch(dirname(order.journal), (_change, name) => {
    if (name === basename(order.journal)) happened('journal');
  });
  try {
    happened('start');
    child.send(order);
    for (;;) {
      const word = (await child.next()) as ImportWord;
      if ('summary' in word) return word.summary;
      onProgress(word.progress);
      happened('progress');
    }
  } catch (error) {
    if (child.process.signalCode === 'SIGKILL') return undefined;
    throw error;
  } finally {
    watcher.close();
    for (const timer of timers) clearTimeout(timer);
    await child.close();
  }
}
