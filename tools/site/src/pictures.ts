import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { serveFolder } from './serve-folder.ts';

/** Pages of three kinds: the first, a table by the catalogue, an API. */
const pictured = ['', 'docs/methods/subscribers.html', 'api/core.html'];

const views = [
  { name: 'light', width: 1280, height: 900, colorScheme: 'light' },
  { name: 'dark', width: 1280, height: 900, colorScheme: 'dark' },
  { name: 'narrow', width: 400, height: 800, colorScheme: 'light' },
] as const;

type View = (typeof views)[number];

/**
 * Opens three pages and the search in Chromium, in the light, in the dark and on a narrow screen, and keeps
 * pictures of them.
 *
 * @param site folder of the site
 * @param base path that it is served under
 * @param into folder for the pictures
 * @throws Error where no `chromium` is on the path
 * @returns what was wrong: addresses elsewhere that were asked, what did not load or run, pages wider than the screen
 */
export async function takePictures(
  site: string,
  base: string,
  into: string,
): Promise<readonly string[]> {
  mkdirSync(into, { recursive: true });
  const served = await serveFolder(site, base);
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const problems: string[] = [];
    for (const view of views)
      problems.push(...(await picturesOf(browser, `${served.origin}${base}`, view, into)));
    return problems;
  } finally {
    await browser.close();
    await served.close();
  }
}

function chromiumPath(): string {
  const { status, stdout } = spawnSync('which', ['chromium'], { encoding: 'utf8' });
  if (status === 0) return stdout.trim();
  throw new Error(
    'no chromium on the path, which --pictures wants (Debian: apt-get install chromium)',
  );
}

async function picturesOf(browser: Browser, address: string, view: View, into: string) {
  const { name, width, height, colorScheme } = view;
  const problems: string[] = [];
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  const page = await context.newPage();
  page.on('request', (request) => {
    const { origin } = new URL(address);
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
      problems.push(`${page.url()} asks ${request.url()}`);
  });
  page.on('response', (answer) => {
    if (answer.status() >= 400) problems.push(`${answer.url()} answers ${answer.status()}`);
  });
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`));

  for (const path of pictured) {
    await page.goto(address + path, { waitUntil: 'networkidle' });
    const wanted = await page.evaluate('document.documentElement.scrollWidth');
    if (typeof wanted === 'number' && wanted > width)
      problems.push(`${path || 'the first page'} is ${wanted} wide on a screen of ${width}`);
    const file = `${path.replace(/\.html$/u, '').replaceAll('/', '-') || 'first'}-${name}.png`;
    await page.screenshot({ path: join(into, file) });
  }

  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('addSubscriberBulk');
  await page.locator('.results .result').first().waitFor();
  await page.screenshot({ path: join(into, `search-${name}.png`) });
  await context.close();
  return problems;
}
