import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { keptApiKey } from '../src/connection/api-key.ts';
import { findAddress } from '../src/connection/connect.ts';
import { checkProfileName, readProfile } from '../src/connection/profiles.ts';
import { wireAddress } from '../src/connection/wires.ts';
import type { Session } from '../src/session.ts';
import { type Ended, Place } from './egoi.ts';
import { type ServedAccount, serveAccount } from './served-account.ts';

let served: ServedAccount;
let place: Place;

beforeAll(async () => {
  served = await serveAccount();
});

beforeEach(() => {
  place = new Place();
});

afterEach(() => place.remove());

afterAll(() => served.close());

/** Opens nothing. */
const otherKey = 'e'.repeat(40);

const fileOf = (name: string) =>
  place.path(`config/egoi/${name === 'default' ? 'config' : `profiles/${name}`}.json`);

const kept = (name: string): unknown => JSON.parse(readFileSync(fileOf(name), 'utf8'));

function keep(name: string, text: string): void {
  mkdirSync(dirname(fileOf(name)), { recursive: true });
  writeFileSync(fileOf(name), text);
  chmodSync(fileOf(name), 0o600);
}

const login = (key: string, ...words: string[]): Promise<Ended> =>
  place.start(['login', ...words], `${key}\n`).ended;

/** The sandbox as the profile `staging`, and a key that opens nothing as the first one. */
async function keepTwo(): Promise<void> {
  const { EGOI_ENDPOINT: endpoint } = served.env;
  await login(otherKey, '--endpoint', endpoint);
  await login(sandboxApiKey, '--profile', 'staging', '--endpoint', endpoint, '-t', 'rest');
}

