import { once } from 'node:events';
import {
  EgoiConfigError,
  type EgoiClient,
  EgoiConnectionError,
  EgoiQuotaError,
  type Transport,
  type TransportRequest,
  type WireValue,
} from '@egoi-client/core';
import {
  type ImportPlace,
  type ImportStatus,
  type ImportWorker,
  type ImportWorkerOptions,
  importStatus,
  importWorker,
  queueImport,
  retryImport,
  waitForImport,
} from '@egoi-client/bulk-queue';
import { type RedisProcess, whereRedisIs } from '@egoi-client/redis-process';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { clientOver, contacts, redisForTests } from './start.ts';

whereRedisIs(describe)('workers of an import', () => {
  let redis: RedisProcess;
  let newPlace: () => ImportPlace & { connection: string };
  const workers: ImportWorker[] = [];

  beforeAll(async () => {
    const started = await redisForTests({ persistent: true });
    redis = started.redis;
    newPlace = started.place;
  });

  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  });

  afterAll(() => redis.stop());

  const work = (client: EgoiClient, options: ImportWorkerOptions): ImportWorker => {
    const worker = importWorker(client, { settleMs: 1, lockMs: 1000, ...options });
    workers.push(worker);
    return worker;
  };

  /** A service that answers as it is told, and counts. */
  const service = (
    answer: (request: TransportRequest, call: number) => WireValue | Promise<WireValue>,
  ) => {
    const calls: string[] = [];
    const transport: Transport = {
      id: 'service',
      async call(request) {
        calls.push(request.method);
        const value = await answer(request, calls.length);
        return { value, transport: 'service', durationMs: 0 };
      },
    };
    return { calls, client: clientOver(transport) };
  };
  const takesAll = ({ params }: TransportRequest): WireValue => {
    const { subscribers } = params;
    return { id: '1', result: 'OK', count: Array.isArray(subscribers) ? subscribers.length : 0 };
  };

  const until = async (place: ImportPlace, met: (status: ImportStatus) => boolean) => {
    const enough = new AbortController();
    let last: ImportStatus | undefined;
    await waitForImport({
      ...place,
      pollMs: 5,
      signal: enough.signal,
      onProgress: (status) => {
        last = status;
        if (met(status)) enough.abort();
      },
    }).catch(() => undefined);
    return last;
  };

  test('send every batch once, and say when it is finished', async () => {
    const place = newPlace();
    const { calls, client } = service(takesAll);
    work(client, place);
    work(client, place);
    work(client, place);
    await queueImport(client, contacts(40), { ...place, listID: 1, maxBatchContacts: 2 });
    const status = await waitForImport({ ...place, pollMs: 10 });
    expect(status).toMatchObject({
      finished: true,
      answered: 20,
      failed: [],
      waiting: 0,
      contactsAnswered: 40,
      rows: 40,
      taken: 40,
      rejected: 0,
      unknown: 0,
      counted: 40,
    });
    expect(calls).toHaveLength(20);
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
    // Nothing is left of the jobs, and queueing again brings none of them back.
    await queueImport(client, contacts(40), { ...place, listID: 1, maxBatchContacts: 2 });
    const direct = new Redis(redis.url);
    expect(await direct.keys(`bull:egoi-import-${place.importId}:batch-*`)).toEqual([]);
    expect(await direct.llen(`bull:egoi-import-${place.importId}:wait`)).toBe(0);
    direct.disconnect();
    expect(await importStatus(place)).toMatchObject({ finished: true, answered: 20 });
  });

  test('make as many calls together as the hour allows, and no more', async () => {
    const place = newPlace();
    const { calls, client } = service(takesAll);
    work(client, place);
    work(client, place);
    const options = { ...place, listID: 1, maxBatchContacts: 1, callsPerHour: 5 };
    await queueImport(client, contacts(12), options);
    const status = await until(place, ({ answered }) => answered >= 5);
    expect(status?.nextCallInMs).toBeGreaterThan(3_500_000);
    expect(status).toMatchObject({ answered: 5, waiting: 7 });
    expect(calls).toHaveLength(5);
    await queueImport(client, contacts(12), { ...options, callsPerHour: 8 });
    // Those who wait look again when they start anew.
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
    work(client, place);
    expect(await until(place, ({ answered }) => answered >= 8)).toMatchObject({ waiting: 4 });
    expect(calls).toHaveLength(8);
  });

  test('report what the service refused, and send it again when they are told to', async () => {
    const place = newPlace();
    let listExists = false;
    const { calls, client } = service((request) =>
      listExists ? takesAll(request) : { ERROR: 'LIST_NOT_FOUND' },
    );
    work(client, place);
    await queueImport(client, contacts(4), { ...place, listID: 1, maxBatchContacts: 2 });
    const refused = await waitForImport({ ...place, pollMs: 10 });
    expect(refused).toMatchObject({
      finished: true,
      answered: 0,
      failed: [
        { batch: 0, fromRow: 0, code: 'LIST_NOT_FOUND' },
        { batch: 1, fromRow: 2, code: 'LIST_NOT_FOUND' },
      ],
    });
    expect(calls).toHaveLength(2);
    listExists = true;
    expect(await retryImport(place)).toBe(2);
    const status = await waitForImport({ ...place, pollMs: 10 });
    expect(status).toMatchObject({ answered: 2, failed: [] });
    expect(calls).toHaveLength(4);
  });

  test('are given no more when as many batches have failed as may wait', async () => {
    const place = newPlace();
    const { calls, client } = service(() => ({ ERROR: 'LIST_NOT_FOUND' }));
    work(client, place);
    const queueing = queueImport(client, contacts(20), {
      ...place,
      listID: 1,
      maxBatchContacts: 1,
      maxWaiting: 3,
      pollMs: 5,
    });
    await expect(queueing).rejects.toThrow('batches have failed, importStatus says why');
    expect(calls.length).toBeLessThan(10);
  });

  test('try again what the service cannot have seen', async () => {
    const place = newPlace();
    const { calls, client } = service((request, call) => {
      if (call === 1) throw new EgoiConnectionError('no one listens', { delivery: 'not_sent' });
      return takesAll(request);
    });
    work(client, place);
    await queueImport(client, contacts(1), { ...place, listID: 1 });
    expect(await waitForImport({ ...place, pollMs: 10 })).toMatchObject({
      answered: 1,
      repeated: 0,
    });
    expect(calls).toEqual(['addSubscriberBulk', 'addSubscriberBulk']);
  });

  test('rest, all of them, when the budget of their client is spent', async () => {
    const place = newPlace();
    const { calls, client } = service((request, call) => {
      if (call === 3) throw new EgoiQuotaError('spent', { retryAfterMs: 3_600_000 });
      return takesAll(request);
    });
    work(client, place);
    work(client, { ...place });
    await queueImport(client, contacts(9), { ...place, listID: 1, maxBatchContacts: 1 });
    const status = await until(place, ({ nextCallInMs }) => nextCallInMs > 0);
    expect(status?.nextCallInMs).toBeGreaterThan(3_500_000);
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
    const made = calls.length;
    // A call of the other worker may have been under way.
    expect(made).toBeLessThanOrEqual(4);
    expect(await importStatus(place)).toMatchObject({ answered: made - 1, failed: [] });
  });

  test('ask the account about a call that broke off', async () => {
    const place = newPlace();
    const { calls, client } = service((request, call) => {
      if (call === 1) throw new EgoiConnectionError('broken', { delivery: 'unknown' });
      const all = contacts(9).map(({ email }) => ({ EMAIL: email, UID: email }));
      return { subscriber: all.slice(Number(request.params['start'])) };
    });
    work(client, place);
    await queueImport(client, contacts(9), { ...place, listID: 1 });
    expect(await waitForImport({ ...place, pollMs: 10 })).toMatchObject({ answered: 1, found: 1 });
    expect(calls).toEqual(['addSubscriberBulk', ...Array(2).fill('subscriberData')]);
  });

  test('end after the call under way when they are stopped', async () => {
    const place = newPlace();
    const called = new EventTarget();
    let answer = (): void => undefined;
    const { calls, client } = service(async (request) => {
      const answered = new Promise<void>((resolve) => {
        answer = resolve;
      });
      called.dispatchEvent(new Event('call'));
      await answered;
      return takesAll(request);
    });
    const firstCall = once(called, 'call');
    const worker = work(client, { ...place, stopMs: 1000 });
    await queueImport(client, contacts(2), { ...place, listID: 1, maxBatchContacts: 1 });
    await firstCall;
    const stopped = worker.stop();
    answer();
    await stopped;
    expect(await importStatus(place)).toMatchObject({ answered: 1, waiting: 1 });
    expect(calls).toHaveLength(1);
  });

  test('write an answer down that came while Redis was away', async () => {
    const place = newPlace();
    const away = new EventTarget();
    const { calls, client } = service(async (request, call) => {
      if (call === 1) {
        await redis.kill();
        away.dispatchEvent(new Event('away'));
      }
      return takesAll(request);
    });
    const killed = once(away, 'away');
    await queueImport(client, contacts(2), { ...place, listID: 1, maxBatchContacts: 1 });
    work(client, place);
    await killed;
    await redis.restart();
    expect(await waitForImport({ ...place, pollMs: 10 })).toMatchObject({ answered: 2, found: 0 });
    expect(calls).toEqual(['addSubscriberBulk', 'addSubscriberBulk']);
  });

  test('wait for the answer of the call under way however short their time to stop is', async () => {
    const place = newPlace();
    const called = new EventTarget();
    let answer = (): void => undefined;
    const { client } = service(async (request) => {
      const answered = new Promise<void>((resolve) => {
        answer = resolve;
      });
      called.dispatchEvent(new Event('call'));
      await answered;
      return takesAll(request);
    });
    const firstCall = once(called, 'call');
    const worker = work(client, { ...place, stopMs: 1 });
    await queueImport(client, contacts(1), { ...place, listID: 1 });
    await firstCall;
    const stopped = worker.stop().then(() => 'stopped');
    const lookedOften = async () => {
      for (let look = 0; look < 50; look += 1) await importStatus(place);
      return 'still waiting';
    };
    expect(await Promise.race([stopped, lookedOften()])).toBe('still waiting');
    answer();
    expect(await stopped).toBe('stopped');
  });

  test('can be stopped while Redis is away, and leave nothing that keeps the process', async () => {
    const place = newPlace();
    let answer = (): void => undefined;
    const called = new EventTarget();
    const { client } = service(async (request) => {
      const answered = new Promise<void>((resolve) => {
        answer = resolve;
      });
      called.dispatchEvent(new Event('call'));
      await answered;
      return takesAll(request);
    });
    const firstCall = once(called, 'call');
    const worker = work(client, { ...place, stopMs: 100 });
    await queueImport(client, contacts(1), { ...place, listID: 1 });
    await firstCall;
    await redis.kill();
    const stopped = worker.stop();
    answer();
    await stopped;
    await redis.restart();
    // Nobody wrote the answer down: the next worker has to ask.
    expect(await importStatus(place)).toMatchObject({ answered: 0, waiting: 1 });
  });

  test.each([{ lockMs: 10 }, { probes: 0 }, { concurrency: 2 }, { importId: '' }])(
    'refuse wrong options: %j',
    (wrong) => {
      const { client } = service(takesAll);
      expect(() => importWorker(client, { ...newPlace(), ...wrong })).toThrow(EgoiConfigError);
    },
  );
});
