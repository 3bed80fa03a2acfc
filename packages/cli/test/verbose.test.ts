import { createServer } from 'node:net';
import { PassThrough, Writable } from 'node:stream';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { wireNames } from '@egoi-client/transports';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeOutput } from '../src/output/output.ts';
import { Place, signalTest } from './egoi.ts';
import { type ServedAccount, serveAccount } from './served-account.ts';
import { Terminal, whereInstalled } from './terminal.ts';

let served: ServedAccount;
const places: Place[] = [];

beforeAll(async () => {
  served = await serveAccount({ contacts: 3 });
});

afterAll(async () => {
  for (const place of places) place.remove();
  await served.close();
});

/** A place from which the account is reached. */
function connected(env: Readonly<Record<string, string>> = {}): Place {
  const place = new Place();
  places.push(place);
  Object.assign(place.env, served.env, env);
  return place;
}

/** No part of the key that somebody could go on from. */
function expectNoKey(...texts: readonly string[]): void {
  for (const text of texts) expect(text).not.toContain(sandboxApiKey.slice(0, 8));
}

const endOfCall = /^egoi getLists [\da-f]{8}, try 1: done over /gm;

describe('egoi call --verbose', () => {
  test.each(wireNames)('shows request and answer over %s, beside the result', async (wire) => {
    const place = connected();
    const words = ['call', 'getLists', '--json', '--transport', wire];
    const { stdout: plain } = await place.run(...words);
    const { code, stdout, stderr } = await place.run(...words, '--verbose');
    expect(code).toBe(0);
    expect(stdout).toBe(plain);
    expect(stderr).toContain(`* wire: ${wire} (--transport)`);
    expect(stderr).toContain(`* address: ${served.env.EGOI_ENDPOINT} (EGOI_ENDPOINT)`);
    expect(stderr).toContain('* API key: of EGOI_API_KEY');
    expect(stderr).toMatch(/^> (POST|GET) http:\/\/127\.0\.0\.1/m);
    expect(stderr).toMatch(/^> User-Agent: egoi-client/m);
    expect(stderr).toMatch(/getLists [\da-f]{8}, try 1, \S+: HTTP 200, [\d.]+ ms$/m);
    expect(stderr).toMatch(/^< content-type: /m);
    expect(stderr.match(endOfCall)).toHaveLength(1);
    expect(stderr).not.toContain('\u001b');
    expectNoKey(stderr);
  });

  test.each<[string, readonly string[], Readonly<Record<string, string>>]>([
    ['before the command', ['--verbose', 'call', 'getLists'], {}],
    ['behind the method', ['call', 'getLists', 'limit=1', '--verbose'], {}],
    ['by EGOI_DEBUG', ['call', 'getLists'], { EGOI_DEBUG: '1' }],
    ['by both', ['call', '--verbose', 'getLists'], { EGOI_DEBUG: '1' }],
  ])('is asked for %s, and shows a call once', async (_, words, env) => {
    const { code, stderr } = await connected(env).run(...words);
    expect(code).toBe(0);
    expect(stderr.match(endOfCall)).toHaveLength(1);
    expectNoKey(stderr);
  });

  test.each(['0', 'false', ''])('is not asked for by EGOI_DEBUG=%s', async (value) => {
    const { stderr } = await connected({ EGOI_DEBUG: value }).run('call', 'getLists');
    expect(stderr).toBe('');
  });

  test('shows each try where nobody listens, and why it failed', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    const place = connected({ EGOI_ENDPOINT: `http://127.0.0.1:${port}` });
    const { code, stderr } = await place.run('call', 'getLists', '--retry', '1', '--verbose');
    expect(code).not.toBe(0);
    for (const attempt of [1, 2]) {
      expect(stderr).toMatch(
        new RegExp(`try ${attempt}, \\S+: no answer, .*\\[ECONNREFUSED\\]$`, 'm'),
      );
    }
    expectNoKey(stderr);
  });

  test('writes out what a terminal would obey', async () => {
    const place = connected();
    const name = 'A\u009b31mB\u202eC';
    const { stderr } = await place.run(
      'call',
      'addSubscriber',
      'listID=1',
      `first_name=${name}`,
      'email=odd@example.com',
      '-t',
      'rest',
      '--verbose',
    );
    expect(stderr).toContain('A\\u009b31mB\\u202eC');
    expect(stderr).not.toMatch(/[\u009b\u202e]/);
  });
});

test.each([['methods', 'getLists'], ['errors', 'NO_ACCESS'], ['profiles'], ['completion', 'bash']])(
  'egoi %s %s --verbose tells what calls would go by, and prints the same',
  async (...words) => {
    const place = connected();
    const { stdout: plain } = await place.run(...words);
    const { code, stdout, stderr } = await place.run(...words, '--verbose');
    expect([code, stdout]).toEqual([0, plain]);
    expect(stderr).toMatch(/^\* egoi \d/m);
    expect(stderr).toMatch(/^\* profile: default, of .*config\.json, which says nothing$/m);
    expect(stderr).toContain('* API key: of EGOI_API_KEY');
    expectNoKey(stderr);
  },
);

test('the settings of a profile are told by name, and never its key', async () => {
  const place = connected({ EGOI_API_KEY: '', EGOI_ENDPOINT: '' });
  const key = 'k'.repeat(40);
  const login = place.start(['login', '--transport', 'rest'], `${key}\n`);
  await login.ended;
  const { stderr } = await place.run('methods', '--verbose');
  expect(stderr).not.toContain('kkkk');
  expect(stderr).toMatch(/^\* profile: default, of /m);
});

test('egoi doctor --verbose shows the call of each wire', async () => {
  const { stderr } = await connected().run('doctor', '--verbose');
  for (const wire of wireNames) expect(stderr).toContain(`: done over ${wire}, `);
  expectNoKey(stderr);
});