describe('a profile', () => {
  test('is kept by login beside the others, each in a file for its owner alone', async () => {
    await keepTwo();
    const before = readFileSync(fileOf('staging'), 'utf8');
    const { code, stdout, stderr } = await login('f'.repeat(40), '--profile', 'shop.pt');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('egoi doctor --profile shop.pt');
    expect(stdout).not.toContain('ffff');
    expect(readFileSync(fileOf('staging'), 'utf8')).toBe(before);
    expect(kept('default')).toEqual({ apiKey: otherKey, endpoint: served.env.EGOI_ENDPOINT });
    expect(kept('shop.pt')).toEqual({ apiKey: 'f'.repeat(40) });
    if (process.platform !== 'win32') {
      expect(statSync(fileOf('staging')).mode & 0o777).toBe(0o600);
      expect(statSync(dirname(fileOf('staging'))).mode & 0o777).toBe(0o700);
    }
  });

  test('is used where it is named: behind the command, before it, by a variable, by a choice', async () => {
    await keepTwo();
    const answered = { code: 0, stderr: '' };
    const call = ['call', 'getUserData'];
    expect(await place.run(...call)).toMatchObject({ code: 1 });
    expect(await place.run(...call, '--profile', 'staging')).toMatchObject(answered);
    expect(await place.run('call', '--profile', 'staging', 'getUserData')).toMatchObject(answered);
    expect(await place.run('--profile', 'staging', ...call)).toMatchObject(answered);
    expect(await place.run('--profile=default', ...call, '--profile=staging')).toMatchObject(
      answered,
    );
    place.env['EGOI_PROFILE'] = 'staging';
    expect(await place.run(...call)).toMatchObject(answered);
    expect(await place.run(...call, '--profile', 'default')).toMatchObject({ code: 1 });
    delete place.env['EGOI_PROFILE'];
    expect(await place.run('profiles', 'use', 'staging')).toMatchObject(answered);
    expect(await place.run(...call)).toMatchObject(answered);
    expect(await place.run('profiles', 'use', 'default')).toMatchObject(answered);
    expect(await place.run(...call)).toMatchObject({ code: 1 });
  });

  test('is used by the doctor, an export and a measurement', async () => {
    await keepTwo();
    const doctor = await place.run('doctor', '--profile', 'staging');
    expect(doctor).toMatchObject({ code: 0, stderr: '' });
    await place.run('call', 'createList', 'nome=News', '--profile', 'staging');
    const words = ['export', '-', '--list', '1', '--columns', 'EMAIL', '--profile', 'staging'];
    expect(await place.run(...words)).toMatchObject({ code: 0, stdout: 'EMAIL\r\n' });
    const costs = await place.run('bench', '--profile', 'staging', '--calls', '1');
    expect(costs.stderr).toContain('this would make 10 calls');
  });

  test('goes before the environment where the command line names it, and after it elsewhere', async () => {
    await keepTwo();
    place.env['EGOI_API_KEY'] = otherKey;
    place.env['EGOI_ENDPOINT'] = 'http://127.0.0.1:9';
    place.env['EGOI_TRANSPORT'] = 'no wire';
    const named = await place.run('call', 'getUserData', '--profile', 'staging');
    expect(named.code).toBe(0);
    expect(named.stderr).toBe(
      'egoi: note: EGOI_API_KEY, EGOI_ENDPOINT, EGOI_TRANSPORT are passed over: --profile names the account\n',
    );
    delete place.env['EGOI_ENDPOINT'];
    delete place.env['EGOI_TRANSPORT'];
    place.env['EGOI_PROFILE'] = 'staging';
    const { code, stderr } = await place.run('call', 'getUserData');
    expect(code).toBe(1);
    expect(stderr).not.toContain('passed over');
    expect(stderr).not.toContain(otherKey);
  });

  test('that is none is told with those that there are', async () => {
    await keepTwo();
    for (const [words, source] of [
      [['call', 'getLists', '--profile', 'stagin'], '--profile'],
      [['gateway', '--profile', 'stagin'], '--profile'],
      [['profiles', 'use', 'stagin'], '<profile>'],
      [['profiles', 'remove', 'stagin'], '<profile>'],
    ] as const) {
      const { code, stdout, stderr } = await place.run(...words);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(`${source}: there is no profile stagin; did you mean staging?`);
      expect(stderr).toContain('There are default, staging.');
      expect(stderr).toContain('egoi login --profile stagin');
    }
  });

  test.each([
    '',
    '..',
    '../../etc/passwd',
    'a/b',
    'a\\b',
    'a b',
    '-a',
    '.a',
    'nul',
    'COM1.x',
    'x'.repeat(65),
    'ã',
    'a\u001b[2J',
  ])('has no name that could be more than a name: %j', (name) => {
    expect(() => checkProfileName(name, '--profile')).toThrow('is no name of a profile');
    expect(() => checkProfileName(name, '--profile')).not.toThrow('\u001b');
  });

  test('of such a name is not made', async () => {
    const { code, stdout, stderr } = await login(otherKey, '--profile', '../../a');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain("--profile: '../../a' is no name of a profile");
    expect(readdirSync(place.folder)).toEqual([]);
  });

  test('keeps the prefix of telephone numbers for calls over API v3, and no other', async () => {
    const { EGOI_ENDPOINT: endpoint } = served.env;
    await login(sandboxApiKey, '--endpoint', endpoint, '--phone-prefix', '351', '-t', 'v3');
    const created = await place.run('call', 'createList', 'nome=Phones', '--json');
    const { LIST_ID: listID } = JSON.parse(created.stdout) as { LIST_ID: number };
    const words = [`listID=${listID}`, 'email=p@example.com', 'cellphone=912345678'];
    const added = await place.run('call', 'addSubscriber', ...words);
    expect(added.code).toBe(0);
    const found = await place.run(
      'call',
      'subscriberData',
      `listID=${listID}`,
      'subscriber=p@example.com',
    );
    expect(found.stdout).toContain('351-912345678');
    expect(await place.run('call', 'getLists', '-t', 'rest')).toMatchObject({
      code: 0,
      stderr: '',
    });
  });
});

