import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Place } from './egoi.ts';
import { type ServedAccount, serveAccount } from './served-account.ts';

let served: ServedAccount;
let place: Place;

beforeAll(async () => {
  served = await serveAccount();
  place = new Place();
  place.env['EGOI_ENDPOINT'] = served.env.EGOI_ENDPOINT;
});

afterAll(async () => {
  place.remove();
  await served.close();
});

/** Knows no bits for who may read a file. */
const isWindows = process.platform === 'win32';
const posixTest = isWindows ? test.skip : test;

const configPath = () => place.path('config/egoi/config.json');

function writeConfig(text: string, mode: number): void {
  mkdirSync(dirname(configPath()), { recursive: true });
  writeFileSync(configPath(), text);
  chmodSync(configPath(), mode);
}

describe('the key', () => {
  beforeEach(() => writeConfig('{}', 0o600));

  test('is missed with a word on where it may come from', async () => {
    const { code, stderr } = await place.run('call', 'getUserData');
    expect(code).toBe(2);
    expect(stderr).toContain('EGOI_API_KEY');
    expect(stderr).toContain('egoi login');
  });

  test('is kept by login for its owner alone, and used from then on', async () => {
    const login = await place.start(['login'], `${sandboxApiKey}\n`).ended;
    expect(login).toMatchObject({ code: 0, stderr: '' });
    expect(login.stdout).not.toContain(sandboxApiKey);
    expect(statSync(configPath()).mode & 0o777).toBe(isWindows ? 0o666 : 0o600);
    expect(JSON.parse(readFileSync(configPath(), 'utf8'))).toEqual({ apiKey: sandboxApiKey });
    expect(await place.run('call', 'getUserData')).toMatchObject({ code: 0 });
  });

  posixTest('is refused where others may read it', async () => {
    writeConfig(JSON.stringify({ apiKey: sandboxApiKey }), 0o640);
    const { code, stderr } = await place.run('call', 'getUserData');
    expect(code).toBe(2);
    expect(stderr).toContain(`chmod 600 ${configPath()}`);
    expect(stderr).not.toContain(sandboxApiKey);
  });

  test.each([
    [['call', 'getUserData', `apikey=${sandboxApiKey}`]],
    [['call', 'getUserData', `apikey:="${sandboxApiKey}"`]],
    [['call', 'getUserData', '--apikey', sandboxApiKey]],
    [['call', 'getUserData', `--api-key=${sandboxApiKey}`]],
    [['doctor', '--apiKey', sandboxApiKey]],
    [['call', 'getUserData', `functionOptions[apikey]=${sandboxApiKey}`]],
    [['call', 'getUserData', `functionOptions["ApiKey"]=${sandboxApiKey}`]],
    [['call', 'getUserData', `functionOptions.api_key=${sandboxApiKey}`]],
    [['call', 'getUserData', `functionOptions%5Bapikey%5D=${sandboxApiKey}`]],
    [['call', 'getUserData', `a[b][API-KEY]:="${sandboxApiKey}"`]],
    [['call', 'getUserData', `functionOptions:={"apikey":"${sandboxApiKey}"}`]],
    [['call', 'getUserData', `functionOptions={"x":[{"ap\u0069Key":"${sandboxApiKey}"}]}`]],
    [['call', 'getUserData', `functionOptions={apikey:${sandboxApiKey}}`]],
    [['call', 'getUserData', `{"apikey":"${sandboxApiKey}"}`]],
    [['call', 'getUserData', '-e', `http://127.0.0.1:1/v2/rest.php?apikey=${sandboxApiKey}`]],
    [['call', 'checklogin', 'username=ana', `password=${sandboxApiKey}`]],
    [['call', 'checklogin', '--password', sandboxApiKey]],
    [['call', 'checklogin', `--Password=${sandboxApiKey}`]],
    [['call', 'checklogin', `password:="${sandboxApiKey}"`]],
    [['call', 'checklogin', `functionOptions[PASSWORD]=${sandboxApiKey}`]],
    [['call', 'checklogin', `functionOptions:={"password":"${sandboxApiKey}"}`]],
    [['call', 'getLists', `plugin_key=${sandboxApiKey}`]],
  ])('is not taken from the command line, nor said again: %#', async (words) => {
    const { code, stdout, stderr } = await place.run(...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('does not belong on the command line');
    expect(stderr).not.toContain(sandboxApiKey);
  });

  test.each(['functionOptions:=@', 'functionOptions[apikey]=@', 'apikey=@'])(
    'is not taken from a file that the command line names: %s',
    async (parameter) => {
      const path = place.write('key.json', JSON.stringify({ apikey: sandboxApiKey }));
      const { code, stdout, stderr } = await place.run('call', 'getLists', `${parameter}${path}`);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('egoi login');
      expect(stderr).not.toContain(sandboxApiKey);
    },
  );

  test('leaves passwords from files, and texts that speak of keys, alone', async () => {
    place.env['EGOI_API_KEY'] = sandboxApiKey;
    const path = place.write('password.txt', 'sandbox');
    const words = ['call', 'checklogin', 'username=user@example.com', `password=@${path}`];
    expect(await place.run(...words)).toMatchObject({ code: 0 });
    const name = '[News] your password: ask us, see https://example.com/?pwd=1&a=b';
    const { code, stderr } = await place.run('call', 'createList', `nome=${name}`);
    delete place.env['EGOI_API_KEY'];
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.any(String) });
  });

  test.each(['{', '[]', '{"apiKey":1}', '{"apikey":"a"}', '{"transport":"fax"}'])(
    'is not looked for in a broken file: %s',
    async (text) => {
      writeConfig(text, 0o600);
      const { code, stderr } = await place.run('call', 'getUserData');
      expect(code).toBe(2);
      expect(stderr).toContain(configPath());
    },
  );

  test('comes with a warning where it could be read on its way', async () => {
    place.env['EGOI_API_KEY'] = 'some-key';
    const { code, stderr } = await place.run('call', 'getUserData', '-e', 'http://egoi.invalid');
    delete place.env['EGOI_API_KEY'];
    expect(code).toBe(3);
    expect(stderr).toContain('not encrypted');
    expect(stderr).not.toContain('some-key');
  });
});
