import { describe, expect, test } from '@jest/globals';
import { contactCount, keepPicture, tooWide, type Visit, violations } from '../visit.ts';

/** Looking around in the account. */
export function accountJourneys(visit: () => Visit): void {
  describe('the account', () => {
    test('shows its lists, and of a hundred thousand contacts the one who is looked for', async () => {
      const page = await visit().open('account');
      const row = page.locator('tr', { hasText: 'Contacts 1' }).first();
      expect(await row.textContent()).toContain(contactCount.toLocaleString('en'));
      await row.getByRole('link').click();
      await page.getByText(`${contactCount.toLocaleString('en')} in all`).waitFor();
      expect(await page.locator('.rows').first().locator('tbody tr').count()).toBe(50);
      const first = await page.locator('.name a').first().textContent();
      await page.getByRole('link', { name: 'Next' }).click();
      await page.getByText('from 51 on').waitFor();
      expect(await page.locator('.name a').first().textContent()).not.toBe(first);
      expect(await violations(page)).toEqual([]);
      await keepPicture(page, 'list-of-contacts');

      const sought = (await page.locator('.name a').nth(7).textContent()) ?? '';
      await page.keyboard.press('/');
      await page.keyboard.type(sought);
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: sought }).click();
      await page.getByRole('heading', { name: sought }).waitFor();
      await page.getByText('SUBSCRIPTION_METHOD').waitFor();
      expect(await violations(page)).toEqual([]);
      await keepPicture(page, 'contact');
    });

    test('shows fields, tags, segments with their members, callbacks and operations', async () => {
      const client = await visit().client();
      const { LIST_ID: listID } = await client.createList({ nome: 'With everything' });
      await client.addExtraField({ listID, name: 'Shoe size', type: 'numero' });
      const { UID } = await client.addSubscriber({ listID, email: 'tall@example.com' });
      await client.addSubscriber({ listID, email: 'small@other.example' });
      const { ID: tag } = await client.addTag({ name: 'regular guest' });
      await client.attachTag({ listID, tag, type: 'subscriber', target: [UID] });
      await client.createSegment({
        listID,
        name: 'Tall ones',
        fields: { email: 'tall@example.com' },
      });
      await client.editApiCallback({
        listID,
        callback_url: 'http://127.0.0.1:9/told',
        notif_api_1: true,
      });
      const page = await visit().open('account');
      await page.getByText('regular guest').waitFor();
      await page.getByRole('link', { name: 'With everything' }).click();
      for (const words of ['Shoe size', 'Tall ones', 'http://127.0.0.1:9/told']) {
        await page.locator('.cards').getByText(words).first().waitFor();
      }
      await page.getByRole('link', { name: 'Tall ones' }).click();
      await page.getByText('1 in all').waitFor();
      await page.getByRole('link', { name: 'tall@example.com' }).click();
      await page.locator('.tag', { hasText: 'regular guest' }).waitFor();
      await page.getByRole('cell', { name: 'attachTag' }).waitFor();
      expect(page.url()).toContain(`/lists/${listID}/contacts/${UID}`);
    });

    test.each([
      ['light', 1280],
      ['dark', 1280],
      ['light', 320],
    ] as const)('fits, %s, into %d pixels', async (scheme, width) => {
      const page = await visit().open('account', { scheme, width });
      expect(await tooWide(page)).toEqual([]);
      expect(await violations(page)).toEqual([]);
      await keepPicture(page, `account-${scheme}-${width}`);
    });
  });
}
