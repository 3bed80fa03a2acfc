import { afterAll } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives a path that nothing stands at, in a folder of its own: an import reads what lies beside its journal.
 * All go when the tests of the file are over.
 */
export function freshPaths(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'egoi-bulk-'));
  let count = 0;
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return (name) => {
    count += 1;
    const own = join(folder, String(count));
    mkdirSync(own);
    return join(own, name);
  };
}
