import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { EgoiClient } from '@egoi-client/core';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { transportNamed, v2WireNames } from '@egoi-client/transports';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Place } from './egoi.ts';
import { serveAccount, type ServedAccount } from './served-account.ts';
import { startGateway } from './started-gateway.ts';

let place: Place;
let account: ServedAccount;
const shopsKey = '0123456789abcdef0123456789abcdef01234567';
const shop = { username: 'shop', password: 'open sesame', apiKey: sandboxApiKey };

beforeEach(async () => {
  place = new Place();
  account = await serveAccount({ contacts: 2 });
  place.env['EGOI_ENDPOINT'] = account.env.EGOI_ENDPOINT;
});

afterEach(async () => {
  place.remove();
  await account.close();
});

function guarded(name: string, text: string, mode = 0o600): string {
  const path = place.write(name, text);
  chmodSync(path, mode);
  return path;
}

/** The digest of a key, as the command makes it. */
async function lineOf(key: string, ...name: readonly string[]): Promise<string> {
  const { code, stdout } = await place.start(['gateway', 'hash-key', ...name], `${key}\n`).ended;
  expect(code).toBe(0);
  return stdout;
}

type Credentials = { apiKey: string } | { username: string; password: string };

/** What getLists over each wire comes to: the title of the list, or the code of the error. */
async function asked(address: string, credentials: Credentials): Promise<string[]> {
  return Promise.all(
    v2WireNames.map(async (wire) => {
      const transport = await transportNamed(wire, { base: address });
      const client = new EgoiClient({ ...credentials, transport });
      try {
        const [list] = await client.getLists({});
        return String(list?.title);
      } catch (error) {
        return (error as { code: string }).code;
      } finally {
        await client.close();
      }
    }),
  );
}

const letIn = v2WireNames.map(() => 'Contacts');
const keptOut = v2WireNames.map(() => 'NO_ACCESS');

describe('egoi gateway --allow', () => {
  test('lets in the keys whose hashes the file holds, and reads it anew on SIGHUP', async () => {
    const file = guarded('allowed', `# who may\n\n${await lineOf(sandboxApiKey, 'the shop')}`);
    expect(readFileSync(file, 'utf8')).toMatch(/^# who may\n\n[0-9a-f]{64} {2}# the shop\n$/);
    const { address, running } = await startGateway(place, '--allow', file);
    expect(await asked(address, { apiKey: sandboxApiKey })).toEqual(letIn);
    expect(await asked(address, { apiKey: shopsKey })).toEqual(keptOut);
    guarded('allowed', await lineOf(shopsKey));
    running.child.kill('SIGHUP');
    await running.said(/the list of callers was read anew/);
    expect(await asked(address, { apiKey: sandboxApiKey })).toEqual(keptOut);
    guarded('allowed', sandboxApiKey);
    running.child.kill('SIGHUP');
    const said = await running.said(/the list of callers stays as it was: --allow: .*allowed:1/);
    expect(said).not.toContain(sandboxApiKey);
    expect(await asked(address, { apiKey: sandboxApiKey })).toEqual(keptOut);
  });
});

describe('egoi gateway --logins', () => {
  test('turns logins of old programs into keys', async () => {
    const file = guarded('logins.json', JSON.stringify([shop]));
    const { address } = await startGateway(place, '--logins', file);
    const { username, password } = shop;
    expect(await asked(address, { username, password })).toEqual(letIn);
    expect(await asked(address, { username, password: 'wrong' })).toEqual(keptOut);
    expect(await asked(address, { apiKey: sandboxApiKey })).toEqual(letIn);
  });

  test('says of a file that cannot be used what is wrong with which entry, and no secret', async () => {
    const entries = (...list: readonly unknown[]) => JSON.stringify(list);
    const wrong: readonly (readonly [text: string, problem: string])[] = [
      [`[${JSON.stringify(shop)}`, 'is not JSON'],
      [JSON.stringify(shop), 'is no list'],
      [entries(shop, 'shop:open sesame'), 'entry 2 is no object'],
      [entries({ ...shop, username: '' }), 'entry 1 needs a username'],
      [entries({ ...shop, password: 12_345 }), 'entry 1 needs a password'],
      [entries({ username: 'a', password: 'open sesame' }), 'entry 1 needs an apiKey'],
      [entries({ ...shop, apiKey: 'open sesame\r\nX: y' }), 'entry 1 has an apiKey that cannot be'],
      [entries(shop, shop), 'entry 2 has the username of one before it'],
      [entries({ ...shop, role: 'admin' }), 'entry 1 holds more than'],
      ['['.repeat(100_000), 'is not JSON'],
      [' '.repeat(1024 * 1024 + 1), 'is larger than'],
      [entries(...Array.from({ length: 2 }, () => null)), 'entry 1 is no object'],
    ];
    for (const [text, problem] of wrong) {
      const file = guarded('logins.json', text);
      const { code, stderr } = await place.run('gateway', '--logins', file);
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(problem) });
      expect(stderr).toContain('--logins: ');
      expect(stderr).not.toMatch(new RegExp(`open sesame|12345|${sandboxApiKey}`));
    }
  });

  test('does not use what others may read, nor what is no file', async () => {
    const file = guarded('logins.json', JSON.stringify([shop]), 0o640);
    const { code, stderr } = await place.run('gateway', '--logins', file);
    expect(code).toBe(2);
    expect(stderr).toContain(`others may read ${file}`);
    expect(stderr).toContain('chmod 600');
    mkdirSync(place.path('folder'));
    expect(spawnSync('mkfifo', [place.path('pipe')]).status).toBe(0);
    for (const name of ['folder', 'pipe']) {
      const { stderr: said } = await place.run('gateway', '--logins', name);
      expect(said).toContain('is no file');
    }
    const absent = await place.run('gateway', '--logins', 'absent');
    expect(absent.stderr).toContain('--logins: absent cannot be opened (ENOENT)');
  });
});

