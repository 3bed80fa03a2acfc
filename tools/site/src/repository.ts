import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

/** A Markdown file of the repository that becomes a page. */
export interface Page {
  /** Path in the repository. */
  readonly path: string;
  /** Its first heading. */
  readonly title: string;
  readonly text: string;
  /** Paths that it leads to, in order, each as often as it does. */
  readonly leadsTo: readonly string[];
}

/** One that people import: a package, or a part of one with a name of its own. */
export interface Entry {
  /** Such as `core/wire`. */
  readonly name: string;
  /** Folder of the package, such as `packages/core`. */
  readonly folder: string;
  /** Absolute path of its source. */
  readonly source: string;
}

/** Every file of the repository that git does not ignore, by its path there. */
export function repositoryFiles(root: string): readonly string[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  return listed.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
}

/** The pages among the files: those beside the README, all of `docs`, and the README of each package and of the examples. */
export function readPages(root: string, files: readonly string[]): readonly Page[] {
  const isPage = /^(?:[^/]+|docs\/.+|packages\/[^/]+\/README|examples\/README)\.md$/u;
  return files
    .filter((path) => isPage.test(path))
    .map((path) => readPage(path, readFileSync(join(root, path), 'utf8')));
}

function readPage(path: string, text: string): Page {
  let title: string | undefined;
  const leadsTo: string[] = [];
  visit(fromMarkdown(text), (node) => {
    if (node.type === 'heading') title ??= textOf(node);
    if (node.type === 'link') leadsTo.push(leadingTo(path, node.url));
  });
  return { path, title: title ?? path, text, leadsTo };
}

/** The path in the repository that a link of a file leads to, without what follows `#`. */
export function leadingTo(from: string, url: string): string {
  const [file = ''] = url.split('#');
  if (file === '') return from;
  return posix.join(posix.dirname(from), decodeURI(file)).replace(/\/$/u, '');
}

/** What people import of the published packages. */
export function publishedEntries(root: string, files: readonly string[]): readonly Entry[] {
  return files
    .filter((path) => /^packages\/[^/]+\/package\.json$/u.test(path))
    .flatMap((path) => {
      const manifest: Manifest = JSON.parse(readFileSync(join(root, path), 'utf8'));
      return manifest.private === true ? [] : entriesOf(root, posix.dirname(path), manifest);
    });
}

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

function entriesOf(root: string, folder: string, manifest: Manifest): Entry[] {
  return Object.entries(manifest.exports).flatMap(([subpath, target]) => {
    const source = typeof target === 'string' ? undefined : target['@egoi-client/source'];
    if (source === undefined) return [];
    const name = `${manifest.name.replace(/^@.+\//u, '')}${subpath.slice(1)}`;
    return [{ name, folder, source: join(root, folder, source) }];
  });
}
