import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileWorkspacePrograms } from './workspace-programs.ts';

/** Compiles the programs that tests start, once for a whole run of Jest, and removes them after it. */
export default async function setUp(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'egoi-programs-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await compileWorkspacePrograms(folder);
}
