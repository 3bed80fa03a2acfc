import { createGateway, type GatewayServer } from '@egoi-client/gateway';
import { sandboxApiKey, sandboxTransport } from '@egoi-client/sandbox';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addressIn, makeCall } from './calls-to-watch.ts';
import { Place, type Running, signalTest } from './egoi.ts';

let place: Place;
let service: GatewayServer;

beforeAll(async () => {
  service = await createGateway(sandboxTransport()).listen();
});

afterAll(() => service.close());

beforeEach(() => {
  place = new Place();
  place.env['EGOI_API_KEY'] = sandboxApiKey;
  place.env['EGOI_ENDPOINT'] = service.urls.rest;
});

afterEach(() => place.remove());

const commands = [
  ['sandbox', ['sandbox', '--port', '0']],
  ['gateway', ['gateway', '--port', '0', '--to', 'rest']],
] as const;

async function start(words: readonly string[]): Promise<{ running: Running; address: string }> {
  const running = place.start(words);
  const said = await running.said(/Ctrl-C ends it/);
  return { running, address: addressIn(said) };
}

/** A REST call of a method that there is not, whose name makes a long line. */
async function call(address: string, at: number): Promise<number> {
  const method = `name_that_nobody_has_thought_of_before_${at}`.padEnd(60, 'x');
  const body = new URLSearchParams({ type: 'json', method, 'functionOptions[apikey]': 'none' });
  const answer = await fetch(`${address}/v2/rest.php`, { method: 'POST', body });
  await answer.text();
  return answer.status;
}

/** Makes calls, some at a time, for as long as they are wanted. @returns how many were answered */
async function callsWhile(address: string, isWanted: (made: number) => boolean): Promise<number> {
  let made = 0;
  let answered = 0;
  const work = async () => {
    while (isWanted(made)) {
      made += 1;
      await call(address, made);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  expect(answered).toBe(made);
  return answered;
}

/** Far more than anybody keeps for whoever does not read. */
const mostCalls = 50_000;

/** Calls until lines are dropped, which is some thousands later, and then some more. */
async function callsUntilDropped(running: Running, address: string): Promise<number> {
  let last = mostCalls;
  const told = running.said(/nobody reads the standard output; lines are dropped meanwhile/);
  let made = 0;
  const [answered] = await Promise.all([
    callsWhile(address, (count) => {
      made = count;
      return count < last;
    }),
    (async () => {
      await told;
      last = made + 200;
    })(),
  ]);
  return answered;
}

signalTest('lines that nobody reads hold up no call, and are counted', async () => {
  const { running, address } = await start(['sandbox', '--port', '0']);
  running.child.stdout?.pause();
  const count = await callsUntilDropped(running, address);
  running.child.stdout?.resume();
  await running.said(/\([\d,]+ lines were dropped here: nobody read them\)/);
  await call(address, 999_999);
  await running.said(/before_999999/);
  running.child.kill('SIGINT');
  const { code, stdout, stderr } = await running.ended;
  expect(code).toBe(0);
  const shown = stdout.match(/name_that_/g)?.length ?? 0;
  const [, dropped = ''] =
    /([\d,]+) lines were dropped: nobody read the standard output\n/.exec(stderr) ?? [];
  expect(shown + Number(dropped.replaceAll(',', ''))).toBe(count + 1);
});

signalTest('lines that nobody reads do not keep a server from ending', async () => {
  const { running, address } = await start(['gateway', '--port', '0', '--to', 'rest']);
  running.child.stdout?.pause();
  await callsUntilDropped(running, address);
  const exited = new Promise((resolve) => void running.child.once('exit', resolve));
  running.child.kill('SIGINT');
  expect(await exited).toBe(0);
  running.child.stdout?.resume();
  await running.ended;
});

describe.each(commands)('the lines of egoi %s', (_, words) => {
  signalTest('end it no more than a call where their reader goes away', async () => {
    const { running, address } = await start(words);
    running.child.stdout?.destroy();
    await callsWhile(address, (made) => made < 20);
    running.child.kill('SIGTERM');
    const { code, stderr } = await running.ended;
    expect(code).toBe(0);
    expect(stderr).toMatch(/takes no more lines \(EPIPE\); serving goes on/);
  });
});

test('the sandbox names what was called, on all wires and API v3', async () => {
  const { running, address } = await start(['sandbox', '--port', '0']);
  for (const wire of ['soap', 'soap-universal', 'xmlrpc', 'rest', 'v3'] as const) {
    await makeCall(address, wire, 'createList', { nome: `Private ${wire}` });
  }
  const headers = { apikey: sandboxApiKey };
  await fetch(`${address}/v3/lists/4711/contacts/abc`, { headers });
  await fetch(`${address}/v3/nowhere/${sandboxApiKey}`);
  const said = await running.said(/nowhere/);
  const lines = said.split('\n').filter((line) => / {2}(?:done|refused)/.test(line));
  const names = lines.map((line) => line.split(/ {2,}/).slice(1, 4));
  expect(names).toEqual([
    ['soap', 'WSDL', 'done'],
    ['soap', 'createList', 'done'],
    ['universal', 'createList', 'done'],
    ['xmlrpc', 'createList', 'done'],
    ['rest', 'createList', 'done'],
    ['v3', 'createList', 'done'],
    ['v3', 'getContact', 'refused 404'],
    ['v3', expect.stringContaining('nowhere'), 'refused 404'],
  ]);
  // Its banner has the key.
  const [, below = ''] = said.split('Ctrl-C ends it.');
  expect(below).not.toMatch(/Private|4711/);
  expect(below).not.toContain(sandboxApiKey);
  running.child.kill('SIGTERM');
});

test.each([
  ['--quiet', 'createList'],
  ['--json', 'createList'],
])('the sandbox prints no lines with %s', async (option, method) => {
  const running = place.start(['sandbox', '--port', '0', option]);
  const address = addressIn((await running.said(/rest\.php"?[^]*\n/)).replaceAll('"', ' '));
  await place.run('call', method, 'nome=News', '-t', 'rest', '-e', address);
  running.child.kill('SIGTERM');
  expect((await running.ended).stdout).not.toMatch(/ {2}done/);
});
