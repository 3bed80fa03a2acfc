import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Transport } from '@egoi-client/core';
import { createGateway, type GatewayOptions, type GatewayServer } from '@egoi-client/gateway';
import { type SandboxTransport, sandboxApiKey, sandboxTransport } from '@egoi-client/sandbox';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startChromium, whereChromiumIs } from './chromium.ts';

whereChromiumIs(describe)('in a browser', () => {
  let browser: Browser;
  let pages: Server;
  let pagesPort: number;
  let account: SandboxTransport;
  let calls: string[];
  const servers: GatewayServer[] = [];
  const key = sandboxApiKey;

  beforeAll(async () => {
    browser = await startChromium('MAP *.example 127.0.0.1');
    pages = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html').end('<!doctype html><body></body>');
    });
    await new Promise<void>((resolve) => {
      pages.listen(0, '127.0.0.1', resolve);
    });
    pagesPort = (pages.address() as AddressInfo).port;
  });

  afterAll(async () => {
    await browser.close();
    pages.closeAllConnections();
    pages.close();
  });

  beforeEach(() => {
    calls = [];
    account = sandboxTransport({ contacts: 3 });
  });

  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
    await account.close();
  });

  /** The origin of a gateway in front of the account. */
  async function serve(options: GatewayOptions = {}): Promise<string> {
    const counted: Transport = {
      id: 'counted',
      call(request) {
        calls.push(request.method);
        return account.call(request);
      },
    };
    const server = await createGateway(counted, { closeGraceMs: 100, ...options }).listen();
    servers.push(server);
    return `http://127.0.0.1:${server.port}`;
  }

  async function open(address: string): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    page.setDefaultTimeout(0);
    await page.goto(address);
    return page;
  }

  /** Lets a page try everything. @returns how many ways there were */
  async function attackFrom(page: Page, origin: string): Promise<number> {
    await page.addScriptTag({ path: join(__dirname, 'hostile-page.js') });
    const names = await page.evaluate<string[]>('Object.keys(pageAttacks)');
    for (const name of names) await attackBy(page, name, origin);
    return names.length;
  }

  function attackBy(page: Page, name: string, origin: string): Promise<unknown> {
    return page.evaluate(
      `pageAttacks[${JSON.stringify(name)}](${JSON.stringify({ origin, key })})`,
    );
  }

  const origins = () => [
    `http://evil.example:${pagesPort}/`,
    `http://localhost:${pagesPort}/`,
    `http://127.0.0.1:${pagesPort}/`,
  ];

  test('no page of another origin makes a call, whatever it tries', async () => {
    const origin = await serve();
    const before = await account.snapshot();
    for (const address of origins()) {
      const page = await open(address);
      expect(await attackFrom(page, origin)).toBeGreaterThan(9);
      await page.close();
    }
    expect(calls).toEqual([]);
    expect(await account.snapshot()).toEqual(before);
  });

  test('nor does a page from a file', async () => {
    const origin = await serve();
    const folder = await mkdtemp(join(tmpdir(), 'egoi-page-'));
    writeFileSync(join(folder, 'page.html'), '<!doctype html><body></body>');
    const page = await open(pathToFileURL(join(folder, 'page.html')).href);
    await attackFrom(page, origin);
    await rm(folder, { recursive: true });
    expect(calls).toEqual([]);
  });

  test('nor does a link on one, which the answer explains', async () => {
    const origin = await serve();
    const page = await open(`http://evil.example:${pagesPort}/`);
    const target = `${origin}/v2/rest.php?type=json&method=createList&functionOptions[apikey]=${key}`;
    const answered = page.waitForResponse((response) => response.url().startsWith(origin));
    await page.evaluate(`location.href = ${JSON.stringify(target)}`);
    const response = await answered;
    expect(response.status()).toBe(403);
    expect(await response.text()).toContain('type the address');
    expect(calls).toEqual([]);
  });

  test('a name that leads to this machine reads nothing', async () => {
    const port = new URL(await serve()).port;
    const rebound = `http://rebound.example:${port}`;
    // The refusal is a document of that origin: what its scripts ask for is of the same origin.
    const page = await open(rebound);
    const answer = await page.evaluate(async (address) => {
      const response = await fetch(address);
      return { status: response.status, text: await response.text() };
    }, `${rebound}/v2/rest.php?type=json&method=getLists&functionOptions[apikey]=${key}`);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('rebound.example');
    expect(answer.text).toContain('allowedHosts');
    expect(calls).toEqual([]);
  });

  test('an address that is typed is served', async () => {
    const origin = await serve();
    const page = await open('about:blank');
    const response = await page.goto(
      `${origin}/v2/rest.php?type=json&method=getLists&functionOptions[apikey]=${key}`,
    );
    expect(response?.status()).toBe(200);
    expect(calls).toEqual(['getLists']);
    expect((await page.goto(`${origin}/v2/soap.php?wsdl`))?.status()).toBe(200);
  });

  test('a page whose origin is allowed sends, and still reads nothing', async () => {
    const evil = `http://evil.example:${pagesPort}`;
    const origin = await serve({ allowedOrigins: [evil] });
    const page = await open(evil);
    await page.addScriptTag({ path: join(__dirname, 'hostile-page.js') });
    await attackBy(page, 'a blob of XML-RPC without a type', origin);
    expect(calls).toEqual(['createList']);
    const read = await page.evaluate(
      (address) =>
        fetch(address).then(
          () => 'read',
          () => 'kept from it',
        ),
      `${origin}/v2/rest.php?type=json&method=getLists&functionOptions[apikey]=${key}`,
    );
    expect(read).toBe('kept from it');
  });
});
