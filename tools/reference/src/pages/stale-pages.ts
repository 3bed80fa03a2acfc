import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders with made pages alone. */
const folders = ['docs/methods', 'docs/v3'];

/**
 * The pages that are not what is made of the catalogue and the description of API v3: changed, missing, or
 * there without a group.
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
  for (const folder of folders) {
    for (const file of readdirSync(join(root, folder))) {
      const path = `${folder}/${file}`;
      if (!pages.has(path)) problems.push(`${path} belongs to no group`);
    }
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