describe('egoi gateway --key-from-env', () => {
  test('calls with its own key for everybody on this machine, who does not get to see it', async () => {
    place.env['EGOI_API_KEY'] = sandboxApiKey;
    const { address, running } = await startGateway(place, '--key-from-env');
    expect(await asked(address, { apiKey: 'whatever' })).toEqual(letIn);
    const form = 'type=json&method=getUserData&functionOptions[apikey]=whatever';
    const answer = await fetch(`${address}/v2/rest.php`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form,
    });
    const text = await answer.text();
    expect(text).toContain('"APIKEY":"whatever"');
    expect(text).not.toContain(sandboxApiKey);
    running.child.kill('SIGTERM');
    expect(JSON.stringify(await running.ended)).not.toContain(sandboxApiKey);
  });

  test('calls with it for those who are let in alone', async () => {
    place.env['SERVICE_KEY'] = sandboxApiKey;
    const listed = guarded('allowed', await lineOf(shopsKey));
    const logins = guarded('logins.json', '[{ "username": "a", "password": "b" }]');
    const words = ['--key-from-env', 'SERVICE_KEY', '--allow', listed, '--logins', logins];
    const everywhere = ['--host', '0.0.0.0', '--allow-plain-http'];
    const { address } = await startGateway(place, ...words, ...everywhere);
    expect(await asked(address, { apiKey: shopsKey })).toEqual(letIn);
    expect(await asked(address, { username: 'a', password: 'b' })).toEqual(letIn);
    expect(await asked(address, { apiKey: sandboxApiKey })).toEqual(keptOut);
  });

  test.each([
    [['--host', '0.0.0.0', '--allow-plain-http']],
    [['--public-url', 'https://egoi.example']],
    [['--trusted-proxies', '127.0.0.1']],
  ])('does not start where anybody could call with it, as with %j', async (words) => {
    place.env['EGOI_API_KEY'] = sandboxApiKey;
    const { code, stderr } = await place.run('gateway', '--key-from-env', ...words);
    expect(code).toBe(2);
    expect(stderr).toContain('anybody who reaches the gateway could call');
    const { address } = await startGateway(place, '--key-from-env', '--allow-anyone', ...words);
    expect(await asked(address, { apiKey: 'whatever' })).toEqual(letIn);
  });

  test('does not repeat a key that was given in place of a name', async () => {
    const { code, stderr } = await place.run('gateway', '--key-from-env', shopsKey);
    expect(code).toBe(2);
    expect(stderr).toContain('the variable of --key-from-env is not set');
    expect(stderr).not.toContain(shopsKey);
  });
});

describe('egoi gateway --allow, before it starts', () => {
  test.each([
    [0o666, '', 'others may write'],
    [0o644, `${shopsKey}\n`, ':1: a line is no hash of a key'],
    [0o644, `${'a'.repeat(64)}\n${'a'.repeat(63)}g\n`, ':2: a line is no hash of a key'],
  ])('with the mode %o refuses the file %j', async (mode, text, problem) => {
    const { code, stderr } = await place.run('gateway', '--allow', guarded('allowed', text, mode));
    expect(code).toBe(2);
    expect(stderr).toContain('--allow: ');
    expect(stderr).toContain(problem);
    expect(stderr).not.toContain(shopsKey);
  });
});

describe('egoi gateway hash-key', () => {
  test('gives the SHA-256 of the key alone, which blanks around do not change', async () => {
    const expected = createHash('sha256').update(shopsKey).digest('hex');
    expect(await lineOf(`  ${shopsKey}\n`)).toBe(`${expected}\n`);
    const json = await place.start(['gateway', 'hash-key', 'a', '--json'], shopsKey).ended;
    expect(JSON.parse(json.stdout)).toEqual({ digest: expected, name: 'a' });
  });

  test.each([
    ['too-short', [], 'could be guessed'],
    ['', [], 'it is empty'],
    [`${shopsKey}\n${shopsKey}`, [], 'blanks or other signs'],
    [shopsKey, ['a\nb'], 'one line of text'],
  ])('refuses %j', async (key, name, problem) => {
    const { code, stderr } = await place.start(['gateway', 'hash-key', ...name], key).ended;
    expect(code).toBe(2);
    expect(stderr).toContain(problem);
  });
});
