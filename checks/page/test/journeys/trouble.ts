import { sandboxApiKey } from '@egoi-client/sandbox';
import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { judge } from '../judging.ts';
import type { Visit } from '../visit.ts';

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
      await page.reload();
      expect(await page.getByText('used up').count()).toBe(2);
      await judge(page, 'trouble');
    });

    test('counts down what is left of it, and takes one back without the others', async () => {
      const client = await visit().client();
      const page = await visit().open('trouble');
      for (const [method, code] of [
        ['getLists', 'NO_ACCESS'],
        ['getTags', 'INTERNAL_ERROR'],
      ] as const) {
        const v2 = card(page, 'A call of v2 fails');
        await v2.getByLabel('Method').fill(method);
        await v2.getByLabel('Code').fill(code);
        await v2.getByLabel('How often').selectOption('3 calls');
        await v2.getByRole('button').click();
        await page.getByText('the next 3 times').waitFor();
      }
      await expect(client.getLists()).rejects.toMatchObject({ code: 'NO_ACCESS' });
      await page.reload();
      const row = (method: string) => page.locator('tr', { hasText: `v2: ${method}` });
      await row('getLists').first().getByText('2 of 3 left').waitFor();
      await row('getTags').first().getByText('3 of 3 left').waitFor();
      await row('getLists').first().getByRole('button', { name: 'Take back' }).click();
      await page.getByText('Taken back.').waitFor();
      expect(await client.getLists()).not.toHaveLength(0);
      await expect(client.getTags()).rejects.toMatchObject({ code: 'INTERNAL_ERROR' });
      await page.reload();
      await row('getTags').first().getByText('2 of 3 left').waitFor();
      await row('getTags').first().getByRole('button', { name: 'Take back' }).click();
      await page.getByText('Taken back.').waitFor();
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
      const page = await visit().open('trouble');
      await page.getByRole('button', { name: 'Spend the quota' }).click();
      const row = page.locator('tr', { hasText: 'the hour of calls is spent' });
      await row.waitFor();
      await expect(client.getLists()).rejects.toMatchObject({ code: 'CALL_LIMIT_EXCEEDED' });
      expect((await askV3()).status).toBe(429);
      await row.getByText('until taken back').first().waitFor();
      await row.getByRole('button', { name: 'Take back' }).click();
      await page.getByText('Taken back.').waitFor();
      expect(await client.getLists()).not.toHaveLength(0);
      expect((await askV3()).status).toBe(200);
    });

    test('slows answers down, and puts the clock forward', async () => {
      const client = await visit().client();
      const page = await visit().open('trouble');
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
      await judge(page, 'trouble-slow');
      await page.getByRole('button', { name: 'Take back' }).first().click();
      await page.getByText('Taken back.').waitFor();
    });

    test('leaves a call running in the list until it has ended', async () => {
      const page = await visit().open('trouble');
      const slow = card(page, 'Slow answers');
      await slow.getByLabel('Milliseconds').fill('86400000');
      await slow.getByRole('button').click();
      await page.getByText('every call waits 86400000 ms').first().waitFor();
      const client = await visit().client();
      const patience = new AbortController();
      const waiting = client.getTags({}, { signal: patience.signal });
      const calls = await visit().open('calls');
      const running = calls.locator('#calls tr[data-kind=running]', { hasText: 'getTags' });
      while ((await running.count()) === 0) await calls.reload();
      const number = await running.getAttribute('data-id');
      const row = calls.locator(`#calls tr[data-id="${number}"]`);
      await calls.locator('#live:visible').waitFor();
      patience.abort();
      await expect(waiting).rejects.toMatchObject({ kind: 'aborted' });
      await calls.locator(`#calls tr[data-id="${number}"][data-kind=failed]`).waitFor();
      expect(await row.count()).toBe(1);
    });

    test('lets time pass between what recipients do, which a report then draws', async () => {
      const client = await visit().client();
      const { LIST_ID: listID } = await client.createList({ nome: 'Over a week' });
      for (const name of ['ana', 'rui', 'eva', 'gil']) {
        await client.addSubscriber({ listID, email: `${name}@week.example` });
      }
      const [sender] = await client.getSenders({ channel: 'email' });
      const from = sender?.FROMID ?? '';
      const message =
        '<a href="https://bakery.example/a">a</a><a href="https://bakery.example/b">b</a>';
      const { ID: campaign } = await client.createCampaignEmail({
        listID,
        subject: 'A week',
        from,
        message,
      });
      await client.sendEmail({ campaign, listID, fromID: from, segment: 'all' });
      const page = await visit().open('outbox');
      await page.getByRole('link', { name: 'A week' }).click();
      const outbox = page.url();
      for (const name of ['ana', 'rui', 'eva']) {
        await page.goto(outbox);
        const row = page.locator('#recipients tr', { hasText: `${name}@` });
        await row.getByRole('button', { name: 'Open' }).click();
        await row.getByText('opened').waitFor();
        if (name !== 'eva') await row.getByRole('button', { name: 'Click' }).click();
        await page.goto(new URL('trouble', visit().pageUrl).href);
        await page.getByRole('button', { name: '+ 1 day' }).click();
        await page.getByText("The account's clock shows").first().waitFor();
      }
      await page.goto(new URL(`account/campaigns/${campaign}`, visit().pageUrl).href);
      const drawn = page.getByRole('img', { name: /Over time, from .+ to .+: Opens 3, Clicks 2/ });
      await drawn.waitFor();
      expect(await drawn.locator('path.line').count()).toBe(2);
      await judge(page, 'report-over-time');
    });

    test('adds sample data, and resets the account', async () => {
      const client = await visit().client();
      const page = await visit().open('trouble');
      const told: string[] = [];
      await page.exposeFunction('told', (words: string) => told.push(words));
      await page.evaluate(`new MutationObserver(([{ target }]) => told(target.textContent))
        .observe(document.getElementById('working'), { childList: true })`);
      const startedMs = Date.now();
      await page.getByRole('button', { name: 'Reset the account' }).click({ timeout: 120_000 });
      await page.getByText('The account is as it was made').waitFor({ timeout: 120_000 });
      expect(told).toEqual(['Resetting… This takes some seconds where there are many contacts.']);
      visit().figures.add('a reset, with 100,000 contacts', Date.now() - startedMs);
      for (const [path, words] of [
        ['account', 'No campaign was made'],
        ['outbox', 'Nothing was sent yet'],
      ] as const) {
        await page.goto(new URL(path, visit().pageUrl).href);
        await page.getByText(words).waitFor();
        await judge(page, `${path}-empty`);
      }
      await page.goto(new URL('calls', visit().pageUrl).href);
      await page.getByRole('button', { name: 'Clear' }).click();
      await page.getByText('No calls yet').waitFor();
      await judge(page, 'calls-empty');
      await page.goto(new URL('trouble', visit().pageUrl).href);
      await page.getByRole('button', { name: 'Add sample data' }).click();
      await page.getByText('There is a list of 50 contacts').waitFor();
      const lists = await client.getLists();
      expect(lists.map(({ title }) => title)).toEqual(['Readers of the bakery', 'Contacts']);
      await page.goto(new URL('outbox', visit().pageUrl).href);
      await page.getByRole('link', { name: 'The bread of the month' }).click();
      await page.locator('#recipients').waitFor();
      await judge(page, 'sample-outbox');
    });
  });
}
