import { v2WireNames, wireNames } from '@egoi-client/transports';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Place, type Running } from './egoi.ts';
import { serveAccount, type ServedAccount } from './served-account.ts';

let place: Place;
let account: ServedAccount;

beforeEach(async () => {
  place = new Place();
  account = await serveAccount({ contacts: 2 });
  Object.assign(place.env, account.env);
});

afterEach(async () => {
  place.remove();
  await account.close();
});

interface Told {
  readonly address: string;
  readonly urls: Readonly<Record<string, string>>;
  readonly to: string;
  readonly endpoint: string;
}

async function startGateway(...words: readonly string[]): Promise<Told & { running: Running }> {
  const running = place.start(['gateway', '--port', '0', '--json', ...words]);
  const told = JSON.parse(await running.said(/\n/)) as Told;
  return { ...told, running };
}

/** Calls through the gateway, with the account's key. */
function call(address: string, ...words: readonly string[]) {
  return place.run('call', ...words, '--endpoint', address, '--json');
}

describe('egoi gateway', () => {
  test('serves the four wires of API v2 over API v3 until it is told to stop', async () => {
    const { address, urls, to, endpoint, running } = await startGateway();
    expect({ wires: Object.keys(urls), to }).toEqual({ wires: [...v2WireNames], to: 'v3' });
    expect(endpoint).toBe(`${account.env.EGOI_ENDPOINT}/v3`);
    for (const wire of v2WireNames) {
      const { code, stdout, stderr } = await call(address, 'getLists', '--transport', wire);
      expect({ wire, code, stderr }).toEqual({ wire, code: 0, stderr: '' });
      expect(JSON.parse(stdout)).toMatchObject([{ listnum: 1, title: 'Contacts' }]);
    }
    running.child.kill('SIGTERM');
    expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
  });

  test.each(wireNames)('makes the calls over %s', async (wire) => {
    const { address, to } = await startGateway('--to', wire);
    expect(to).toBe(wire);
    expect(await call(address, 'createList', 'nome=Through')).toMatchObject({ code: 0 });
    const { lists } = await account.account.snapshot();
    expect(JSON.stringify(lists)).toContain('Through');
  });

  test('refuses a loss that nobody allowed, in the words of the old protocol', async () => {
    const adding = ['addSubscriber', 'listID=1', 'email=ana@example.com', 'status=0'];
    const strict = await startGateway();
    const refused = await call(strict.address, ...adding);
    expect(refused.code).toBe(5);
    expect(refused.stderr).toContain('addSubscriber.status');
    expect(await account.addresses()).not.toContain('ana@example.com');
    const lenient = await startGateway('--allow-loss', 'addSubscriber.status');
    expect(await call(lenient.address, ...adding)).toMatchObject({ code: 0 });
    expect(await account.addresses()).toContain('ana@example.com');
  });

  test.each([
    [['--to', 'pigeon'], 'Allowed choices are soap'],
    [['--to', 'soap', '--phone-prefix', '351'], '--phone-prefix: for API v3'],
    [['--to', 'soap', '--phone-prefix', '351'], 'Add --to v3'],
    [['--allow-loss', 'addSubscriber.nothing'], '--allow-loss'],
    [['--endpoint', 'http://localhost:8081'], 'the gateway would call itself'],
    [['--endpoint', 'ftp://localhost'], 'the endpoint must be an http or https address'],
    [['--cert', 'c.pem'], '--private-key belong together'],
    [['--port', '70000'], 'from 0 to 65535'],
    [['stray'], 'too many arguments'],
  ])('refuses %j', async (words, problem) => {
    const { code, stdout, stderr } = await place.run('gateway', ...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(problem);
  });
});