describe('egoi profiles', () => {
  test('lists, shows, and forgets, and never prints a key', async () => {
    await keepTwo();
    await place.run('profiles', 'use', 'staging');
    const ended = [
      await place.run('profiles'),
      await place.run('profiles', '--json'),
      await place.run('profiles', 'show'),
      await place.run('profiles', 'show', '--json'),
    ];
    for (const { code, stdout } of ended) {
      expect(code).toBe(0);
      expect(stdout).toContain('staging');
      expect(stdout).not.toMatch(/[0-9a-f]{5,}e{4}|e{5}/);
      expect(stdout).not.toContain(sandboxApiKey.slice(0, 8));
    }
    expect(ended[0]?.stdout).toMatch(/^\* {2}staging +http:.* rest +\S+$/m);
    expect(ended[0]?.stdout).toMatch(/^ {3}default +http:.* soap-universal +…eeee$/m);
    expect(await place.run('profiles', '--names')).toMatchObject({ stdout: 'default\nstaging\n' });
    const removed = await place.run('profiles', 'remove', 'staging');
    expect(removed).toMatchObject({ code: 0, stderr: '' });
    expect(removed.stdout).toContain('use default again');
    expect(await place.run('profiles', '--names')).toMatchObject({ stdout: 'default\n' });
    expect(kept('default')).toMatchObject({ apiKey: otherKey });
  });

  test('names the file and the member that are wrong, and shows the others', async () => {
    await keepTwo();
    keep('broken', `{"apiKey":"${otherKey}","transport":"sopa"}`);
    const { code, stdout, stderr } = await place.run('profiles');
    expect(code).toBe(2);
    expect(stdout).toContain('staging');
    expect(stderr).toContain(`${fileOf('broken')}: "transport" must be one of`);
    expect(stderr).toContain('did you mean soap?');
    expect(stderr).not.toContain(otherKey);
  });
});

describe('what is kept', () => {
  test('by a version without profiles is the first one', async () => {
    const { EGOI_ENDPOINT: endpoint } = served.env;
    keep('default', JSON.stringify({ apiKey: sandboxApiKey, endpoint, transport: 'xmlrpc' }));
    expect(await place.run('call', 'getUserData')).toMatchObject({ code: 0, stderr: '' });
    expect(await place.run('call', 'getUserData', '--profile', 'default')).toMatchObject({
      code: 0,
    });
    expect(await place.run('profiles', '--names')).toMatchObject({ stdout: 'default\n' });
  });

  test.each([
    ['{', 'is not JSON'],
    ['null', 'must hold an object'],
    ['{"__proto__":{"apiKey":"a"}}', "'__proto__' is not known"],
    ['{"apikey":"a"}', "'apikey' is not known; did you mean apiKey?"],
    ['{"a\\u001b[2J":"a"}', 'is not known'],
    ['{"transport":["soap"]}', '"transport" must be one of'],
    ['{"endpoint":7}', '"endpoint" must be an address'],
    ['{"endpoint":"localhost:8080"}', '"endpoint": \'localhost:8080\' is no address'],
    ['{"phonePrefix":"+351"}', '"phonePrefix" must be 1 to 3 digits'],
    [`{"apiKey":"${'a '.repeat(20)}"}`, 'cannot be one'],
    [`{"apiKey":"${'a'.repeat(70_000)}"}`, 'is larger than'],
  ])('in a broken file is told by file and member: %#', (text, said) => {
    const env = place.allEnv();
    keep('staging', text);
    const use = () => {
      const profile = { ...readProfile(env, 'staging', '--profile'), isNamed: true };
      const session = { env } as Session;
      keptApiKey(session, profile);
      wireAddress('soap', findAddress(session, undefined, profile));
    };
    expect(use).toThrow(fileOf('staging'));
    expect(use).toThrow(said);
    expect(use).not.toThrow('aaaa');
    expect(use).not.toThrow('\u001b');
  });

  test('is not lost where many write at once', async () => {
    const names = Array.from({ length: 6 }, (_, index) => `shop-${index}`);
    const ended = await Promise.all([
      ...names.map((name) => login(otherKey, '--profile', name, '--endpoint', `http://${name}`)),
      login(otherKey, '-t', 'rest'),
      place.run('profiles'),
    ]);
    expect(ended.map(({ code }) => code)).toEqual(ended.map(() => 0));
    for (const name of names) {
      expect(kept(name)).toEqual({ apiKey: otherKey, endpoint: `http://${name}` });
    }
    expect(kept('default')).toEqual({ apiKey: otherKey, transport: 'rest' });
    expect(readdirSync(dirname(fileOf('a'))).toSorted()).toEqual(
      names.map((name) => `${name}.json`),
    );
  });
});
