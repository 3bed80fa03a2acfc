import { describe, expect, test } from '@jest/globals';
import { paintOf, type Visit } from '../visit.ts';

/** Times that each view is looked at. */
const looks = 3;

/** How soon each view shows something, with a hundred thousand contacts; told, and held to nothing. */
export function paintJourneys(visit: () => Visit): void {
  describe('every view', () => {
    test('shows something, and how soon is told', async () => {
      const page = await visit().open('calls');
      const linkOf = async (path: string, selector: string) => {
        await page.goto(new URL(path, visit().pageUrl).href);
        return (await page.locator(selector).first().getAttribute('href')) ?? '';
      };
      const views: readonly (readonly [string, string])[] = [
        ['calls', 'calls'],
        ['a call', await linkOf('calls', '#calls .name a')],
        ['outbox', 'outbox'],
        ['a message', await linkOf('outbox', '.rows .name a')],
        ['account', 'account'],
        ['a list of 100,000 contacts', 'account/lists/1'],
        ['the end of that list', 'account/lists/1?start=99950'],
        ['a search in it', 'account/lists/1?q=contact0099'],
        ['a contact', await linkOf('account/lists/1', '.rows .name a')],
        ['a report', await linkOf('account/campaigns', '.rows .name a')],
        ['deliveries', 'account/deliveries'],
        ['make trouble', 'trouble'],
      ];
      for (const [name, path] of views) {
        for (let look = 0; look < looks; look += 1) {
          await page.goto(new URL(path, visit().pageUrl).href);
          const { paintMs, serverMs } = await paintOf(page);
          expect(paintMs).toBeGreaterThan(0);
          visit().figures.add(`first paint: ${name}`, paintMs);
          visit().figures.add(`  of it the server: ${name}`, serverMs);
        }
      }
    });
  });
}
