import {
  EgoiConnectionError,
  isWireObject,
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
import { clientOver, contacts, redisForTests } from './start.ts';

const addUp = ({ rows, taken, rejected, unknown }: ImportStatus) =>
  expect(taken + rejected + unknown).toBe(rows);

const textOf = (value: WireValue | undefined) => (typeof value === 'string' ? value : '');

whereRedisIs(describe)('batches that hold some of the same contacts', () => {
  let redis: RedisProcess;
  let newPlace: () => ImportPlace & { connection: string };
  const workers: ImportWorker[] = [];

  beforeAll(async () => {
    const started = await redisForTests();
    redis = started.redis;
    newPlace = started.place;
  });

  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  });

  afterAll(() => redis.stop());

  /** A service that notes the rows that it takes, and the most calls that were under way at once. */
  const service = (fail: (call: number, request: TransportRequest) => WireValue | undefined) => {
    const taken: string[] = [];
    const list = new Map<string, string>();
    let calls = 0;
    const transport: Transport = {
      id: 'service',
      async call(request) {
        const reply = (value: WireValue) => ({ value, transport: 'service', durationMs: 0 });
        if (request.method === 'subscriberData') {
          const all = [...list].map(([EMAIL, FIRST_NAME]) => ({ UID: EMAIL, EMAIL, FIRST_NAME }));
          return reply({ subscriber: all.slice(Number(request.params['start'])) });
        }
        calls += 1;
        const refusal = fail(calls, request);
        if (refusal !== undefined) return reply(refusal);
        const { subscribers } = request.params;
        const rows = Array.isArray(subscribers) ? subscribers.filter(isWireObject) : [];
        // Whoever else is at work gets on meanwhile.
        await new Promise(setImmediate);
        for (const { email, first_name: name } of rows) {
          taken.push(textOf(name));
          list.set(textOf(email).toLowerCase(), textOf(name));
        }
        return reply({
          id: '1',
          count: new Set(rows.map(({ email }) => textOf(email).toLowerCase())).size,
        });
      },
    };
    const start = (count: number, options: ImportWorkerOptions) => {
      for (let number = 0; number < count; number += 1) {
        workers.push(
          importWorker(clientOver(transport), { settleMs: 1, lockMs: 1000, ...options }),
        );
      }
    };
    return { taken, list, start, client: clientOver(transport) };
  };

  /** Ten batches of two: one contact is in all of them, in another spelling each time. */
  const rows = Array.from({ length: 20 }, (_, row) => ({
    email: row % 2 === 0 ? ['ana@x.pt', 'ANA@x.pt', 'Ana@X.pt'][(row / 2) % 3] : `${row}@x.pt`,
    first_name: `row ${row}`,
  }));
  const inOrder = rows.map(({ first_name: name }) => name);

  test('are sent in the order of the source by however many workers', async () => {
    const place = newPlace();
    const { taken, list, start, client } = service(() => undefined);
    await queueImport(client, rows, { ...place, listID: 1, maxBatchContacts: 2, pollMs: 5 });
    start(4, place);
    const status = await waitForImport({ ...place, pollMs: 5 });
    expect(status).toMatchObject({ answered: 10, failed: [], rows: 20, taken: 20, unknown: 0 });
    expect(taken).toEqual(inOrder);
    expect(list.get('ana@x.pt')).toBe('row 18');
  });

  test('are sent in that order, too, when one of them is lost on its way', async () => {
    const place = newPlace();
    const { taken, list, start, client } = service((call) => {
      if (call === 3) throw new EgoiConnectionError('broken', { delivery: 'unknown' });
      return undefined;
    });
    start(3, place);
    await queueImport(client, rows, { ...place, listID: 1, maxBatchContacts: 2, pollMs: 5 });
    const status = await waitForImport({ ...place, pollMs: 5 });
    expect(status).toMatchObject({ answered: 10, failed: [], taken: 20, repeated: 1 });
    expect(taken).toEqual(inOrder);
    expect(list.get('ana@x.pt')).toBe('row 18');
  });

  test('wait for one that failed, are told with it, and come after it when it is put back', async () => {
    const place = newPlace();
    let isRepaired = false;
    const { taken, start, client } = service((_call, { params }) =>
      !isRepaired && JSON.stringify(params).includes('"row 6"')
        ? { ERROR: 'LIST_NOT_FOUND' }
        : undefined,
    );
    await queueImport(client, rows, { ...place, listID: 1, maxBatchContacts: 2, pollMs: 5 });
    start(3, place);
    const status = await waitForImport({ ...place, pollMs: 5 });
    addUp(status);
    expect(status).toMatchObject({ finished: true, rows: 20, taken: 6, rejected: 14, unknown: 0 });
    expect(status.failed).toHaveLength(7);
    expect(status.failed[0]).toMatchObject({ batch: 3, code: 'LIST_NOT_FOUND' });
    expect(status.failed[6]?.reason).toContain('contacts of batch 3, which failed');
    isRepaired = true;
    expect(await retryImport(place)).toBe(1);
    expect(await waitForImport({ ...place, pollMs: 5 })).toMatchObject({ taken: 20, failed: [] });
    expect(taken).toEqual(inOrder);
  });

  test('are told as unknown when one of them may have arrived and may not be repeated', async () => {
    const place = newPlace();
    const parameters = { autoresponder: 1 };
    const { taken, start, client } = service((call) => {
      if (call === 2) throw new EgoiConnectionError('broken', { delivery: 'unknown' });
      return undefined;
    });
    const same = [...contacts(2), ...contacts(2), ...contacts(2)];
    const options = { ...place, listID: 1, maxBatchContacts: 2, parameters, pollMs: 5 };
    await queueImport(client, same, options);
    start(2, place);
    const stopped = await waitForImport({ ...place, pollMs: 5 });
    addUp(stopped);
    expect(stopped).toMatchObject({ rows: 6, taken: 2, unknown: 2, rejected: 2 });
    expect(stopped.failed[0]?.reason).toContain('its outcome is unknown: autoresponder');
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
    await retryImport(place);
    start(1, { ...place, unverifiable: 'skip' });
    const skipped = await waitForImport({ ...place, pollMs: 5 });
    addUp(skipped);
    expect(skipped).toMatchObject({ rows: 6, taken: 4, unknown: 2, rejected: 0, failed: [] });
    expect(skipped.rowsToLookAt.map(({ row }) => row)).toEqual([2, 3]);
    expect(taken).toHaveLength(4);
  });

  test('hold nobody up who has contacts of their own', async () => {
    const place = newPlace();
    const { start, client } = service((_call, { params }) =>
      JSON.stringify(params).includes('"0@example.com"') ? { ERROR: 'LIST_NOT_FOUND' } : undefined,
    );
    const options = { ...place, listID: 1, maxBatchContacts: 2, pollMs: 5 };
    await queueImport(client, contacts(8), options);
    start(1, place);
    const status = await waitForImport({ ...place, pollMs: 5 });
    expect(status).toMatchObject({ rows: 8, taken: 6, rejected: 2 });
    addUp(await importStatus(place));
  });
});
