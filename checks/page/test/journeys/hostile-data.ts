import { sandboxApiKey } from '@egoi-client/sandbox';
import { describe, expect, test } from '@jest/globals';
import { judge } from '../judging.ts';
import type { Visit } from '../visit.ts';

/** It would be seen if it ran, if it were loaded, and if it turned its surroundings around. */
const hostile = `"'><script>window.ran=1</script><img src=http://evil.example/a onerror=window.ran=1>\u202Egnp.exe\u2066`;
const long = `${hostile}${'W'.repeat(100_000)}`;

const hostileMail = `<base href="http://evil.example/"><meta http-equiv="refresh" content="0;url=http://evil.example/m">
<link rel="preconnect" href="http://evil.example"><link rel="dns-prefetch" href="//evil.example"><link rel="stylesheet" href="http://evil.example/s.css">
<style>@import url(http://evil.example/i.css); body{background:url(http://evil.example/b.png)}</style>
<script>parent.ran=1;fetch('http://evil.example/f')</script><img src="http://evil.example/p.png" onerror="parent.ran=1">
<iframe src="http://evil.example/x"></iframe><object data="http://evil.example/o"></object><video src="http://evil.example/v" autoplay></video>
<form action="http://evil.example/post"><button id="send">Send</button></form><a id="away" href="http://evil.example/away">Away</a>
<a id="up" target="_top" href="http://evil.example/up">Up</a>`;

/** What strangers write into every field there is. */
export function hostileJourneys(visit: () => Visit): void {
  describe('hostile data', () => {
    test('shows as text in every view, and moves nothing', async () => {
      const client = await visit().client();
      const { LIST_ID: listID } = await client.createList({ nome: hostile });
      const field = await client.addExtraField({ listID, name: hostile, type: 'texto' });
      const callback_url = `http://127.0.0.1:9/${encodeURIComponent(hostile)}`;
      await client.editApiCallback({ listID, callback_url, notif_api_9: true });
      await client.addSubscriber({
        listID,
        email: 'hostile@example.com',
        first_name: long,
        last_name: hostile,
        [`extra_${field.NEW_ID}`]: hostile,
      });
      await client.addTag({ name: hostile });
      const [sender] = await client.getSenders({ channel: 'email' });
      const from = sender?.FROMID ?? '';
      const { ID: campaign } = await client.createCampaignEmail({
        listID,
        subject: hostile,
        internal_name: hostile,
        from,
        message: hostileMail,
      });
      await client.sendEmail({ campaign, listID, fromID: from, segment: 'all' });
      await client.createSegment({ listID, name: hostile, fields: { last_name: hostile } });
      const form = new URLSearchParams({ method: hostile, type: 'json' });
      form.set('functionOptions[apikey]', sandboxApiKey);
      await fetch(visit().urls.rest, { method: 'POST', body: form });
      await fetch(`${visit().v3Url}/lists/${encodeURIComponent(hostile)}`, {
        headers: { apikey: sandboxApiKey, 'x-hostile': '"><script>window.ran=1</script>' },
      });

      const page = await visit().open('calls');
      await page.locator('#live:visible').waitFor();
      const seen = async (name: string) => {
        expect(await page.evaluate('window.ran')).toBeUndefined();
        await judge(page, `hostile-${name}`);
      };
      await seen('calls');
      for (const link of await page
        .locator('#calls .name a')
        .all()
        .then((all) => all.slice(0, 8))) {
        await link.click();
        await page.locator('#detail article').waitFor();
        expect(await page.evaluate('window.ran')).toBeUndefined();
      }
      await page.goto(new URL('account', visit().pageUrl).href);
      await seen('account');
      await page.goto(new URL(`account/lists/${listID}`, visit().pageUrl).href);
      await page.getByText(hostile.slice(0, 30)).first().waitFor();
      await seen('list');
      await page.getByRole('link', { name: 'hostile@example.com' }).click();
      await page.getByText('SUBSCRIPTION_METHOD').waitFor();
      await seen('contact');
      await page.goto(new URL(`account/campaigns/${campaign}`, visit().pageUrl).href);
      await seen('report');
      await page.goto(new URL('account/deliveries', visit().pageUrl).href);
      await page.locator('.rows .name a').first().click();
      await page.locator('pre', { hasText: 'window.ran=1' }).first().waitFor();
      await seen('delivery');
      for (const failure of ['fail', 'fail-v3', 'delay']) {
        await page.goto(new URL('trouble', visit().pageUrl).href);
        const fields = page.locator(`form[action$='/trouble/${failure}']`);
        await fields.evaluate(fillAll, hostile);
        await fields.evaluate((element) => (element as unknown as { submit(): void }).submit());
        await page.getByText(/That was refused|From now on/).waitFor();
        expect(await page.evaluate('window.ran')).toBeUndefined();
      }
      await page.goto(new URL(`trouble?told=${encodeURIComponent(hostile)}`, visit().pageUrl).href);
      await seen('trouble');
      for (const button of await page.getByRole('button', { name: 'Take back' }).all()) {
        await button.click();
      }
    });

    test('of an e-mail stays in its frame, which loads nothing and goes nowhere', async () => {
      const page = await visit().open('outbox');
      await page.locator('.name a').first().click();
      await page.locator('#recipients').waitFor();
      const address = page.url();
      const frame = page.frameLocator('iframe').first();
      await frame.locator('#away').waitFor();
      for (const target of ['#up', '#send', '#away']) {
        await frame.locator(target).hover({ force: true });
        await frame.locator(target).click({ force: true });
      }
      for (let at = 0; at < 6; at += 1) {
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
      }
      expect(page.url()).toContain('/_sandbox/');
      await page.goto(address);
      await page.locator('#recipients').waitFor();
      expect(await page.evaluate('window.ran')).toBeUndefined();
      await judge(page, 'hostile-outbox');
    });
  });
}

/** Fills every field of a form, also those that a person could not fill so. Runs in the browser. */
function fillAll(form: unknown, text: string): void {
  interface Field {
    readonly type: string;
    readonly tagName: string;
    value: string;
    setAttribute(name: string, value: string): void;
    append(option: unknown): void;
  }
  const { elements } = form as { readonly elements: Iterable<Field> };
  for (const field of elements) {
    if (field.tagName !== 'INPUT') continue;
    field.setAttribute('type', 'text');
    field.value = text;
  }
}
