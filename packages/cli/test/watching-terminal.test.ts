import { sandboxApiKey } from '@egoi-client/sandbox';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { addressIn, failNextOfV3, makeCall } from './calls-to-watch.ts';
import { Place } from './egoi.ts';
import { Terminal, whereInstalled } from './terminal.ts';

let place: Place;
const terminals: Terminal[] = [];

beforeEach(() => {
  place = new Place();
  place.env['EGOI_API_KEY'] = sandboxApiKey;
});

afterEach(() => {
  for (const terminal of terminals.splice(0)) terminal.close();
  place.remove();
});

function open(options: ConstructorParameters<typeof Terminal>[1] = {}): Terminal {
  const terminal = new Terminal(place, options);
  terminals.push(terminal);
  return terminal;
}

/** Types a command that serves. @returns where it does */
async function serve(terminal: Terminal, command: string): Promise<string> {
  terminal.enter(command);
  await terminal.shows(/Ctrl-C ends it/);
  return addressIn(terminal.screen());
}

/** Lines of calls on the screen, as they stand there below the addresses. */
function callLines(screen: string): string[] {
  const [, below = ''] = screen.split('Ctrl-C ends it.\n');
  return below.split('\n').filter((line) => line !== '');
}

/** A text in one of the terminal's colours, as its history has it. */
const painted = (colour: number, text: string) => `\u001b[${colour}m${text}`;
const [red, green, yellow] = [31, 32, 33] as const;

whereInstalled('tmux', describe)('calls in a terminal', () => {
  test('are lines in colours, by what became of them', async () => {
    const terminal = open();
    const address = await serve(terminal, 'egoi sandbox --port 0; echo "code $?"');
    for (const wire of ['soap-universal', 'xmlrpc', 'rest'] as const) {
      await makeCall(address, wire, 'createList', { nome: 'News' });
    }
    await makeCall(address, 'soap', 'getSegments', { listID: 99 });
    await failNextOfV3(address);
    await makeCall(address, 'v3', 'getLists', {});
    const screen = await terminal.shows(/getAllLists +failed 503/);
    expect(callLines(screen)).toEqual([
      expect.stringMatching(/^\d\d:\d\d:\d\d {2}universal {2}createList +done +\d+ ms$/),
      expect.stringMatching(/^\d\d:\d\d:\d\d {2}xmlrpc {5}createList +done +\d+ ms$/),
      expect.stringMatching(/^\d\d:\d\d:\d\d {2}rest {7}createList +done +\d+ ms$/),
      expect.stringMatching(/ {2}soap {7}WSDL +done +\d+ ms$/),
      expect.stringMatching(/ {2}soap {7}getSegments +refused LIST_NOT_FOUND +\d+ ms$/),
      expect.stringMatching(/ {2}v3 {9}getAllLists +failed 503 +\d+ ms$/),
    ]);
    const coloured = terminal.history();
    expect(coloured).toContain(painted(green, 'done'));
    expect(coloured).toContain(painted(yellow, 'refused LIST_NOT_FOUND'));
    expect(coloured).toContain(painted(red, 'failed 503'));
    terminal.press('C-c');
    await terminal.shows(/The sandbox stops\.\s+code 0/);
  });

  test('have no colours with NO_COLOR, nor in a pipe or a file', async () => {
    for (const [command, env] of [
      ['egoi sandbox --port 0', { NO_COLOR: '1' }],
      ['egoi sandbox --port 0 | tee calls.txt', {}],
    ] as const) {
      const terminal = open({ env });
      const address = await serve(terminal, command);
      await makeCall(address, 'rest', 'getSegments', { listID: 99 });
      await terminal.shows(/refused LIST_NOT_FOUND/);
      for (const colour of [red, green, yellow]) {
        expect(terminal.history()).not.toContain(painted(colour, ''));
      }
      terminal.press('C-c');
      await terminal.shows(/ready\$ $/m);
    }
  });

  test('keep to a narrow terminal, and to the width that it gets', async () => {
    const terminal = open({ columns: 40 });
    const address = await serve(terminal, 'egoi sandbox --port 0');
    await makeCall(address, 'rest', 'getSegments', { listID: 99 });
    await makeCall(address, 'rest', 'createList', { nome: 'News' });
    const narrow = callLines(await terminal.shows(/createList +done/));
    expect(narrow).toEqual([
      'rest       getSegments  LIST_NOT_FOUND',
      expect.stringMatching(/^rest {7}createList {2}done {2}\d+ ms$/),
    ]);
    terminal.resize(90);
    await makeCall(address, 'rest', 'createList', { nome: 'More' });
    const wide = await terminal.shows(/\d\d:\d\d:\d\d {2}rest {7}createList +done +\d+ ms/);
    expect(callLines(wide)).toHaveLength(3);
  });

  test('wait for no terminal that was stopped', async () => {
    const terminal = open();
    const address = await serve(terminal, 'egoi sandbox --port 0; echo "code $?"');
    terminal.press('C-s');
    // More than a terminal keeps for itself.
    for (let at = 0; at < 600; at += 1) {
      const { status } = await fetch(`${address}/nothing-is-here-${at}`);
      expect(status).toBe(404);
    }
    terminal.press('C-q');
    await terminal.shows(/nothing-is-here-599/);
    terminal.press('C-c');
    await terminal.shows(/code 0/);
  });

  test('of a gateway come to egoi tail in another terminal', async () => {
    const [first, second, third] = [open(), open(), open()];
    const service = await serve(first, 'egoi sandbox --port 0');
    const gateway = `egoi gateway --to rest --endpoint ${service} --port 0 --admin-port 0`;
    const address = await serve(second, gateway);
    const [, admin = ''] = /Admin +(http:\S+)\/metrics/.exec(second.screen()) ?? [];
    third.enter(`egoi tail ${admin}; echo "code $?"`);
    await third.shows(/Ctrl-C ends this/);
    await makeCall(address, 'xmlrpc', 'getSegments', { listID: 99 });
    const line = / {2}xmlrpc {5}getSegments +refused LIST_NOT_FOUND +\d+ ms {2}key [\da-f]{8}/;
    await second.shows(line);
    await third.shows(line);
    expect(third.history()).toContain(painted(yellow, 'refused LIST_NOT_FOUND'));
    third.press('C-c');
    await third.shows(/code 0/);
  });

  test('have with --verbose what went over the wire below them', async () => {
    const terminal = open({ rows: 60 });
    const address = await serve(terminal, 'egoi sandbox --port 0 --verbose');
    await makeCall(address, 'rest', 'createList', { nome: 'News' });
    const screen = await terminal.shows(/< .*"status": "success"/s);
    expect(screen).toMatch(/ {2}rest +createList +done[^>]*\n> POST \/v2\/rest\.php\n/);
    // The banner says the key.
    expect(screen.split('Ctrl-C ends it.')[1]).not.toContain(sandboxApiKey);
  });
});
