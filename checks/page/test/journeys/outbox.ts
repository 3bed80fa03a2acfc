import { describe, expect, test } from '@jest/globals';
import { judge } from '../judging.ts';
import type { Visit } from '../visit.ts';

const newsletter = `<html><head><style>h1{font:700 26px Georgia} body{font-family:Georgia;background:#fdf7ec;color:#33261a;padding:16px} a{color:#a23b12}</style></head>
<body><h1>Spring at the bakery</h1><p>Dear reader,</p><p>The oven is warm again. <a href="https://bakery.example/menu">See the menu</a>, or <a href="http://bakery.example/old">the old one</a>.</p><p><img src="https://cdn.example/pixel.png" alt="A loaf"></p></body></html>`;

/** Reading what was sent, as those who got it. */
export function outboxJourneys(visit: () => Visit): void {
  describe('the outbox', () => {
    test('shows an e-mail as its recipients see it, and they open it, click and go', async () => {
      const client = await visit().client();
      const { LIST_ID: listID } = await client.createList({ nome: 'Readers of the outbox' });
      for (const name of ['ana', 'rui', 'eva']) {
        await client.addSubscriber({ listID, email: `${name}@example.com`, first_name: name });
      }
      const [sender] = await client.getSenders({ channel: 'email' });
      const from = sender?.FROMID ?? '';
      const { ID: campaign } = await client.createCampaignEmail({
        listID,
        subject: 'Spring at the bakery',
        from,
        message: newsletter,
      });
      await client.sendEmail({ campaign, listID, fromID: from, segment: 'all' });

      const page = await visit().open('outbox');
      await page.getByRole('link', { name: 'Spring at the bakery' }).click();
      for (const title of ['The e-mail on a desktop', 'The e-mail on a phone']) {
        const frame = page.frameLocator(`iframe[title="${title}"]`);
        await frame.getByRole('heading', { name: 'Spring at the bakery' }).waitFor();
      }
      await page.getByText('3 links and pictures').click();
      await page.getByText('not encrypted').waitFor();
      await page.getByText('Source', { exact: true }).click();
      await page.locator('pre', { hasText: '<h1>Spring at the bakery</h1>' }).waitFor();
      await page.getByText('Text', { exact: true }).click();
      await page.locator('pre', { hasText: /^Spring at the bakery\n+Dear reader,/ }).waitFor();
      await judge(page, 'outbox-email');

      const row = (name: string) => page.locator('#recipients tr', { hasText: `${name}@` });
      await row('ana').getByRole('button', { name: 'Open' }).click();
      await row('ana').getByText('opened').waitFor();
      await row('ana').getByRole('button', { name: 'Click' }).click();
      await row('ana').getByText('clicked').waitFor();
      await row('rui').getByRole('button', { name: 'Unsubscribe' }).click();
      await row('rui').getByText('unsubscribed').waitFor();
      await row('rui').getByRole('button', { name: 'Unsubscribe' }).click();
      await page.getByText('Not recorded: recordEvent: subscriber is removed already').waitFor();
      await row('eva').getByRole('button', { name: 'Bounce' }).click();
      await row('eva').getByText('bounced').waitFor();
      await judge(page, 'outbox-recipients');

      const report = await client.getReport({ campaign });
      expect(report).toMatchObject({ SENT: 3, UNIQUE_VIEWS: 1, UNIQUE_CLICKS: 1 });
      await page.goto(new URL(`account/campaigns/${campaign}`, visit().pageUrl).href);
      await page.getByRole('img', { name: /Sent to 3, Opened 1, Clicked 1, Bounced 1/ }).waitFor();
      await page.getByText('https://bakery.example/menu').waitFor();
      await page.getByRole('heading', { name: 'Opens and clicks over time' }).waitFor();
      await judge(page, 'report');
    });

    test('shows an SMS as a bubble', async () => {
      const client = await visit().client();
      const { LIST_ID: listID } = await client.createList({ nome: 'Phones', canal_sms: true });
      const [sender] = await client.getSenders({ channel: 'telemovel' });
      await client.sendSMS({
        listID,
        cellphone: '351-912345678',
        message: 'Your bread is ready',
        subject: 'Ready',
        fromID: sender?.FROMID ?? '',
      });
      const page = await visit().open('outbox');
      await judge(page, 'outbox');
      await page.getByRole('link', { name: 'Ready' }).click();
      await page.locator('.bubble', { hasText: 'Your bread is ready' }).waitFor();
      await page.getByText('no contact').waitFor();
      expect(await page.locator('iframe').count()).toBe(0);
      await judge(page, 'outbox-sms');
    });
  });
}
