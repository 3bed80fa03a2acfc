import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { freePort } from '@egoi-client/redis-process';
import { v2WireNames, wireNames } from '@egoi-client/transports';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Place } from './egoi.ts';
import { serveAccount, type ServedAccount } from './served-account.ts';
import { startGateway } from './started-gateway.ts';

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

/** Calls through the gateway, with the account's key. */
function call(address: string, ...words: readonly string[]) {
  return place.run('call', ...words, '--endpoint', address, '--json');
}

describe('egoi gateway', () => {
  test('serves the four wires of API v2 over API v3 until it is told to stop', async () => {
    const { address, urls, to, endpoint, running } = await startGateway(place);
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
    const { address, to } = await startGateway(place, '--to', wire);
    expect(to).toBe(wire);
    expect(await call(address, 'createList', 'nome=Through')).toMatchObject({ code: 0 });
    const { lists } = await account.account.snapshot();
    expect(JSON.stringify(lists)).toContain('Through');
  });

  test('refuses a loss that nobody allowed, in the words of the old protocol', async () => {
    const adding = ['addSubscriber', 'listID=1', 'email=ana@example.com', 'status=0'];
    const strict = await startGateway(place);
    const refused = await call(strict.address, ...adding);
    expect(refused.code).toBe(5);
    expect(refused.stderr).toContain('addSubscriber.status');
    expect(await account.addresses()).not.toContain('ana@example.com');
    const lenient = await startGateway(place, '--allow-loss', 'addSubscriber.status');
    expect(await call(lenient.address, ...adding)).toMatchObject({ code: 0 });
    expect(await account.addresses()).toContain('ana@example.com');
  });

  test('makes callbacks of API v2 of the webhooks of API v3', async () => {
    const posts: string[] = [];
    const receiver = createServer((request, response) => {
      request.on('data', (data: Buffer) => posts.push(decodeURIComponent(data.toString())));
      request.on('end', () => response.end());
    }).listen(0, '127.0.0.1');
    try {
      await once(receiver, 'listening');
      const callback = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
      const port = String(await freePort());
      const file = join(place.folder, 'callbacks.db');
      const own = ['--callbacks-url', `http://127.0.0.1:${port}`, '--callbacks-file', file];
      const { address } = await startGateway(
        place,
        '--port',
        port,
        ...own,
        '--callbacks-allow',
        '127.0.0.1',
      );
      const asking = ['editApiCallback', 'listID=1', `callback_url=${callback}`, 'notif_api_9=1'];
      expect(await call(address, ...asking)).toMatchObject({ code: 0 });
      const adding = ['addSubscriber', 'listID=1', 'email=ana@example.com'];
      expect(await call(address, ...adding)).toMatchObject({ code: 0 });
      await account.account.settled();
      while (posts.length === 0) await once(receiver, 'request');
      expect(posts.join('')).toMatch(/^addSubscriber=<DATA>.*<EMAIL>ana@example.com<\/EMAIL>/);
      const looked = await place.run('callbacks', file, '--json');
      expect(JSON.parse(looked.stdout)).toMatchObject({ deadLetters: 0, givenUp: [] });
      expect(await place.run('callbacks', file, '--retry')).toMatchObject({
        code: 0,
        stdout: '0 callbacks are tried again.\n',
      });
      expect((await place.run('callbacks', 'none.db')).stderr).toContain('there is no such file');
    } finally {
      receiver.close();
    }
  });

  test.each<[string, readonly string[], string]>([
    ['an address alone', ['--callbacks-url', 'https://a.example'], 'belong together'],
    ['them over another wire', ['--to', 'rest', '--callbacks-file', 'x'], 'is for API v3'],
  ])('refuses callbacks with %s', async (_case, words, problem) => {
    const refused = await place.run('gateway', '--port', '0', ...words);
    expect(refused.code).not.toBe(0);
    expect(refused.stderr).toContain(problem);
  });

  test('says which port is taken', async () => {
    const { address } = await startGateway(place);
    const port = new URL(address).port;
    const { code, stderr } = await place.run('gateway', '--port', port);
    expect(code).toBe(2);
    expect(stderr).toContain(`port ${port} of 127.0.0.1 cannot be had`);
    expect(stderr).toContain('--port takes another');
  });

  test('speaks plain http to other machines only where that was asked for', async () => {
    const { address } = await startGateway(place, '--host', '0.0.0.0', '--allow-plain-http');
    expect(await call(address, 'getLists')).toMatchObject({ code: 0 });
  });

  test.each([
    [['--to', 'pigeon'], 'It must be one of soap'],
    [['--to', 'soap', '--phone-prefix', '351'], '--phone-prefix: for API v3'],
    [['--to', 'soap', '--phone-prefix', '351'], 'Add --to v3'],
    [['--allow-loss', 'addSubscriber.nothing'], '--allow-loss'],
    [['--endpoint', 'http://localhost:8081'], 'the gateway would call itself'],
    [['--endpoint', 'ftp://localhost'], "--endpoint cannot be 'ftp://localhost'"],
    [['--cert', 'c.pem'], '--private-key belong together'],
    [['--endpoint', 'http://[::1]:8081'], 'the gateway would call itself'],
    [['--port', '70000'], 'from 0 to 65535'],
    [['--host', '0.0.0.0'], '--allow-plain-http'],
    [['--public-url', 'here'], "--public-url cannot be 'here'"],
    [['--trusted-proxies', '10.0.0.0/8,anybody'], '--trusted-proxies must be a list of addresses'],
    [['--allow-host', 'https://a.example'], 'host names without ports'],
    [['--drain', '0'], 'a number of seconds'],
    [['stray'], "gateway takes no operand; 'stray' is one too many"],
  ])('refuses %j', async (words, problem) => {
    const { code, stdout, stderr } = await place.run('gateway', ...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(problem);
  });
});
