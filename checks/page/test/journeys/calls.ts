import { sandboxApiKey } from '@egoi-client/sandbox';
import { describe, expect, test } from '@jest/globals';
import { v2WireNames } from '@egoi-client/transports';
import { judge } from '../judging.ts';
import type { Visit } from '../visit.ts';

/** Watching calls. */
export function callJourneys(visit: () => Visit): void {
  describe('calls', () => {
    test('arrive in the open page, from every wire and from API v3', async () => {
      const page = await visit().open('calls');
      await page.locator('#live:visible').waitFor();
      for (const wire of v2WireNames) {
        const client = await visit().client(wire);
        const label = wireLabels[wire];
        const calledMs = Date.now();
        const seen = page.evaluate<number>(firstSeenMs(label));
        await client.getLists();
        const answeredMs = Date.now();
        visit().figures.add(`first call over ${wire}`, answeredMs - calledMs);
        visit().figures.add(
          'line, after its call was answered',
          Math.max(0, (await seen) - answeredMs),
        );
        await page.locator('#calls tr', { hasText: label }).first().waitFor();
      }
      await fetch(`${visit().v3Url}/lists`, { headers: { apikey: sandboxApiKey } });
      await page.locator('#calls tr', { hasText: 'getAllLists' }).waitFor();
      await page.locator('#calls tr', { hasText: 'WSDL' }).waitFor();
      const animation = () =>
        page.evaluate<string>("getComputedStyle(document.querySelector('tr.new')).animationName");
      expect(await animation()).toBe('none');
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      expect(await animation()).toBe('arrive');
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await judge(page, 'calls-live');
    });

    test('are seen whole after one click: the wire, the values, and the same in other words', async () => {
      const client = await visit().client('soap-universal');
      const name = 'Ana & <b>Rui</b>';
      await client.createList({ nome: name });
      const page = await visit().open('calls');
      await page.getByRole('link', { name: 'createList' }).first().click();
      const detail = page.locator('#detail');
      await detail.getByRole('heading', { name: 'createList' }).waitFor();
      const text = await detail.textContent();
      expect(text).toContain('<SOAP-ENV:Envelope');
      expect(text).toContain(name);
      expect(text).toContain('Ana &amp; &lt;b&gt;Rui&lt;/b&gt;');
      expect(text).not.toContain(sandboxApiKey);
      expect(text).toContain('[redacted]');
      for (const [title, words] of [
        ['TypeScript', "await client.createList({ nome: 'Ana & <b>Rui</b>' })"],
        ['curl', '/v2/rest.php'],
        ['PHP', '$client->createList(['],
        ['SOAP', 'http://api.e-goi.com/v2/soap.php#createList'],
        ['Universal SOAP', 'http://api.e-goi.com/v2/soap_any.php#createList'],
        ['XML-RPC', '<methodName>createList</methodName>'],
        ['REST', 'functionOptions[nome] = Ana & <b>Rui</b>'],
        ['API v3', '# 1. createList, answered 201'],
      ] as const) {
        if (title !== 'TypeScript') await detail.getByText(title, { exact: true }).click();
        await detail.locator('details[open] pre', { hasText: words }).waitFor();
      }
      expect(page.url()).toMatch(/\/calls\/\d+$/);
      await judge(page, 'call-detail');
    });

    test('that were refused say so, and a live key sent here by mistake shows nowhere', async () => {
      const liveKey = '0123456789abcdef0123456789abcdef01234567';
      const form = new URLSearchParams({ type: 'json', method: 'getLists' });
      form.set('functionOptions[apikey]', liveKey);
      await fetch(visit().urls.rest, { method: 'POST', body: form });
      await fetch(visit().urls.xmlrpc, { method: 'POST', body: `<not xmlrpc ${liveKey}` });
      await fetch(`${visit().v3Url}/lists`, { headers: { apikey: liveKey } });
      const page = await visit().open('calls?kind=problems');
      const rows = page.locator('#calls tr');
      expect(await rows.count()).toBeGreaterThanOrEqual(3);
      for (let at = 0; at < 3; at += 1) {
        await rows.nth(at).getByRole('link').click();
        await page.locator('#detail article').waitFor();
        expect(await page.content()).not.toContain(liveKey);
      }
    });

    test('can be filtered by keys alone, and held back while one reads', async () => {
      const page = await visit().open('calls');
      await page.locator('#live:visible').waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('createlist');
      await page.locator('#calls tr:not([hidden])', { hasText: 'createList' }).first().waitFor();
      await judge(page, 'calls-filtered');
      expect(await page.locator('#calls tr:not([hidden])', { hasText: 'getLists' }).count()).toBe(
        0,
      );
      await page.keyboard.press('Escape');
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.locator('#detail').getByRole('heading', { name: 'createList' }).waitFor();
      await page.getByRole('searchbox').fill('');
      await page.getByRole('button', { name: 'Pause' }).click();
      const before = await page.locator('#calls tr').count();
      await (await visit().client()).getUserData();
      await page.getByText('paused, 1 new').waitFor();
      expect(await page.locator('#calls tr').count()).toBe(before);
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.locator('#calls tr', { hasText: 'getUserData' }).first().waitFor();
    });

    test('can be replayed, and do again what they did', async () => {
      const client = await visit().client('xmlrpc');
      await client.createList({ nome: 'Replayed' });
      const page = await visit().open('calls');
      await page.getByRole('link', { name: 'createList' }).first().click();
      await page.getByRole('button', { name: 'Replay' }).click();
      await page.getByText(/replays \d+/).waitFor();
      const lists = await client.getLists();
      expect(lists.filter(({ title }) => title === 'Replayed')).toHaveLength(2);
    });

    test('are there without scripts too', async () => {
      const page = await visit().open('calls', { javaScript: false });
      await page.getByRole('link', { name: 'createList' }).first().click();
      await page.locator('#detail').getByRole('heading', { name: 'createList' }).waitFor();
      await page.getByRole('button', { name: 'Replay' }).click();
      await page
        .getByText(/replays \d+/)
        .first()
        .waitFor();
      expect(await page.locator('#detail').textContent()).toContain('createList');
    });

    test('of other sites are refused: their pages get neither the page nor a change', async () => {
      const foreign = { origin: 'http://evil.example' };
      const { pageUrl, address } = visit();
      expect((await fetch(pageUrl, { headers: foreign })).status).toBe(403);
      expect((await fetch(`${address}/_sandbox/calls/live`, { headers: foreign })).status).toBe(
        403,
      );
      const form = { method: 'POST', body: new URLSearchParams({ a: 'b' }) };
      const clear = `${address}/_sandbox/calls/clear`;
      expect((await fetch(clear, { ...form, headers: foreign })).status).toBe(403);
      expect((await fetch(clear, form)).status).toBe(403);
      expect((await fetch(clear)).status).toBe(404);
      const own = { origin: address, 'content-type': 'application/json' };
      expect((await fetch(clear, { method: 'POST', body: '{}', headers: own })).status).toBe(415);
    });
  });
}

const wireLabels = {
  soap: 'SOAP',
  'soap-universal': 'SOAP any',
  xmlrpc: 'XML-RPC',
  rest: 'REST',
} as const;

/** When a line with some words is first shown, by the clock of the browser, which is that of the test. */
function firstSeenMs(words: string): string {
  return `new Promise((resolve) => {
    const rows = document.querySelector('#calls');
    const look = () => [...rows.rows].some((row) => row.cells[1].textContent === ${JSON.stringify(words)} && row.textContent.includes('getLists'));
    const observer = new MutationObserver(() => {
      if (!look()) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(Date.now()));
    });
    observer.observe(rows, { childList: true });
  })`;
}
