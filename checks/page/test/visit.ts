import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { EgoiClient } from '@egoi-client/core';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { transportNamed, type V2WireName } from '@egoi-client/transports';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startChromium } from '../../hostile/test/browser/chromium.ts';
import { Place, type Running } from '../../../packages/cli/test/egoi.ts';
import { Figures } from './figures.ts';

/** Contacts that the account begins with. */
export const contactCount = 100_000;

/** An `egoi sandbox` of its own, and a browser that looks at its page. */
export interface Visit {
  readonly address: string;
  readonly pageUrl: string;
  readonly urls: Readonly<Record<V2WireName, string>>;
  readonly v3Url: string;
  /** A client on a wire of the sandbox. */
  client(wire?: V2WireName): Promise<EgoiClient>;
  /** What was measured so far. */
  readonly figures: Figures;
  /** A new page; the one before is closed, with what it listens to. */
  open(path: string, look?: Look): Promise<Page>;
  /** Every request that a browser made to somewhere else than the sandbox. */
  readonly foreignRequests: readonly string[];
  /** Everything that browsers complained of: errors of scripts, and what the policy refused. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Where everything ends up that pages would send to another machine: the names in them all end in `.example`. */
interface Trap {
  readonly port: number;
  readonly foreignRequests: string[];
  close(): void;
}

async function startTrap(): Promise<Trap> {
  const foreignRequests: string[] = [];
  const server = createServer((socket) => {
    foreignRequests.push('a connection to another machine');
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { port, foreignRequests, close: () => server.close() };
}

/** How somebody looks at the page. */
interface Look {
  readonly javaScript?: boolean;
}

export async function startVisit(): Promise<Visit> {
  const place = new Place();
  const trap = await startTrap();
  const browser = await startChromium(
    `MAP *.example 127.0.0.1:${trap.port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
  );
  const running = place.start([
    'sandbox',
    '--port',
    '0',
    '--json',
    '--contacts',
    String(contactCount),
  ]);
  const told = JSON.parse(await running.said(/\n/)) as Pick<
    Visit,
    'address' | 'pageUrl' | 'urls' | 'v3Url'
  >;
  return visitOf(place, browser, running, told, trap);
}

function visitOf(
  place: Place,
  browser: Browser,
  running: Running,
  told: Pick<Visit, 'address' | 'pageUrl' | 'urls' | 'v3Url'>,
  trap: Trap,
): Visit {
  const { foreignRequests } = trap;
  const complaints: string[] = [];
  const newContext = async (javaScriptEnabled: boolean): Promise<BrowserContext> => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      javaScriptEnabled,
      reducedMotion: 'reduce',
    });
    context.on('response', (response) => {
      const url = response.url();
      const isOwn = url.startsWith(`${told.address}/`);
      if (!isOwn && !/^(?:data|about|blob|chrome-error):/.test(url)) foreignRequests.push(url);
    });
    context.on('console', (message) => {
      const { url } = message.location();
      // What the policy of its frame keeps an e-mail from is no complaint about the page.
      const isOfMessage =
        /\/body(?:$|')/.test(`${message.text()} ${url}`) || url === `${told.address}/`;
      // And that something is not there is asked for.
      const isSought = /\/(?:nothing|999999)$/.test(url);
      if (message.type() !== 'error' || isOfMessage || isSought) return;
      complaints.push(`${message.text()} ${url}`);
    });
    context.on('weberror', (error) => complaints.push(String(error.error())));
    return context;
  };
  const usual = newContext(true);
  const figures = new Figures();
  let current: Page | undefined;
  const clients: EgoiClient[] = [];
  return {
    ...told,
    foreignRequests,
    complaints,
    figures,
    async client(wire = 'rest') {
      const transport = await transportNamed(wire, { base: told.address });
      const client = new EgoiClient({ apiKey: sandboxApiKey, transport });
      clients.push(client);
      return client;
    },
    async open(path, { javaScript = true } = {}) {
      await current?.close();
      const context = javaScript ? await usual : await newContext(false);
      const page = await context.newPage();
      current = page;
      page.setDefaultTimeout(20_000);
      await page.goto(new URL(path, told.pageUrl).href);
      return page;
    },
    async close() {
      for (const client of clients) await client.close();
      await browser.close();
      trap.close();
      running.child.kill('SIGTERM');
      await running.ended;
      place.remove();
    },
  };
}

/** How long a page took to show something, in milliseconds, and how much of that its server took. */
export async function paintOf(
  page: Page,
): Promise<{ readonly paintMs: number; readonly serverMs: number }> {
  return page.evaluate(`new Promise((resolve) => {
    const [{ requestStart, responseEnd }] = performance.getEntriesByType('navigation');
    const look = () => {
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      if (paint === undefined) setTimeout(look, 10);
      else resolve({ paintMs: paint.startTime, serverMs: responseEnd - requestStart });
    };
    look();
  })`);
}
