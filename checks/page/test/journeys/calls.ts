import { sandboxApiKey } from '@egoi-client/sandbox';
import { describe, expect, test } from '@jest/globals';
import { v2WireNames } from '@egoi-client/transports';
import { keepPicture, tooWide, type Visit, violations } from '../visit.ts';

/** Watching calls. */
export function callJourneys(visit: () => Visit): void {
  describe('calls', () => {
    test('arrive in the open page, from every wire and from API v3', async () => {
      const page = await visit().open('calls');
      await page.locator('#live:visible').waitFor();
      for (const wire of v2WireNames) {
        const client = await visit().client(wire);
        const calledMs = Date.now();
        await client.getLists();
        await page.locator('#calls tr', { hasText: wireLabels[wire] }).first().waitFor();
        tell(`line of ${wire}, with the call itself`, Date.now() - calledMs);
      }
      await fetch(`${visit().v3Url}/lists`, { headers: { apikey: sandboxApiKey } });
      await page.locator('#calls tr', { hasText: 'getAllLists' }).waitFor();
      await page.locator('#calls tr', { hasText: 'WSDL' }).waitFor();
      expect(await violations(page)).toEqual([]);
      await keepPicture(page, 'calls-live');
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
        ['API v3', 'createList'],
      ] as const) {
        if (title !== 'TypeScript') await detail.getByText(title, { exact: true }).click();
        await detail.locator('details[open] pre', { hasText: words }).waitFor();
      }
      expect(page.url()).toMatch(/\/calls\/\d+$/);
      expect(await violations(page)).toEqual([]);
      await keepPicture(page, 'call-detail');
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

    test.each([
      ['dark', 1280],
      ['light', 320],
      ['dark', 320],
      ['light', 1900],
    ] as const)('fit, %s, into %d pixels', async (scheme, width) => {
      const page = await visit().open('calls', { scheme, width });
      expect(await tooWide(page)).toEqual([]);
      expect(await violations(page)).toEqual([]);
      await keepPicture(page, `calls-${scheme}-${width}`);
      await page.getByRole('link', { name: 'createList' }).first().click();
      await page.locator('#detail article').waitFor();
      expect(await tooWide(page)).toEqual([]);
      expect(await violations(page)).toEqual([]);
      await keepPicture(page, `call-${scheme}-${width}`);
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

function tell(what: string, ms: number): void {
  process.stderr.write(`page: ${what}: ${ms} ms\n`);
}
