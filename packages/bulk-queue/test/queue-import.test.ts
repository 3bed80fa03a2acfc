import { once } from 'node:events';
import type { RejectedRow } from '@egoi-client/bulk';
import { EgoiClient, EgoiConfigError, EgoiInputError } from '@egoi-client/core';
import { scriptedTransport } from '@egoi-client/core/testing';
import {
  importStatus,
  queueImport,
  type QueueImportOptions,
  removeImport,
} from '@egoi-client/bulk-queue';
import { type RedisProcess, whereRedisIs } from '@egoi-client/redis-process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { apiKey, clientOver, contacts, redisForTests } from './start.ts';

whereRedisIs(describe)('queueing an import', () => {
  const client = clientOver(scriptedTransport([]));
  let redis: RedisProcess;
  let direct: Redis;
  let options: () => QueueImportOptions;

  beforeAll(async () => {
    const started = await redisForTests();
    redis = started.redis;
    direct = new Redis(redis.url);
    options = () => ({ ...started.place(), listID: 1, maxBatchContacts: 10 });
  });

  afterAll(async () => {
    direct.disconnect();
    await redis.stop();
  });

  test('puts every contact into a batch, and says how many', async () => {
    const place = options();
    const queued = await queueImport(client, contacts(35), place);
    expect(queued).toEqual({
      rows: 35,
      contacts: 35,
      rejected: 0,
      cleaned: 0,
      noise: {},
      batches: 4,
    });
    const { connection, importId } = place;
    expect(await importStatus({ connection, importId })).toEqual({
      finished: false,
      sealed: true,
      batches: 4,
      answered: 0,
      failed: [],
      waiting: 4,
      contacts: 35,
      contactsAnswered: 0,
      rows: 0,
      taken: 0,
      rejected: 0,
      unknown: 0,
      rowsToLookAt: [],
      counted: undefined,
      found: 0,
      repeated: 0,
      nextCallInMs: 0,
    });
  });

  test('cleans contacts as an import does, and says of what', async () => {
    const rejects: RejectedRow[] = [];
    const rows = [{ email: ' ana@x.pt\u200b' }, { email: 'bad' }, { email: 'mailto:rui@x.pt' }];
    const queued = await queueImport(client, rows, {
      ...options(),
      onReject: (reject) => {
        rejects.push(reject);
      },
    });
    expect(queued).toMatchObject({
      contacts: 2,
      rejected: 1,
      cleaned: 2,
      noise: { blank: 1, 'invisible character': 1, scheme: 1 },
    });
    expect(rejects).toMatchObject([{ row: 1, problems: [{ path: 'email' }] }]);
  });

  test('adds nothing twice when it is done again', async () => {
    const place = options();
    await queueImport(client, contacts(35), place);
    const waiting = () => direct.llen(`bull:egoi-import-${place.importId}:wait`);
    expect(await waiting()).toBe(4);
    await queueImport(client, contacts(35), place);
    expect(await waiting()).toBe(4);
  });

  test('goes on where it stopped when its source breaks off', async () => {
    const place = options();
    function* broken() {
      yield* contacts(25);
      throw new Error('the file is gone');
    }
    await expect(queueImport(client, broken(), place)).rejects.toThrow(/^the file is gone$/);
    const { connection, importId } = place;
    expect(await importStatus({ connection, importId })).toMatchObject({
      sealed: false,
      batches: 2,
    });
    expect(await queueImport(client, contacts(35), place)).toMatchObject({ batches: 4 });
  });

  test('says so when Redis has forgotten batches, and mends it when it is done again', async () => {
    const place = options();
    const key = (name: string) => `bull:egoi-import-${place.importId}:${name}`;
    let forgetting: Promise<unknown> | undefined;
    const forgets = queueImport(client, contacts(35), {
      ...place,
      onProgress({ batches }) {
        if (batches !== 3) return;
        forgetting = Promise.all([
          direct.del(key('batch-1'), key('batch-2')),
          direct.lrem(key('wait'), 1, 'batch-1'),
          direct.lrem(key('wait'), 1, 'batch-2'),
          direct.hdel(key('egoi-batches'), '2'),
        ]);
      },
    });
    await expect(forgets).rejects.toThrow('forgotten 2 of the batches');
    await forgetting;
    expect(await queueImport(client, contacts(35), place)).toMatchObject({ batches: 4 });
    const { connection, importId } = place;
    expect(await importStatus({ connection, importId })).toMatchObject({
      sealed: true,
      batches: 4,
      contacts: 35,
    });
    expect(await direct.lrange(key('wait'), 0, -1)).toHaveLength(4);
  });

  test('refuses to go on with other parameters', async () => {
    const place = options();
    await queueImport(client, contacts(5), place);
    const other = queueImport(client, contacts(5), { ...place, listID: 2 });
    await expect(other).rejects.toThrow(EgoiConfigError);
    await expect(other).rejects.toThrow('begun with other parameters');
  });

  test('refuses to go on with other contacts, fewer or more', async () => {
    const place = options();
    await queueImport(client, contacts(25), place);
    await expect(queueImport(client, contacts(25, 1), place)).rejects.toThrow(EgoiInputError);
    await expect(queueImport(client, contacts(15), place)).rejects.toThrow(EgoiInputError);
    await expect(queueImport(client, contacts(35), place)).rejects.toThrow('other contacts');
    const { connection, importId } = place;
    expect(await importStatus({ connection, importId })).toMatchObject({ batches: 3 });
  });

  test('tells the rows that cannot be sent, with the reasons', async () => {
    const rejects: RejectedRow[] = [];
    const rows = [...contacts(3), { first_name: 'no address' }, 'no contact at all'];
    const queued = await queueImport(client, rows, {
      ...options(),
      onReject: (reject) => {
        rejects.push(reject);
      },
    });
    expect(queued).toEqual({
      rows: 5,
      contacts: 3,
      rejected: 2,
      cleaned: 0,
      noise: {},
      batches: 1,
    });
    expect(rejects.map(({ row }) => row)).toEqual([3, 4]);
  });

  test('is finished at once when there is nothing to send', async () => {
    const place = options();
    await queueImport(client, [], place);
    const { connection, importId } = place;
    expect(await importStatus({ connection, importId })).toMatchObject({
      finished: true,
      batches: 0,
    });
  });

  test('reads no further than there is room, and ends when its signal fires', async () => {
    const place = options();
    const reading = new AbortController();
    let read = 0;
    const full = new EventTarget();
    function* counted() {
      for (const contact of contacts(1000)) {
        read += 1;
        if (read === 31) full.dispatchEvent(new Event('full'));
        yield contact;
      }
    }
    const overFull = once(full, 'full');
    const queueing = queueImport(client, counted(), {
      ...place,
      maxWaiting: 3,
      pollMs: 5,
      signal: reading.signal,
    }).catch((error: unknown) => error);
    await overFull;
    const { connection, importId } = place;
    // The row that does not fit into the third batch was read; the fourth batch is full in memory.
    while ((await importStatus({ connection, importId })).batches < 3);
    expect(read).toBeLessThanOrEqual(41);
    reading.abort();
    expect(await queueing).toMatchObject({ kind: 'aborted' });
    expect(read).toBeLessThanOrEqual(41);
    expect(await importStatus({ connection, importId })).toMatchObject({
      batches: 3,
      sealed: false,
    });
  });

  test('keeps the key out of Redis', async () => {
    await queueImport(
      new EgoiClient({ apiKey, transport: scriptedTransport([]) }),
      contacts(5),
      options(),
    );
    for (const key of await direct.keys('*')) {
      const dump = await direct.dumpBuffer(key);
      expect(dump?.includes(apiKey)).toBe(false);
    }
  });

  test('is removed without a trace, but not by mistake', async () => {
    const place = options();
    await queueImport(client, contacts(25), place);
    const { connection, importId } = place;
    await expect(removeImport({ connection, importId })).rejects.toThrow('is not finished');
    expect(await direct.keys(`*${importId}:*`)).not.toEqual([]);
    await removeImport({ connection, importId, force: true });
    expect(await direct.keys(`*${importId}:*`)).toEqual([]);
  });

  test.each([
    [{ importId: 'a:b' }, 'importId'],
    [{ connection: 'http://localhost' }, 'connection'],
    [{ maxWaiting: 0 }, 'maxWaiting'],
    [{ callsPerHour: 0 }, 'callsPerHour'],
    [{ listID: 'one' }, 'listID'],
    [{ journal: 'a file' }, 'journal'],
  ])('refuses wrong options: %j', async (wrong, named) => {
    const queueing = queueImport(client, [], { ...options(), ...wrong });
    await expect(queueing).rejects.toThrow(EgoiConfigError);
    await expect(queueing).rejects.toThrow(named);
  });

  test('says so when Redis refuses', async () => {
    const place = options();
    await direct.set(`bull:egoi-import-${place.importId}:egoi-batches`, 'not a hash');
    const queueing = queueImport(client, contacts(5), place);
    await expect(queueing).rejects.toMatchObject({ kind: 'connection', delivery: 'not_sent' });
    await expect(queueing).rejects.toThrow('Redis failed: WRONGTYPE');
  });

  test('says so when Redis is away', async () => {
    const status = importStatus({ connection: 'redis://127.0.0.1:1', importId: 'nowhere' });
    await expect(status).rejects.toMatchObject({ kind: 'connection', delivery: 'not_sent' });
  });
});
