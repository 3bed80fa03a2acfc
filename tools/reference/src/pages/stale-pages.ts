import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The pages that are not what the catalogue makes of them: changed, missing, or there without a group.
 *
 * @param root of the project
 * @returns a sentence for each
 */
export function stalePages(root: string, pages: ReadonlyMap<string, string>): string[] {
  const problems: string[] = [];
  for (const [path, text] of pages) {
    const kept = readPage(join(root, path));
    if (kept === undefined) problems.push(`${path} is missing`);
    else if (kept !== text) problems.push(`${path} is stale, from line ${firstChange(kept, text)}`);
  }
  for (const file of readdirSync(join(root, 'docs/methods'))) {
    const path = `docs/methods/${file}`;
    if (!pages.has(path)) problems.push(`${path} belongs to no group of methods`);
  }
  return problems;
}

function readPage(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function firstChange(kept: string, made: string): number {
  const lines = made.split('\n');
  const changed = kept.split('\n').findIndex((line, index) => line !== lines[index]);
  return (changed === -1 ? kept.split('\n').length : changed) + 1;
}
