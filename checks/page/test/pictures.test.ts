import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EgoiClient } from '@egoi-client/core';
import { createGateway, type GatewayServer } from '@egoi-client/gateway';
import { sandboxApiKey, type SandboxTransport, sandboxTransport } from '@egoi-client/sandbox';
import { type SandboxPage, sandboxPage } from '@egoi-client/sandbox-page';
import { transportNamed, type V2WireName } from '@egoi-client/transports';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startChromium, whereChromiumIs } from '../../hostile/test/browser/chromium.ts';

/** `pnpm pictures` takes them from here. */
const folder = join(import.meta.dirname, '../pictures/readme');
/** The address that the picture shows, whatever port is free. */
const address = 'localhost:8080';
const mostBytes = 200_000;

whereChromiumIs(describe)('the picture of the page', () => {
  let account: SandboxTransport;
  let page: SandboxPage;
  let server: GatewayServer;
  let browser: Browser;

  beforeEach(async () => {
    account = sandboxTransport();
    page = sandboxPage(account);
    const { transport, middleware } = page;
    server = await createGateway(transport, { v3: account, middleware }).listen({ port: 0 });
    const { port } = new URL(server.urls.rest);
    browser = await startChromium(
      `MAP ${address} 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    );
  });

  afterEach(async () => {
    page.close();
    await browser.close();
    await server.close();
    await account.close();
  });

  const over = async (wire: V2WireName, act: (client: EgoiClient) => Promise<unknown>) => {
    const base = new URL(server.urls.rest).origin;
    const transport = await transportNamed(wire, { base });
    const client = new EgoiClient({ apiKey: sandboxApiKey, transport });
    try {
      await act(client);
    } finally {
      await client.close();
    }
  };

  test.each(['light', 'dark'] as const)(
    'is made, %s, of calls as they arrive',
    async (colorScheme) => {
      const viewport = { width: 1320, height: 700 };
      const context = await browser.newContext({ viewport, colorScheme, deviceScaleFactor: 1.2 });
      const seen = await context.newPage();
      await seen.goto(`http://${address}/_sandbox/calls`);
      await seen.locator('#live:visible').waitFor();
      const listID = 1;
      await over('soap-universal', (client) =>
        client.createList({ nome: 'Readers of the bakery' }),
      );
      await over('soap-universal', (client) =>
        client.addExtraField({ listID, name: 'Favourite bread', type: 'texto' }),
      );
      await over('xmlrpc', (client) =>
        client.addSubscriberBulk({
          listID,
          compareField: 'email',
          operation: 1,
          subscribers: [
            { email: 'ana@bakery.example', first_name: 'Ana' },
            { email: 'rui@bakery.example', first_name: 'Rui' },
          ],
        }),
      );
      await fetch(`${new URL(server.urls.rest).origin}/v3/lists/1/contacts`, {
        headers: { apikey: sandboxApiKey },
      });
      await over('rest', async (client) => {
        await client.addSubscriber({ listID, email: 'not an address' }).catch(() => undefined);
        await client.createSegment({ listID, name: 'Called Ana', fields: { first_name: 'Ana' } });
        await client.getSegments({ listID });
      });
      await over('soap-universal', (client) =>
        client.addSubscriber({ listID, email: 'eva@bakery.example', first_name: 'Eva' }),
      );
      await over('xmlrpc', (client) =>
        client.subscriberData({ listID, subscriber: 'ana@bakery.example' }),
      );
      await seen.locator('#calls tr', { hasText: 'subscriberData' }).waitFor();
      await seen
        .locator('#calls tr', { hasText: 'addExtraField' })
        .first()
        .getByRole('link')
        .click();
      await seen.locator('#detail article').waitFor();
      // What has just come is coloured for a moment.
      await seen.evaluate(
        "document.querySelectorAll('tr.new').forEach((row) => row.classList.remove('new'))",
      );
      await seen.evaluate('document.activeElement.blur()');
      const text = (await seen.textContent('body')) ?? '';
      expect(text).not.toContain(sandboxApiKey);
      expect(text).toContain('[redacted]');
      mkdirSync(folder, { recursive: true });
      const path = join(folder, `sandbox-page-${colorScheme}.png`);
      await seen.screenshot({ path, animations: 'disabled' });
      await context.close();
      expect(statSync(path).size).toBeLessThan(mostBytes);
    },
  );
});
