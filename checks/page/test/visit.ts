import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { EgoiClient } from '@egoi-client/core';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { transportNamed, type V2WireName } from '@egoi-client/transports';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startChromium } from '../../hostile/test/browser/chromium.ts';
import { Place, type Running } from '../../../packages/cli/test/egoi.ts';

/** Where pictures are left, for whoever wants to see what the tests saw. */
const pictures = join(import.meta.dirname, '../pictures');

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
  /** A new page in a new context. */
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
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
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
  const contexts: BrowserContext[] = [];
  const clients: EgoiClient[] = [];
  return {
    ...told,
    foreignRequests,
    complaints,
    async client(wire = 'rest') {
      const transport = await transportNamed(wire, { base: told.address });
      const client = new EgoiClient({ apiKey: sandboxApiKey, transport });
      clients.push(client);
      return client;
    },
    async open(path, { width = 1280, scheme = 'light', javaScript = true } = {}) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme: scheme,
        javaScriptEnabled: javaScript,
        reducedMotion: 'reduce',
      });
      contexts.push(context);
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
        if (message.type() !== 'error' || isOfMessage) return;
        complaints.push(`${message.text()} ${url}`);
      });
      context.on('weberror', (error) => complaints.push(String(error.error())));
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      await page.goto(new URL(path, told.pageUrl).href);
      if (javaScript) await tellFirstPaint(page, path);
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

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Reported, and not held to anything: machines are loaded. */
async function tellFirstPaint(page: Page, path: string): Promise<void> {
  const ms = await page.evaluate<number>(`new Promise((resolve) => {
    const told = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
    const look = () => (told() === undefined ? setTimeout(look, 20) : resolve(told()));
    look();
  })`);
  process.stderr.write(`page: first paint of ${path}: ${Math.round(ms)} ms\n`);
}

/** What axe finds wrong with a page, one line each. Frames with the messages of others are not its matter. */
export async function violations(page: Page): Promise<string[]> {
  const found = await page.evaluate<readonly AxeViolation[]>(`(() => {
    ${axe.source};
    return axe.run(document, { iframes: false }).then(({ violations }) => violations);
  })()`);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}

/** Leaves a picture of what a browser shows. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

/** What makes a page wider than its window, so that somebody would have to scroll to the side; none where it fits. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    if (document.documentElement.scrollWidth <= window.innerWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth)
      .map((element) => element.tagName + '.' + element.className + ' ' + element.textContent.slice(0, 40));
  })()`);
}
