import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Place, type Running, signalTest } from './egoi.ts';
import { type StartedGateway, startGateway } from './started-gateway.ts';

const place = new Place();
place.env['EGOI_API_KEY'] = sandboxApiKey;

afterAll(() => place.remove());

async function startSandbox(port = '0'): Promise<{ address: string; running: Running }> {
  const running = place.start(['sandbox', '--port', port, '--json']);
  const { address } = JSON.parse(await running.said(/\n/)) as { address: string };
  return { address, running };
}

/** A REST call as a program makes it. */
async function call(address: string, method: string, members: Record<string, string> = {}) {
  const form = new URLSearchParams({ type: 'json', method });
  const fields = { apikey: sandboxApiKey, ...members };
  for (const [name, value] of Object.entries(fields)) form.set(`functionOptions[${name}]`, value);
  await (await fetch(`${address}/v2/rest.php`, { method: 'POST', body: form })).text();
}

/** `egoi tail`, once it follows. */
async function tail(...words: readonly string[]): Promise<Running> {
  const running = place.start(['tail', ...words]);
  await running.said(/Ctrl-C ends this/);
  return running;
}

function jsonLines(stdout: string): unknown[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

describe('egoi tail', () => {
  let sandbox: { address: string; running: Running };
  let gateway: StartedGateway;

  beforeAll(async () => {
    sandbox = await startSandbox();
    place.env['EGOI_ENDPOINT'] = sandbox.address;
    gateway = await startGateway(place, '--admin-port', '0', '--to', 'rest');
    await call(sandbox.address, 'createList', { nome: 'Private' });
  });

  test('prints the calls of a sandbox, those before it too', async () => {
    const running = await tail();
    await running.said(/createList/);
    await call(sandbox.address, 'getSegments', { listID: '99' });
    await fetch(`${sandbox.address}/v3/lists/7/contacts`, { headers: { apikey: sandboxApiKey } });
    const said = await running.said(/getAllContacts/);
    const lines = said.split('\n').filter((line) => line.endsWith(' ms'));
    expect(lines).toEqual([
      expect.stringMatching(/^\d\d:\d\d:\d\d {2}rest +createList +done +\d+ ms$/),
      expect.stringMatching(/ {2}rest +getSegments +refused LIST_NOT_FOUND +\d+ ms$/),
      expect.stringMatching(/ {2}v3 +getAllContacts +refused 404 +\d+ ms$/),
    ]);
    running.child.kill('SIGINT');
    const { stdout, stderr } = await running.ended;
    expect(stdout + stderr).not.toMatch(/Private|\/7\//);
  });

  test('prints the calls of a gateway by its admin port, without a value', async () => {
    await call(gateway.address, 'getLists');
    const running = place.start(['tail', gateway.admin, '--json']);
    await running.said(/getLists/);
    await call(gateway.address, 'getSegments', { listID: '98765' });
    await call(gateway.address, 'nope\u001b[2J');
    await running.said(/unknown-method/);
    running.child.kill('SIGTERM');
    const { stdout } = await running.ended;
    const events = jsonLines(stdout);
    const account: unknown = expect.stringMatching(/^[\da-f]{32}$/);
    expect(events).toContainEqual({
      time: expect.any(String) as unknown,
      wire: 'rest',
      method: 'getSegments',
      outcome: 'refused',
      code: 'LIST_NOT_FOUND',
      durationMs: expect.any(Number) as unknown,
      requests: 1,
      losses: [],
      account,
    });
    expect(events.at(-1)).toMatchObject({ method: '(other)', code: 'unknown-method' });
    expect(stdout).not.toContain('98765');
    expect(stdout).not.toContain(sandboxApiKey);
  });

  test('prints only what is asked for', async () => {
    const running = await tail(sandbox.address, '--failed', '--method', 'GET*', '--last', '0');
    await call(sandbox.address, 'getLists');
    await call(sandbox.address, 'editList', { listID: '99' });
    await call(sandbox.address, 'getSegments', { listID: '99' });
    await running.said(/getSegments/);
    running.child.kill('SIGINT');
    const { code, stdout } = await running.ended;
    expect(stdout).toMatch(/^\S+ +rest +getSegments +refused LIST_NOT_FOUND +\d+ ms\n$/);
    // Windows ends processes by force.
    if (process.platform !== 'win32') expect(code).toBe(0);
  });

  test.each(['', '/calls', '/_sandbox/calls/events'])('no web page can read %s', async (path) => {
    for (const address of [sandbox.address, gateway.admin]) {
      const headers = { origin: 'https://evil.test' };
      expect((await fetch(address + path, { headers })).status).toBe(403);
    }
  });

  test('follows as many as there is room for', async () => {
    const followers = await Promise.all(
      Array.from({ length: 8 }, () => fetch(`${gateway.admin}/calls`)),
    );
    expect((await fetch(`${gateway.admin}/healthz`)).status).toBe(200);
    const { code, stderr } = await place.run('tail', gateway.admin);
    expect({ code, stderr }).toMatchObject({ code: 3, stderr: expect.stringContaining('(503)') });
    for (const follower of followers) await follower.body?.cancel();
  });

  test.each([
    ['the gateway itself', () => gateway.address, 5, 'Of a gateway give that of its admin port'],
    ['no server', () => 'http://127.0.0.1:9', 3, 'cannot be reached (ECONNREFUSED)'],
    ['no address', () => 'localhost:8080', 2, 'is no address'],
  ])('says what is wrong where it is %s', async (_, address, exit, said) => {
    const { code, stderr } = await place.run('tail', address());
    expect({ code, stderr }).toEqual({ code: exit, stderr: expect.stringContaining(said) });
  });

  signalTest('waits for a server that goes away, and tells what happened meanwhile', async () => {
    const first = await startSandbox();
    const { port } = new URL(first.address);
    const running = await tail(first.address);
    await call(first.address, 'getLists');
    await running.said(/getLists/);
    first.running.child.kill('SIGINT');
    await running.said(/has gone; it is looked for until Ctrl-C/);
    await first.running.ended;
    const second = await startSandbox(port);
    await call(second.address, 'getUserData');
    await running.said(/the server is there again/);
    await running.said(/getUserData +done/);
    running.child.kill('SIGINT');
    expect(await running.ended).toMatchObject({ code: 0 });
  });
});

describe('egoi tail before a server of another kind', () => {
  let server: Server | undefined;

  afterEach(() => {
    server?.close();
    server?.closeAllConnections();
  });

  /** A server whose connections, one after the other, say this and end; the last one stays. */
  async function serveConnections(...texts: readonly string[]): Promise<string> {
    const waiting = [...texts];
    server = createServer((_request, response: ServerResponse) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const text = waiting.shift() ?? '';
      if (waiting.length > 0) response.end(text);
      else response.write(text);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  const event = (id: string, method: string) => {
    const time = '2026-05-01T12:00:00.000Z';
    const data = { time, wire: 'rest', method, outcome: 'done', durationMs: 1 };
    return `id: ${id}\ndata: ${JSON.stringify(data)}\n\n`;
  };
  const start = (id: string) => `id: ${id}\nevent: start\ndata: {}\n\n`;

  test.each([
    [[], 'egoi: 37 calls were missed here'],
    [['--json'], '{"missed":37}'],
  ])('says how many calls it missed %j', async (words, said) => {
    const address = await serveConnections(
      start('00000000-2') + event('00000000-3', 'first'),
      start('00000000-40') + event('00000000-41', 'second'),
    );
    const running = place.start(['tail', address, ...words]);
    await running.said(/second/);
    running.child.kill('SIGINT');
    const { stderr } = await running.ended;
    expect(stderr).toContain(said);
  });

  test('writes out what a terminal would obey', async () => {
    const address = await serveConnections(
      start('00000000-0') + event('00000000-1', '\u001b[2J\n14:03:07  soap  forged'),
    );
    const running = await tail(address);
    const said = await running.said(/forged/);
    expect(said).toContain('\\u001b[2J↵14:03:07  soap  forged');
    running.child.kill('SIGINT');
  });

  test('passes over what is no call, and says so', async () => {
    const address = await serveConnections(
      `${start('00000000-0')}id: 00000000-1\ndata: {"method":5}\n\n${event('00000000-2', 'next')}`,
    );
    const running = await tail(address);
    expect(await running.said(/next/)).toContain('a kind that this version does not know');
    running.child.kill('SIGINT');
  });

  test('keeps no event that never ends', async () => {
    const address = await serveConnections(
      `${start('00000000-0')}data: ${'x'.repeat(1_000_000)}`,
      start('00000000-0') + event('00000000-1', 'next'),
    );
    const running = await tail(address);
    expect(await running.said(/next/)).toContain('has gone');
    running.child.kill('SIGINT');
  });
});
