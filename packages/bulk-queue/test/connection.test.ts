import { describe, expect, test } from '@jest/globals';
import { EgoiConfigError } from '@egoi-client/core';
import { scriptedTransport } from '@egoi-client/core/testing';
import { importStatus, importWorker, queueImport, waitForImport } from '@egoi-client/bulk-queue';
import { Cluster, Redis } from 'ioredis';
import { isConnection } from '../src/is-connection.ts';
import { clientOver } from './start.ts';

const lazy = { lazyConnect: true, retryStrategy: () => null } as const;
const cluster = new Cluster([{ host: 'localhost', port: 1 }], { lazyConnect: true });

describe('a connection', () => {
  test.each<[string, unknown]>([
    ['a client of ioredis', new Redis(lazy)],
    ['a cluster', cluster],
    ['a url', { url: 'redis://localhost:6379' }],
    ['a url beside a host', { host: 'localhost', url: 'redis://localhost:6379' }],
    ['a connection within', { connection: { host: 'localhost' } }],
    ['a prefix', { host: 'localhost', keyPrefix: 'shop:' }],
    ['a prefix in an address', 'redis://localhost:6379?keyPrefix=shop:'],
    ['a misspelt host', { hots: 'localhost', port: 6379 }],
    ['a name of another client', { socket: { host: 'localhost' } }],
    ['nothing that says where', {}],
    ['a password alone', { password: 'secret' }],
    ['an undefined host', { host: undefined }],
    ['an empty host', { host: '' }],
    ['a port that is none', { host: 'localhost', port: 0 }],
    ['sentinels without a name', { sentinels: [{ host: 'localhost', port: 26379 }] }],
    ['no sentinels', { sentinels: [], name: 'main' }],
    ['an address without a host', 'redis:///0'],
    ['an address of the web', 'http://localhost:6379'],
    ['a host alone', 'localhost:6379'],
    ['a list', [{ host: 'localhost' }]],
    ['an address object', new URL('redis://localhost:6379')],
    ['nothing', undefined],
    ['null', null],
    ['a number', 6379],
    ['a name that objects have', { host: 'localhost', constructor: 'x' }],
  ])('is refused when it is %s', async (_what, wrong) => {
    const place = { connection: wrong as string, importId: 'x' };
    const client = clientOver(scriptedTransport([]));
    const rule = /connection must be an address .* plain object of options of ioredis/;
    expect(() => importWorker(client, place)).toThrow(EgoiConfigError);
    expect(() => importWorker(client, place)).toThrow(rule);
    for (const going of [
      queueImport(client, [], { ...place, listID: 1 }),
      waitForImport(place),
      importStatus(place),
    ]) {
      await expect(going).rejects.toThrow(EgoiConfigError);
    }
  });

  test.each<[string, unknown]>([
    ['an address', 'redis://localhost'],
    ['an address with all', 'rediss://user:p%40ss@redis.example.com:6380/2'],
    ['an address by number', 'redis://[::1]:6379'],
    ['a host', { host: 'localhost' }],
    ['a port of this machine', { port: 6380 }],
    ['a socket', { path: '/run/redis.sock' }],
    ['what BullMQ asks for', { host: 'localhost', port: 6379, maxRetriesPerRequest: null }],
    ['TLS', { host: 'localhost', tls: {}, username: 'u', password: '' }],
    ['sentinels', { sentinels: [{ host: 'localhost', port: 26379 }], name: 'main' }],
    ['without a prototype', Object.assign(Object.create(null) as object, { host: 'localhost' })],
  ])('is taken when it is %s', (_what, right) => {
    expect(isConnection(right)).toBe(true);
  });
});