test('imports and exports show each call', async () => {
  const place = connected();
  const file = place.write('contacts.csv', 'email\nv1@example.com\nv2@example.com\n');
  const imported = await place.run(
    'import',
    file,
    '--list',
    '1',
    '--batch-contacts',
    '1',
    '--verbose',
  );
  expect(imported.stderr.match(/: done over soap-universal/g)?.length).toBeGreaterThan(1);
  expect(imported.stderr).toContain('v2@example.com');
  const exported = await place.run('export', '-', '--list', '1', '--verbose');
  expect(exported.stderr).toMatch(/subscriberData [\da-f]{8}, try 1: done/);
  expect(exported.stdout).not.toMatch(/^[<>*]/m);
  expectNoKey(imported.stderr, exported.stderr, exported.stdout);
});

signalTest('egoi gateway --verbose shows the calls to the service', async () => {
  const place = connected();
  const running = place.start(['gateway', '--port', '0', '--json', '--to', 'rest', '--verbose']);
  const [told = ''] = /^\{.*\}$/m.exec(await running.said(/^\{.*\}$/m)) ?? [];
  const gateway = JSON.parse(told) as { readonly address: string };
  const program = connected({ EGOI_ENDPOINT: gateway.address });
  expect((await program.run('call', 'getLists', '-t', 'xmlrpc')).code).toBe(0);
  await running.said(endOfCall);
  running.child.kill('SIGTERM');
  const { stdout, stderr } = await running.ended;
  expect(stderr).toContain(`> POST ${served.env.EGOI_ENDPOINT}/v2/rest.php`);
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expectNoKey(stdout, stderr);
});

signalTest('egoi sandbox --verbose shows what it served', async () => {
  const place = connected();
  const running = place.start(['sandbox', '--port', '0', '--json', '--verbose']);
  const [told = ''] = /^\{.*\}$/m.exec(await running.said(/^\{.*\}$/m)) ?? [];
  const { address } = JSON.parse(told) as { readonly address: string };
  const program = connected({ EGOI_ENDPOINT: address });
  for (const wire of ['soap', 'rest']) await program.run('call', 'getUserData', '-t', wire);
  await program.run('call', 'getSegments', 'listID=1', '-t', 'v3');
  await running.said(/^served getAllSegments \d+: HTTP \d+, [\d.]+ ms$/m);
  running.child.kill('SIGTERM');
  const { stdout, stderr } = await running.ended;
  for (const file of ['soap.php', 'rest.php']) {
    expect(stderr).toContain(`> POST /v2/${file}`);
  }
  expect(stderr.match(/^served getUserData \d+: HTTP 200, [\d.]+ ms$/gm)).toHaveLength(2);
  expect(stderr).toMatch(/^> functionOptions\[apikey\] = \[redacted\]$/m);
  expect(stderr).toMatch(/^> apikey: \[redacted\]$/m);
  expect(stderr).toMatch(/^< {3}"/m);
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expectNoKey(stderr);
});

test('what nobody reads is dropped and counted, within a bound of memory', () => {
  const written: string[] = [];
  const taken: (() => void)[] = [];
  const stderr = new Writable({
    write(chunk: Buffer, _, done) {
      written.push(chunk.toString());
      taken.push(done);
    },
  });
  const output = makeOutput({ stdout: new PassThrough(), stderr }, false);
  const text = `> ${'x'.repeat(1024 * 1024)}`;
  for (let at = 0; at < 20; at += 1) output.detail(text);
  expect(stderr.writableLength).toBeLessThan(6 * 1024 * 1024);
  while (taken.length > 0) taken.shift()?.();
  output.detail('> seen again');
  while (taken.length > 0) taken.shift()?.();
  expect(written.join('')).toMatch(
    /\negoi: 1[56] texts of --verbose were dropped: nobody read them\n> seen again\n$/,
  );
});

whereInstalled('tmux', describe)('in a terminal', () => {
  test('headlines are bold, the rest is faint, and a bar stays below', async () => {
    const place = connected();
    place.write(
      'contacts.csv',
      `email\n${['a', 'b', 'c', 'd'].map((name) => `t${name}@example.com\n`).join('')}`,
    );
    const terminal = new Terminal(place, { columns: 160, rows: 60 });
    try {
      terminal.enter(
        'clear; egoi import contacts.csv --list 1 --batch-contacts 1 --calls-per-hour 2 -t rest --verbose',
      );
      const screen = await terminal.shows(/50% 2\/4 rows; waiting until/);
      const lines = screen.split('\n').filter((line) => line.trim() !== '');
      expect(lines.filter((line) => /rows/.test(line))).toHaveLength(1);
      expect(lines.at(-1)).toMatch(/^#+-+ 50% 2\/4 rows/);
      for (const line of lines.slice(0, -1)) expect(line).toMatch(/^(?:[<>*]|egoi|ready\$)/);
      const coloured = terminal.history().replaceAll('\u001b', 'ESC');
      expect(coloured).toMatch(/ESC\[(?:0;)?1m(?:ESC\[[\d;]*m)*egoi addSubscriberBulk/);
      expect(coloured).toMatch(/ESC\[(?:0;)?2m(?:ESC\[[\d;]*m)*> POST/);
      terminal.press('C-c');
      await terminal.shows(/To go on/);
      terminal.enter(
        'clear; tmux clear-history; NO_COLOR=1 egoi call getLists --verbose; echo "code $?"',
      );
      expect(await terminal.shows(/code 0/)).toContain('done over');
      expect(
        terminal.history().split('code 0')[0]?.split('getLists --verbose').at(-1),
      ).not.toContain('\u001b[1m');
    } finally {
      terminal.close();
    }
  });
});
