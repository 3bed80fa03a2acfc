import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Where pictures are left, for whoever wants to see what the tests saw. */
const pictures = join(import.meta.dirname, '../pictures');

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe finds wrong with a page, one line each. Frames with the messages of others are not its matter. */
async function violations(page: Page): Promise<string[]> {
  const found = await page.evaluate<readonly AxeViolation[]>(`(() => {
    if (window.axe === undefined) { ${axe.source} }
    return axe.run(document, { iframes: false }).then(({ violations }) => violations);
  })()`);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}

/** What makes a page wider than its window, so that somebody would have to scroll to the side; none where it fits. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    if (document.documentElement.scrollWidth <= window.innerWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth)
      .map((element) => element.tagName + '.' + element.className + ' ' + element.textContent.slice(0, 40));
  })()`);
}

/** Leaves a picture of what a browser shows. */
async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

const wide = { width: 1280, height: 900 };
const narrow = { width: 320, height: 900 };

/**
 * Holds what a page shows just now to what all of it must keep: no violation that axe knows and no
 * scrolling to the side, in light on a desk and in dark on a small phone. Pictures of both are left.
 */
export async function judge(page: Page, name: string): Promise<void> {
  const found: Record<string, readonly string[]> = {};
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(wide);
  found['light'] = await violations(page);
  found['wide'] = await tooWide(page);
  await keepPicture(page, `${name}-light`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize(narrow);
  found['dark'] = await violations(page);
  found['narrow'] = await tooWide(page);
  await keepPicture(page, `${name}-dark-320`);
  await page.setViewportSize(wide);
  await page.emulateMedia({ colorScheme: 'light' });
  expect({ name, ...found }).toEqual({ name, light: [], wide: [], dark: [], narrow: [] });
}

const tabbable =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex="0"]';

/** Most that are looked at: rows of tables are all alike. */
const mostStops = 60;

/** Whether keys alone reach everything that can be used, in the order in which it is read. */
export async function judgeKeys(page: Page): Promise<void> {
  const count = await page.evaluate<number>(`(() => {
    const wanted = [...document.querySelectorAll(${JSON.stringify(tabbable)})]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled);
    window.reached = [];
    document.activeElement.blur();
    addEventListener('focusin', ({ target }) => window.reached.push(wanted.indexOf(target)));
    return wanted.length;
  })()`);
  const stops = Math.min(count, mostStops);
  for (let at = 0; at < stops; at += 1) await page.keyboard.press('Tab');
  const reached = await page.evaluate<readonly number[]>('window.reached');
  expect(reached).toEqual(Array.from({ length: stops }, (_none, index) => index));
  const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
  expect(outline).not.toBe('none');
}
