import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Anser from 'anser';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startChromium, whereChromiumIs } from '../../hostile/test/browser/chromium.ts';
import { addressIn, failNextOfV3, makeCall } from '../../../packages/cli/test/calls-to-watch.ts';
import { Place } from '../../../packages/cli/test/egoi.ts';
import { Terminal, whereInstalled } from '../../../packages/cli/test/terminal.ts';

/** Where `pnpm pictures` finds it, and whoever wants to see what the test saw. */
const folder = join(import.meta.dirname, '../pictures/terminal');
const mostBytes = 150_000;

/** What a program calls in a minute, over which wire. */
const calls = [
  ['soap-universal', 'createList', { nome: 'Readers of the bakery' }],
  ['rest', 'addSubscriber', { listID: 1, email: 'ana@example.com', first_name: 'Ana' }],
  ['rest', 'addSubscriber', { listID: 1, email: 'ana@example.com', first_name: 'Ana' }],
  ['xmlrpc', 'addExtraField', { listID: 1, name: 'Favourite bread', type: 'texto' }],
  ['soap', 'getSegments', { listID: 7 }],
  ['v3', 'getLists', {}],
] as const;

let place: Place;
let terminal: Terminal;

beforeAll(() => {
  place = new Place();
  terminal = new Terminal(place, { columns: 106, rows: 30, env: { PS1: '$ ' } });
});

afterAll(() => {
  terminal.close();
  place.remove();
});

/** What a terminal shows, as a page. */
function pageOf(screen: string): string {
  const text = Anser.escapeForHtml(screen.trimEnd());
  const lines = Anser.ansiToHtml(text, { use_classes: true });
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; background: transparent; }
    main { display: inline-block; background: #16181d; border-radius: 10px; overflow: hidden; }
    header { display: flex; gap: 8px; padding: 12px 14px; background: #23262e; }
    header i { width: 12px; height: 12px; border-radius: 6px; background: #4a4f5c; }
    pre { margin: 0; padding: 14px 20px 20px; color: #d7dae0; font: 13px/1.45 'DejaVu Sans Mono', monospace; }
    .ansi-bold { color: #fff; font-weight: bold; }
    .ansi-dim { color: #8b909c; }
    .ansi-green-fg { color: #7fd88f; }
    .ansi-yellow-fg { color: #f0c674; }
    .ansi-red-fg { color: #ff7b72; }
  </style><main><header><i></i><i></i><i></i></header><pre>${lines}</pre></main>`;
}

const where =
  whereChromiumIs(describe) === describe ? whereInstalled('tmux', describe) : describe.skip;

where('the picture of the terminal', () => {
  test('shows the lines of calls, and is small', async () => {
    terminal.enter('clear; egoi sandbox --port 0');
    await terminal.shows(/Ctrl-C ends it/);
    const address = addressIn(terminal.screen());
    for (const [wire, method, params] of calls) await makeCall(address, wire, method, params);
    await failNextOfV3(address);
    await makeCall(address, 'v3', 'getUserData');
    await terminal.shows(/failed 503/);
    const screen = terminal.history();
    expect(screen).not.toContain(place.folder);

    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'terminal.png');
    const browser = await startChromium('MAP * ~NOTFOUND');
    try {
      const page = await browser.newPage({ deviceScaleFactor: 1.25 });
      await page.setContent(pageOf(screen));
      await page.locator('main').screenshot({ path, omitBackground: true });
    } finally {
      await browser.close();
    }
    expect(statSync(path).size).toBeLessThan(mostBytes);
  });
});
