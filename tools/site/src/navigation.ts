import { posix } from 'node:path';
import type { Entry, Page } from './repository.ts';

/** An entry of the list beside the pages, in VitePress's words. */
interface SidebarItem {
  readonly text: string;
  readonly link?: string;
  readonly items?: readonly SidebarItem[];
  readonly collapsed?: boolean;
}

/** An entry of the bar above the pages, in VitePress's words. */
interface NavItem {
  readonly text: string;
  readonly link: string;
}

/** How one finds the pages. */
export interface Navigation {
  readonly title: string;
  readonly nav: readonly NavItem[];
  readonly sidebar: readonly SidebarItem[];
}

/**
 * Arranges the pages by their folders and titles, in the order in which the README of the folder, or else
 * that of the repository, leads to them.
 *
 * @param pages those of the repository
 * @param entries what has a page of its API
 */
export function navigationOf(pages: readonly Page[], entries: readonly Entry[]): Navigation {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const readme = byPath.get('README.md');
  const title = readme?.title ?? '';
  const rank = (folder: string, within: string): number => {
    const places = [byPath.get(posix.join(folder, 'README.md')), readme].map((index) =>
      (index?.leadsTo ?? []).findIndex((path) => path === within || path.startsWith(`${within}/`)),
    );
    const [own = -1, whole = -1] = places;
    if (own !== -1) return own;
    return whole === -1 ? Number.MAX_SAFE_INTEGER : whole;
  };

  const itemsIn = (folder: string): SidebarItem[] => {
    const prefix = folder === '' ? '' : `${folder}/`;
    const names = new Set(
      pages
        .filter(({ path }) => path.startsWith(prefix))
        .map(({ path }) => path.slice(prefix.length).split('/')[0] ?? ''),
    );
    names.delete('README.md');
    return [...names]
      .map((name) => ({
        at: rank(folder, prefix + name),
        item: itemOf(prefix + name),
      }))
      .toSorted((a, b) => a.at - b.at || a.item.text.localeCompare(b.item.text))
      .flatMap(({ item }) => (item.text === 'Docs' ? (item.items ?? []) : [item]));
  };

  const itemOf = (path: string): SidebarItem => {
    const page = byPath.get(path);
    if (page !== undefined) return { text: page.title, link: linkTo(placeOf(path)) };
    const index = byPath.get(`${path}/README.md`);
    const items = [...apiOf(path, entries), ...itemsIn(path)];
    return {
      text: index?.title ?? capitalised(posix.basename(path)),
      ...(index === undefined ? {} : { link: linkTo(placeOf(index.path)) }),
      ...(items.length === 0 ? {} : { items, collapsed: true }),
    };
  };

  const sidebar = itemsIn('');
  const sections = sidebar.filter(({ items, link }) => items !== undefined && link !== undefined);
  const nav = [...sections, { text: 'API', link: '/api/' }].flatMap(({ text, link }) =>
    link === undefined ? [] : [{ text, link }],
  );
  return { title, nav, sidebar };
}

/** Where the page of a Markdown file stands in the site. */
export function placeOf(path: string): string {
  return path.replace(/(^|\/)README\.md$/u, '$1index.md');
}

function apiOf(folder: string, entries: readonly Entry[]): SidebarItem[] {
  return entries
    .filter((entry) => entry.folder === folder)
    .map(({ name }) => ({ text: `API of ${name}`, link: linkTo(`api/${name}.md`) }));
}

function linkTo(place: string): string {
  return `/${place.replace(/\.md$/u, '').replace(/(^|\/)index$/u, '$1')}`;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
