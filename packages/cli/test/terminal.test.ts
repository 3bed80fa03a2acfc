import { readFileSync, statSync } from 'node:fs';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { afterEach, beforeEach, expect, describe, test } from '@jest/globals';
import { Place } from './egoi.ts';
import { type ServedAccount, serveAccount } from './served-account.ts';
import { Terminal, whereInstalled } from './terminal.ts';

let place: Place;
let served: ServedAccount;
let terminal: Terminal;

beforeEach(async () => {
  place = new Place();
  served = await serveAccount();
  place.env['EGOI_ENDPOINT'] = served.env.EGOI_ENDPOINT;
});

afterEach(async () => {
  terminal.close();
  await served.close();
  place.remove();
});

whereInstalled('tmux', describe)('in a terminal', () => {
  test('the key is asked for and never on the screen', async () => {
    terminal = new Terminal(place);
    terminal.enter('egoi call createList nome=News; echo "code $?"');
    await terminal.shows(/API key:/);
    terminal.type(sandboxApiKey);
    terminal.press('Enter');
    const screen = await terminal.shows(/code 0/);
    expect(screen).toMatch(/LIST_ID +1\n/);
    expect(screen).toContain('egoi login keeps it');
    expect(terminal.history()).not.toContain(sandboxApiKey.slice(0, 4));
  });

  test('login asks for the key, keeps it, and calls work from then on', async () => {
    terminal = new Terminal(place);
    terminal.enter('egoi login; echo "code $?"');
    await terminal.shows(/API key:/);
    terminal.type(sandboxApiKey);
    terminal.press('Enter');
    await terminal.shows(/code 0/);
    const path = place.path('config/egoi/config.json');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ apiKey: sandboxApiKey });
    terminal.enter('clear; egoi call getUserData; echo "code $?"');
    await terminal.shows(/APIKEY +\[redacted\].*code 0/s);
    expect(terminal.history()).not.toContain(sandboxApiKey.slice(0, 4));
  });

  test('Ctrl-C at the question for the key ends with 130', async () => {
    terminal = new Terminal(place);
    terminal.enter('egoi call getLists; echo "code $?"');
    await terminal.shows(/API key:/);
    terminal.press('C-c');
    expect(await terminal.shows(/code 130/)).not.toContain('defect');
  });

  test('an import shows a bar, waits for the hour, ends on Ctrl-C and goes on', async () => {
    place.env['EGOI_API_KEY'] = sandboxApiKey;
    await place.run('call', 'createList', 'nome=News');
    const rows = Array.from({ length: 60 }, (_, index) => `c${index}@example.com\n`);
    place.write('contacts.csv', `email\n${rows.join('')}`);
    terminal = new Terminal(place);
    const command = 'egoi import contacts.csv --list 1 --batch-contacts 20';
    terminal.enter(`${command} --calls-per-hour 2; echo "code $?"`);
    const waiting = await terminal.shows(/waiting until \d\d:\d\d/);
    expect(waiting).toMatch(
      /#+-+ 66% 40\/60 rows; waiting until \d\d:\d\d \(the hour's calls are spent\)/,
    );
    terminal.press('C-c');
    const stopped = await terminal.shows(/code 130/);
    expect(stopped).toContain('To go on: egoi import contacts.csv');
    terminal.enter(`clear; ${command} --resume; echo "code $?"`);
    const done = await terminal.shows(/code 0/);
    expect(done).toContain('60 rows: 60 taken, 0 rejected, 0 unknown; this run made 1 calls.');
    expect(done).not.toContain('#-');
    const addresses = await served.addresses();
    expect([addresses.length, new Set(addresses).size]).toEqual([60, 60]);
  });

  test('an export to the screen writes out what the terminal would obey', async () => {
    place.env['EGOI_API_KEY'] = sandboxApiKey;
    await place.run('call', 'createList', 'nome=News');
    const name = 'A\u009b31mB\u202eC';
    await place.run(
      'call',
      'addSubscriber',
      'listID=1',
      'email=a@example.com',
      `first_name=${name}`,
    );
    terminal = new Terminal(place);
    terminal.enter('clear; egoi export - --list 1 --columns EMAIL,FIRST_NAME; echo "code $?"');
    const screen = await terminal.shows(/code 0/);
    expect(screen).toContain('a@example.com,A\\u009b31mB\\u202eC');
    expect(screen).toContain('1 contacts are in the standard output');
  });

  test('a list is a table that fits, with wide signs in their columns', async () => {
    place.env['EGOI_API_KEY'] = sandboxApiKey;
    await place.run('call', 'createList', 'nome=日本語の長い名前のリストです');
    await place.run('call', 'createList', 'nome=News');
    terminal = new Terminal(place, { columns: 34 });
    terminal.enter('clear; egoi call getLists; echo "code $?"');
    const screen = await terminal.shows(/code 0/);
    expect(screen).toContain('      2  News\n      1  日本語の長い名前のリスト…\n2 rows');
    expect(screen).toMatch(/2 rows; no room for [^]*subs_total[^]*in full: --output\s+json/);
    expect(terminal.history()).toContain('\u001b[1mlistnum');
  });

  test('a value that is typed says how it ends, and gives way to Ctrl-C', async () => {
    place.env['EGOI_API_KEY'] = sandboxApiKey;
    terminal = new Terminal(place);
    terminal.enter('egoi call createList nome=@-; echo "code $?"');
    await terminal.shows(/nome=@- is what you type here; Ctrl-D on a new line ends it/);
    terminal.type('Half');
    terminal.press('C-c');
    await terminal.shows(/code 130/);
    terminal.enter('clear; egoi call createList nome=@-; echo "code $?"');
    await terminal.shows(/nome=@- is what you type here/);
    terminal.type('News');
    terminal.press('Enter', 'C-d');
    expect(await terminal.shows(/code 0/)).toMatch(/LIST_ID +1/);
  });

  test('the bar keeps to one line of a narrow terminal', async () => {
    place.env['EGOI_API_KEY'] = sandboxApiKey;
    await place.run('call', 'createList', 'nome=News');
    place.write('contacts.csv', 'email\na@example.com\nb@example.com\n');
    terminal = new Terminal(place, { columns: 40 });
    terminal.enter(
      'clear; egoi import contacts.csv --list 1 --batch-contacts 1 --calls-per-hour 1',
    );
    const screen = await terminal.shows(/50% 1\/2 rows; waiting until/);
    expect(screen.split('\n').filter((line) => /rows|spent|waiting/.test(line))).toHaveLength(1);
    terminal.press('C-c');
    await terminal.shows(/To go on/);
  });

  test('a list that is longer than the screen goes through the pager', async () => {
    terminal = new Terminal(place, { env: { PAGER: 'more' } });
    terminal.enter('egoi methods; echo "code $?"');
    const first = await terminal.shows(/--More--/);
    expect(first).toContain('checklogin');
    expect(first).not.toContain('afiliado');
    terminal.type('q');
    await terminal.shows(/code 0/);
  });

  test('a help that is longer than the screen goes through the pager', async () => {
    terminal = new Terminal(place, { env: { PAGER: 'more' }, rows: 15 });
    terminal.enter('egoi import --help');
    await terminal.shows(/--More--/);
    terminal.type(' ');
    expect(await terminal.shows(/--encoding/)).not.toContain('Usage:');
  });

  test('titles are bold, unless NO_COLOR is set', async () => {
    const bold = '\u001b[1m';
    terminal = new Terminal(place, { rows: 60 });
    terminal.enter('egoi errors LIST_NOT_FOUND');
    await terminal.shows(/What to do/);
    expect(terminal.history()).toContain(bold);
    terminal.enter('clear; tmux clear-history; NO_COLOR=1 egoi errors NO_ACCESS; echo "code $?"');
    await terminal.shows(/code 0/);
    expect(terminal.history()).not.toContain(`${bold}NO_ACCESS`);
  });

  test('a sandbox tells how to reach it, and ends on Ctrl-C', async () => {
    terminal = new Terminal(place);
    terminal.enter('egoi sandbox --port 0; echo "code $?"');
    const screen = await terminal.shows(/Ctrl-C ends it/);
    for (const file of ['soap.php', 'soap_any.php', 'xmlrpc.php', 'rest.php']) {
      expect(screen).toContain(file);
    }
    terminal.press('C-c');
    await terminal.shows(/The sandbox stops\.\s+code 0/);
  });
});
