import { describe, expect, test } from '@jest/globals';
import { judge, judgeKeys } from '../judging.ts';
import { contactCount, type Visit } from '../visit.ts';

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
      await judge(page, 'list-of-contacts');

      const sought = (await page.locator('.name a').nth(7).textContent()) ?? '';
      await page.keyboard.press('/');
      await page.keyboard.type(sought);
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: sought }).click();
      await page.getByRole('heading', { name: sought }).waitFor();
      await page.getByText('SUBSCRIPTION_METHOD').waitFor();
      await judge(page, 'contact');
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
      for (const words of ['regular guest', 'news@example.com']) {
        await page.getByText(words).first().waitFor();
      }
      await page.getByRole('link', { name: 'With everything' }).click();
      for (const words of ['Shoe size', 'Tall ones', 'http://127.0.0.1:9/told']) {
        await page.locator('.cards').getByText(words).first().waitFor();
      }
      await page.getByRole('link', { name: 'Tall ones' }).click();
      await page.getByText('1 in all').waitFor();
      await page.getByLabel('Segment or tag').selectOption('regular guest');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByRole('heading', { name: 'with the tag regular guest' }).waitFor();
      await page.getByText('1 in all').waitFor();
      await judge(page, 'list-with-everything');
      await page.getByRole('link', { name: 'tall@example.com' }).click();
      await page.locator('.tag', { hasText: 'regular guest' }).waitFor();
      await page.getByRole('cell', { name: 'attachTag' }).waitFor();
      expect(page.url()).toContain(`/lists/${listID}/contacts/${UID}`);
    });

    test('has a page of its own for each of its parts, however much there is', async () => {
      const client = await visit().client('xmlrpc');
      for (let number = 1; number <= 60; number += 1) {
        await client.addTag({ name: `tag ${number}` });
      }
      const page = await visit().open('account');
      await page.getByRole('link', { name: 'All tags' }).click();
      await page.getByRole('link', { name: 'Next' }).click();
      await page.getByText('from 51 on').waitFor();
      await page.getByText('tag 60', { exact: true }).waitFor();
      for (const part of ['lists', 'campaigns', 'operations', 'automations', 'senders']) {
        await page.goto(new URL(`account/${part}`, visit().pageUrl).href);
        const title = await page.getByRole('heading', { level: 1 }).textContent();
        expect(title?.toLowerCase()).toBe(part);
      }
      await page.goto(new URL('account/nothing', visit().pageUrl).href);
      await page.getByText('The account has no such part').waitFor();
    });

    test('is used by keys alone, in the order in which it is read', async () => {
      for (const path of ['account', 'trouble', 'calls', 'outbox']) {
        const page = await visit().open(path);
        await judgeKeys(page);
      }
      const page = await visit().open('account');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('content');
    });
  });
}
