import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Words that are made and stand in a page that is written by hand, between two comments; by their names. */
export type MarkedWords = ReadonlyMap<string, string>;

/** Pages that are written by hand and have such words. */
const pagesWithWords = [
  'README.md',
  'docs/guides/moving-to-v3.md',
  'docs/transports/v3.md',
  'packages/transport-v3/README.md',
];

const marked = /(<!-- made: ([a-z0-9-]+) -->).*?(<!-- end -->)/gs;

/**
 * The pages that have made words, with these renewed, by their paths from the root of the project.
 *
 * @throws Error for a name that stands for nothing, and for a page without made words
 */
export function markedPages(root: string, words: MarkedWords): Map<string, string> {
  return new Map(pagesWithWords.map((path) => [path, renewed(path, join(root, path), words)]));
}

function renewed(path: string, file: string, words: MarkedWords): string {
  const text = readFileSync(file, 'utf8');
  if (text.search(marked) === -1) throw new Error(`${path} has no made words`);
  return text.replaceAll(marked, (_, start: string, name: string, end: string) => {
    const made = words.get(name);
    if (made === undefined) throw new Error(`${path}: nothing is made under the name ${name}`);
    return `${start}${made}${end}`;
  });
}
