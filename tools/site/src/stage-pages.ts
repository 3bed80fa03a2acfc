import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, posix } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { visit } from 'unist-util-visit';
import { placeOf } from './navigation.ts';
import { leadingTo, type Page } from './repository.ts';

/** A page on its way into the site. */
interface StagedPage {
  /** What it shows: path of a file or a folder of the repository. */
  readonly path: string;
  readonly text: string;
  /** Path of its Markdown in the folder that the site is made from. */
  readonly place: string;
}

/**
 * Copies the pages into a folder, laid out as in the repository, each README as the index of its folder.
 * A file or a folder that a page leads to and that is no page becomes one that shows it. A link that
 * leads nowhere stays as it is.
 *
 * @param root folder of the repository
 * @param files all its files
 * @param into folder for the pages
 * @returns what each page shows, a path in the repository, by its place
 */
export function stagePages(
  root: string,
  files: readonly string[],
  pages: readonly Page[],
  into: string,
): ReadonlyMap<string, string> {
  const known = new Set(files);
  const staged = new Map<string, StagedPage>();
  const stage = (page: StagedPage): StagedPage => {
    staged.set(page.path, page);
    return page;
  };
  for (const { path, text } of pages) stage({ path, text, place: placeOf(path) });

  const pageThatShows = (target: string): StagedPage | undefined =>
    staged.get(target) ??
    staged.get(`${target}/README.md`) ??
    (known.has(target) ? stage(shownFile(root, target)) : undefined) ??
    (files.some((path) => path.startsWith(`${target}/`))
      ? stage(shownFolder(target, files))
      : undefined);

  // What is staged on the way is visited as well.
  for (const page of staged.values()) {
    const text = rewriteLinks(page, (target) => pageThatShows(target)?.place);
    mkdirSync(dirname(join(into, page.place)), { recursive: true });
    writeFileSync(join(into, page.place), text);
    for (const image of imagesOf(page).filter((path) => known.has(path))) {
      mkdirSync(dirname(join(into, image)), { recursive: true });
      copyFileSync(join(root, image), join(into, image));
    }
  }
  return new Map([...staged.values()].map(({ path, place }) => [place, path]));
}

function shownFile(root: string, path: string): StagedPage {
  const text = readFileSync(join(root, path), 'utf8');
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/gu)].map(([fence]) => fence.length));
  const fence = '`'.repeat(longest + 1);
  const language = extname(path).slice(1) || 'text';
  return {
    path,
    text: `# \`${path}\`\n\n${fence}${language}\n${text.trimEnd()}\n${fence}\n`,
    place: `${path}.md`,
  };
}

function shownFolder(path: string, files: readonly string[]): StagedPage {
  const within = files
    .filter((file) => file.startsWith(`${path}/`))
    .map((file) => posix.relative(path, file));
  const links = within.map((file) => `- [\`${file}\`](${encodeURI(file)})\n`);
  return { path, text: `# \`${path}\`\n\n${links.join('')}`, place: `${path}/index.md` };
}

function rewriteLinks(
  { path, text, place }: StagedPage,
  placeOfTarget: (target: string) => string | undefined,
): string {
  // A folder's own links start inside it, a file's beside it.
  const from = place.endsWith('/index.md') ? place : path;
  const pieces: string[] = [];
  let end = text.length;
  for (const { url, start, stop } of linksWithin(text).toReversed()) {
    const target = placeOfTarget(leadingTo(from, url));
    const source = text.slice(start, stop);
    const at = source.lastIndexOf(url);
    if (target === undefined || at === -1) continue;
    const [, hash = ''] = url.split(/(?=#)/u);
    const relative = posix.relative(posix.dirname(place), target);
    pieces.unshift(encodeURI(relative), hash, text.slice(start + at + url.length, end));
    end = start + at;
  }
  return text.slice(0, end) + pieces.join('');
}

/** The links of a text to other files, in order. */
function linksWithin(text: string): { url: string; start: number; stop: number }[] {
  const found: { url: string; start: number; stop: number }[] = [];
  visit(fromMarkdown(text), (node) => {
    if (node.type !== 'link' && node.type !== 'definition') return;
    if (isElsewhere(node.url) || node.url.startsWith('#')) return;
    const start = node.position?.start.offset;
    const stop = node.position?.end.offset;
    if (start !== undefined && stop !== undefined) found.push({ url: node.url, start, stop });
  });
  return found;
}

function imagesOf({ path, text }: StagedPage): string[] {
  const found: string[] = [];
  visit(fromMarkdown(text), (node) => {
    if (node.type === 'image' && !isElsewhere(node.url)) found.push(leadingTo(path, node.url));
  });
  return found;
}

function isElsewhere(url: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|\/)/iu.test(url);
}
