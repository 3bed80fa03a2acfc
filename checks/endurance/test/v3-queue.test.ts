import { importWorker, queueImport, waitForImport } from '@egoi-client/bulk-queue';
import { EgoiClient } from '@egoi-client/core';
import { createV3Server } from '@egoi-client/gateway';
import { type RedisProcess, startRedis, whereRedisIs } from '@egoi-client/redis-process';
import { sandboxApiKey, type SandboxTransport, sandboxTransport } from '@egoi-client/sandbox';
import { transportNamed } from '@egoi-client/transports';
import { afterEach, beforeEach, expect, test, describe } from '@jest/globals';
import { ordersOfImport } from '../src/distributed/contacts.ts';

whereRedisIs(describe)('an import on several machines over API v3', () => {
  let redis: RedisProcess;
  let account: SandboxTransport;
  let imports: number;
  const ends: (() => Promise<unknown>)[] = [];
  let makeClient: () => Promise<EgoiClient>;

  beforeEach(async () => {
    redis = await startRedis();
    account = sandboxTransport({ queueDelayMs: 20 });
    imports = 0;
    const server = await createV3Server({
      madeFile: (name) => account.madeFile(name),
      answerV3(request) {
        if (request.path.endsWith('/actions/import-bulk')) imports += 1;
        return account.answerV3(request);
      },
    }).listen();
    ends.push(
      () => server.close(),
      () => account.close(),
      () => redis.stop(),
    );
    makeClient = async () => {
      const transport = await transportNamed('v3', { endpoint: server.url });
      const client = new EgoiClient({ apiKey: sandboxApiKey, transport });
      ends.unshift(() => client.close());
      return client;
    };
    await (await makeClient()).createList({ nome: 'all' });
  });

  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });

  test('loses nothing, doubles nothing and keeps the order of rows where answers and requests get lost', async () => {
    const place = { connection: redis.url, importId: 'the-import' };
    const rows = 120;
    await queueImport(await makeClient(), ordersOfImport(rows), {
      ...place,
      listID: 1,
      maxBatchContacts: 30,
      callsPerHour: 10_000,
    });
    account.failV3('actionImportBulk', { connection: 'cut' }, { when: 'after' });
    account.failV3('actionImportBulk', { connection: 'cut' });
    const workers = [await makeClient(), await makeClient()].map((client) =>
      importWorker(client, { ...place, lockMs: 1000, callTimeoutMs: 3000, settleMs: 100 }),
    );
    const status = await waitForImport({ ...place, pollMs: 50 });
    for (const worker of workers) await worker.stop();
    await account.workOff();
    expect(status).toMatchObject({ answered: 4, failed: [], taken: rows, unknown: 0, found: 1 });
    // Four batches, and the one whose request was lost once more.
    expect(imports).toBe(5);
    const last = new Map<string, string>();
    for (const { email, first_name } of ordersOfImport(rows)) {
      last.set(email.toLowerCase(), first_name);
    }
    const [list] = (await account.snapshot()).lists;
    const held = (list?.contacts ?? []).map(
      ({ record }) =>
        [(record['EMAIL'] as string).toLowerCase(), record['FIRST_NAME'] as string] as const,
    );
    expect(held).toHaveLength(last.size);
    expect(new Map(held)).toEqual(last);
  });
});
