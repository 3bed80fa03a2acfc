import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { markedPages } from './marked-words.ts';
import { makeReference } from './pages.ts';
import { stalePages } from './stale-pages.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const { pages: made, words, notRun } = await makeReference();
const pages = new Map([...made, ...markedPages(root, words)]);
const problems = notRun.map((name) => `the sandbox cannot run the example of ${name}`);

if (process.argv.includes('--check')) {
  problems.push(...stalePages(root, pages));
} else {
  for (const [path, text] of pages) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

if (problems.length > 0) {
  console.error(
    `${problems.join('\n')}\nreference: run pnpm docs:reference and look at its changes`,
  );
  process.exitCode = 1;
} else {
  console.log(
    `reference: ${pages.size} pages are what the catalogue and the description of API v3 say`,
  );
}
