import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { followLinks } from './built-links.ts';
import { navigationOf } from './navigation.ts';
import { takePictures } from './pictures.ts';
import { installRenderer, renderer, renderPages, writeApiPages } from './renderer.ts';
import { publishedEntries, readPages, repositoryFiles } from './repository.ts';
import { stagePages } from './stage-pages.ts';

const { values: options } = parseArgs({
  options: {
    /** Path that the site is served under. */
    base: { type: 'string', default: '/' },
    /** Folder for pictures of three pages, taken by Chromium. */
    pictures: { type: 'string' },
  },
});
const base = `/${options.base}/`.replace(/\/{2,}/gu, '/');
const root = fileURLToPath(new URL('../../../', import.meta.url));
const site = fileURLToPath(new URL('../dist/', import.meta.url));
const staged = join(renderer, '.pages');

const files = repositoryFiles(root);
const pages = readPages(root, files);
const entries = publishedEntries(root, files);
for (const folder of [staged, site]) rmSync(folder, { recursive: true, force: true });
mkdirSync(staged, { recursive: true });
const shown = stagePages(root, files, pages, staged);
writeFileSync(
  join(renderer, 'site.json'),
  JSON.stringify({ base, ...navigationOf(pages, entries) }),
);
writeFileSync(join(renderer, 'api.json'), JSON.stringify(entries));

await installRenderer();
await writeApiPages();
await renderPages();

const links = followLinks(site, base);
const fileOf = (page: string): string => {
  const place = page.replace(/\.html$/u, '.md');
  return shown.get(place) ?? place;
};
for (const { page, url, reason } of links.dead)
  console.error(`${fileOf(page)}: ${url} leads nowhere: ${reason}`);
for (const { page, url } of links.loadedFromElsewhere)
  console.error(`${page}: would load ${url} from elsewhere`);
let problems = links.dead.length + links.loadedFromElsewhere.length;

if (options.pictures !== undefined) {
  const folder = resolve(options.pictures);
  for (const problem of await takePictures(site, base, folder)) {
    console.error(problem);
    problems += 1;
  }
  console.log(`pictures: ${relative('.', folder) || '.'}`);
}

const api = links.pages.filter((page) => page.startsWith('api/')).length;
console.log(`links that leave the site, not asked: ${links.leaving.length}`);
for (const address of links.leaving) console.log(`  ${address}`);
console.log(`site: ${relative('.', site)}`);
console.log(
  `pages: ${links.pages.length} (${pages.length} of the repository, ${shown.size - pages.length} of files that they lead to, ${api} of the API)`,
);
console.log(`loaded from elsewhere: ${links.loadedFromElsewhere.length}`);
console.log(`links followed: ${links.followed}, dead links: ${links.dead.length}`);
if (problems > 0) process.exitCode = 1;
