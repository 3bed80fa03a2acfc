import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { judge } from '../judging.ts';
import type { Visit } from '../visit.ts';

/** Seeing whom the account told of what. */
export function deliveryJourneys(visit: () => Visit): void {
  describe('deliveries', () => {
    let server: Server;
    let address: string;
    const bodies: string[] = [];

    beforeAll(async () => {
      server = createServer((request, response) => {
        let body = '';
        request.on('data', (piece: Buffer) => {
          body += piece.toString();
        });
        request.on('end', () => {
          bodies.push(body);
          // Each is taken at its second try.
          const tries = bodies.filter((taken) => taken === body).length;
          response.writeHead(tries === 1 ? 503 : 200).end();
        });
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/told`;
    });

    afterAll(async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    });

    test('show each try of a callback and a webhook, when the next is, and can be made again', async () => {
      const client = await visit().client();
      const { LIST_ID: listID } = await client.createList({ nome: 'Told to others' });
      const callback_url = `${address}?token=not-for-eyes`;
      await client.editApiCallback({ listID, callback_url, notif_api_9: true });
      const webhook = await fetch(`${visit().v3Url}/webhooks`, {
        method: 'POST',
        headers: { apikey: sandboxApiKey, 'content-type': 'application/json' },
        body: JSON.stringify({ list_id: listID, url: address, actions: ['subscription'] }),
      });
      expect(webhook.ok).toBe(true);
      await client.addSubscriber({ listID, email: 'told@example.com', first_name: '<b>Ana' });

      const page = await visit().open('account');
      expect(await page.content()).not.toContain('not-for-eyes');
      await judge(page, 'account-deliveries');
      const rows = page.locator('section', { hasText: 'Deliveries' }).locator('tbody tr');
      await rows.filter({ hasText: 'callback' }).first().getByRole('link').click();
      await page.getByRole('heading', { name: 'addSubscriber' }).waitFor();
      await page
        .locator('pre', { hasText: /(?:<|&lt;)b(?:>|&gt;)Ana/ })
        .first()
        .waitFor();
      await page.locator('td', { hasText: 'answered 503' }).first().waitFor();
      expect(await page.content()).not.toContain('not-for-eyes');
      await judge(page, 'delivery-failing');

      await reloadUntil(page, 'taken');
      const before = bodies.length;
      await page.getByRole('button', { name: 'Send again' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('Sent again: this is the new delivery.').waitFor();
      await reloadUntil(page, 'taken');
      expect(bodies.length).toBeGreaterThan(before);
      expect(bodies.at(-1)).toContain('told%40example.com');
      await judge(page, 'delivery-again');

      await page.getByRole('link', { name: 'deliveries' }).click();
      await page.getByRole('cell', { name: 'subscription webhook' }).first().waitFor();
      await page.goto(new URL('account/deliveries/999999', visit().pageUrl).href);
      await page.getByText('This delivery is not kept any longer').waitFor();
      await judge(page, 'not-there');
    });
  });
}

/** The account tries again by itself, a second later. */
async function reloadUntil(page: Page, words: string): Promise<void> {
  for (let tries = 0; tries < 200 && !(await page.getByText(words).isVisible()); tries += 1) {
    await page.reload();
  }
  await page.getByText(words).waitFor();
}
