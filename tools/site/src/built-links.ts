import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { Parser } from 'htmlparser2';

/** A link of a built page that leads nowhere. */
interface DeadLink {
  /** File of the page in the site. */
  readonly page: string;
  readonly url: string;
  readonly reason: 'no such page' | 'no such heading';
}

/** What was found in the built pages. */
export interface BuiltLinks {
  /** Files of the pages, without that for what is not found. */
  readonly pages: readonly string[];
  /** Links and addresses of parts followed, the same one of several pages several times. */
  readonly followed: number;
  readonly dead: readonly DeadLink[];
  /** Addresses that links lead to outside the site, which nobody asks. */
  readonly leaving: readonly string[];
  /** What a page would load from elsewhere. */
  readonly loadedFromElsewhere: readonly { readonly page: string; readonly url: string }[];
}

interface BuiltPage {
  readonly anchors: ReadonlySet<string>;
  /** By the element that they stand in. */
  readonly links: readonly { readonly element: string; readonly url: string }[];
}

/**
 * Follows each link of each page of a built site to a file, and to a heading where it names one.
 *
 * @param folder of the site
 * @param base path that the site is served under, such as `/`
 */
export function followLinks(folder: string, base: string): BuiltLinks {
  const files = new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
      file.split(sep).join('/'),
    ),
  );
  const pages = new Map(
    [...files]
      .filter((file) => file.endsWith('.html'))
      .map((file) => [file, readBuiltPage(readFileSync(join(folder, file), 'utf8'))]),
  );
  const origin = 'http://site.invalid';
  const dead: DeadLink[] = [];
  const leaving = new Set<string>();
  const loadedFromElsewhere: { page: string; url: string }[] = [];
  let followed = 0;

  for (const [page, { links }] of pages) {
    for (const { element, url } of links) {
      const address = new URL(url, `${origin}${base}${page}`);
      if (address.protocol === 'data:') continue;
      if (address.origin !== origin) {
        if (element === 'a') leaving.add(address.href);
        else loadedFromElsewhere.push({ page, url });
        continue;
      }
      followed += 1;
      const file = fileAt(address.pathname, base);
      if (file === undefined || !files.has(file)) dead.push({ page, url, reason: 'no such page' });
      else if (!hasHeading(pages.get(file), address.hash))
        dead.push({ page, url, reason: 'no such heading' });
    }
  }
  for (const file of files) {
    if (!file.endsWith('.css')) continue;
    for (const [, url = ''] of readFileSync(join(folder, file), 'utf8').matchAll(
      /(?:url\(\s*|@import\s+)["']?((?:https?:)?\/\/[^"')\s]+)/gu,
    ))
      loadedFromElsewhere.push({ page: file, url });
  }
  return {
    pages: [...pages.keys()].filter((page) => page !== '404.html').toSorted(),
    followed,
    dead,
    leaving: [...leaving].toSorted(),
    loadedFromElsewhere,
  };
}

function readBuiltPage(html: string): BuiltPage {
  const anchors = new Set<string>();
  const links: { element: string; url: string }[] = [];
  const parser = new Parser({
    onopentag(element, attributes) {
      for (const name of [attributes['id'], element === 'a' ? attributes['name'] : undefined])
        if (name !== undefined) anchors.add(name);
      for (const url of [attributes['href'], attributes['src'], attributes['poster']])
        if (url !== undefined) links.push({ element, url });
    },
  });
  parser.end(html);
  return { anchors, links };
}

function fileAt(pathname: string, base: string): string | undefined {
  if (!pathname.startsWith(base)) return undefined;
  const path = decodeURIComponent(pathname.slice(base.length));
  return path === '' || path.endsWith('/') ? posix.join(path, 'index.html') : path;
}

function hasHeading(page: BuiltPage | undefined, hash: string): boolean {
  if (hash === '' || hash === '#') return true;
  return page?.anchors.has(decodeURIComponent(hash.slice(1))) ?? false;
}
