import { sandboxApiKey } from '@egoi-client/sandbox';
import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { keepPicture, tooWide, type Visit, violations } from '../visit.ts';

/** Making things go wrong. The last one throws away what the others looked at. */
export function troubleJourneys(visit: () => Visit): void {
  const askV3 = () => fetch(`${visit().v3Url}/lists`, { headers: { apikey: sandboxApiKey } });
  const card = (page: Page, title: string) =>
    page.locator('section.card', { has: page.getByRole('heading', { name: title }) });

  describe('trouble', () => {
    test('lets a call of v2 fail with a code, and one of v3 with a status, once', async () => {
      const client = await visit().client();
      const page = await visit().open('trouble');
      const v2 = card(page, 'A call of v2 fails');
      await v2.getByLabel('Method').fill('getLists');
      await v2.getByLabel('Code').fill('NO_ACCESS');
      await v2.getByRole('button').click();
      await page.getByText('getLists answers NO_ACCESS, the next time').first().waitFor();
      await expect(client.getLists()).rejects.toMatchObject({ code: 'NO_ACCESS' });
      expect(await client.getLists()).not.toHaveLength(0);
      const v3 = card(page, 'A request of API v3 fails');
      await v3.getByRole('button').click();
      await page.getByText('every call is answered 503').first().waitFor();
      expect((await askV3()).status).toBe(503);
      expect((await askV3()).status).toBe(200);
      expect(await violations(page)).toEqual([]);
      await keepPicture(page, 'trouble');
    });

    test('says what it cannot do, and does nothing then', async () => {
      const page = await visit().open('trouble');
      const v2 = card(page, 'A call of v2 fails');
      await v2.getByLabel('Method').fill('makeCoffee');
      await v2.getByRole('button').click();
      await page.getByText('That was refused: fail: the method must be one of').waitFor();
      expect(await page.locator('td', { hasText: 'makeCoffee' }).count()).toBe(0);
    });

    test('spends the quota until it is given back', async () => {
      const client = await visit().client('xmlrpc');
      const page = await visit().open('trouble', { scheme: 'dark' });
      await page.getByRole('button', { name: 'Spend the quota' }).click();
      const row = page.locator('tr', { hasText: 'the hour of calls is spent' });
      await row.waitFor();
      await expect(client.getLists()).rejects.toMatchObject({ code: 'CALL_LIMIT_EXCEEDED' });
      expect((await askV3()).status).toBe(429);
      expect(await violations(page)).toEqual([]);
      await row.getByRole('button', { name: 'Take back' }).click();
      await page.getByText('Taken back.').waitFor();
      expect(await client.getLists()).not.toHaveLength(0);
      expect((await askV3()).status).toBe(200);
    });

    test('slows answers down, and puts the clock forward', async () => {
      const client = await visit().client();
      const page = await visit().open('trouble', { width: 320 });
      const slow = card(page, 'Slow answers');
      await slow.getByLabel('Milliseconds').fill('86400000');
      await slow.getByRole('button').click();
      await page.getByText('every call waits 86400000 ms').first().waitFor();
      const waiting = client.getLists({}, { timeoutMs: 1000 });
      await expect(waiting).rejects.toMatchObject({ kind: 'timeout' });
      await page.getByRole('button', { name: '+ 30 days' }).click();
      await page.getByText('ahead of the real time').waitFor();
      const { LIST_ID: listID } = await client.createList({ nome: 'Made in a month' });
      const { UID } = await client.addSubscriber({ listID, email: 'later@example.com' });
      const found = await client.subscriberData({ listID, subscriber: UID });
      const aheadMs = Date.parse(String(found.subscriber.ADD_DATE).replace(' ', 'T')) - Date.now();
      expect(aheadMs).toBeGreaterThan(29 * 86_400_000);
      expect(await tooWide(page)).toEqual([]);
      expect(await violations(page)).toEqual([]);
      await keepPicture(page, 'trouble-320');
    });

    test('adds sample data, and resets the account', async () => {
      const client = await visit().client();
      const page = await visit().open('trouble');
      await page.getByRole('button', { name: 'Reset the account' }).click({ timeout: 120_000 });
      await page.getByText('The account is as it was made').waitFor();
      await page.getByRole('button', { name: 'Add sample data' }).click();
      await page.getByText('There is a list of 50 contacts').waitFor();
      const lists = await client.getLists();
      expect(lists.map(({ title }) => title)).toEqual(['Readers of the bakery', 'Contacts']);
      await page.goto(new URL('outbox', visit().pageUrl).href);
      await page.getByRole('link', { name: 'The bread of the month' }).click();
      await page.locator('#recipients').waitFor();
      await keepPicture(page, 'sample-outbox');
    });
  });
}
