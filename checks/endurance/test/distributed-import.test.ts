import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type ImportStatus, waitForImport } from '@egoi-client/bulk-queue';
import { compiledProgram } from '@egoi-client/compiled-programs';
import { EgoiClient } from '@egoi-client/core';
import { createGateway, type GatewayServer } from '@egoi-client/gateway';
import { type RedisProcess, startRedis, whereRedisIs } from '@egoi-client/redis-process';
import { type SandboxTransport, sandboxApiKey, sandboxTransport } from '@egoi-client/sandbox';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { contactsOfImport, ordersOfImport } from '../src/distributed/contacts.ts';
import { seededRandom } from '@egoi-client/conformance/support/random';
import { type LedgerAccount, ledgerAccount } from '../src/distributed/ledger-account.ts';

whereRedisIs(describe)('an import on several machines', () => {
  let redis: RedisProcess;
  let sandbox: SandboxTransport;
  let account: LedgerAccount;
  let server: GatewayServer;
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    redis = await startRedis({ persistent: true });
    sandbox = sandboxTransport({ apiKey: sandboxApiKey });
    await new EgoiClient({ apiKey: sandboxApiKey, transport: sandbox }).createList({ nome: 'all' });
    account = ledgerAccount(sandbox);
    server = await createGateway(account).listen({ host: '127.0.0.1', port: 0 });
  });

  afterEach(async () => {
    for (const child of children.splice(0)) await kill(child);
    await server.close();
    await sandbox.close();
    await redis.stop();
  });

  const start = (
    program: 'worker-process' | 'producer-process',
    ...args: (string | number)[]
  ): ChildProcess => {
    const file = compiledProgram(`checks/endurance/src/distributed/${program}.ts`);
    const child = spawn(process.execPath, [file, redis.url, 'the-import', ...args.map(String)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    return child;
  };
  const startWorker = (wire: string) =>
    start('worker-process', wire, `http://127.0.0.1:${server.port}`);
  const startProducer = (
    contacts: number,
    perBatch: number,
    kind: 'contacts' | 'orders' = 'contacts',
  ) => start('producer-process', 'xmlrpc', contacts, perBatch, kind);

  const kill = async (child: ChildProcess) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  const succeeded = async (child: ChildProcess) => {
    if (child.exitCode === null) await once(child, 'exit');
    expect(child.exitCode).toBe(0);
  };

  /** What the account holds against what was to be imported. */
  const losses = async (contacts: number) => {
    const [list] = (await sandbox.snapshot()).lists;
    const held = new Set(list?.contacts.map(({ record }) => record['EMAIL']));
    const emails = [...contactsOfImport(contacts)].map(({ email }) => email);
    const lost = emails.filter((email) => !held.has(email)).length;
    const doubled = emails.filter((email) => (account.imports.get(email) ?? 0) > 1).length;
    return { lost, doubled, held: held.size };
  };
  const finished = () =>
    waitForImport({ connection: redis.url, importId: 'the-import', pollMs: 50 });
  const tell = (
    what: string,
    status: ImportStatus,
    { lost, doubled }: Awaited<ReturnType<typeof losses>>,
  ) =>
    process.stderr.write(
      `${what}: ${status.batches} batches in ${account.calls()} calls, ${status.found} found in the account, ${status.repeated} sent again: ${lost} lost, ${doubled} doubled\n`,
    );

  test('goes on when Redis is killed and started again in the middle, twice', async () => {
    const killedAt = [5, 14];
    const restarts: Promise<void>[] = [];
    account.hooks = {
      async before(call) {
        // The call is under way: its worker has said so, and will find nobody to tell the answer.
        if (killedAt.includes(call)) await redis.kill();
        return 'goes on';
      },
      after(call) {
        if (killedAt.includes(call)) restarts.push(redis.restart());
      },
    };
    const workers = [
      startWorker('soap-universal'),
      startWorker('xmlrpc'),
      startWorker('rest json'),
    ];
    const producer = startProducer(600, 20);
    await Promise.all([succeeded(producer), ...workers.map(succeeded)]);
    await Promise.all(restarts);
    const status = await finished();
    const result = await losses(600);
    tell('Redis killed twice', status, result);
    expect(restarts).toHaveLength(2);
    expect(status).toMatchObject({ answered: 30, failed: [], contactsAnswered: 600 });
    expect(result).toEqual({ lost: 0, doubled: 0, held: 600 });
  });

  test('goes on when a worker is killed before the account has its call, and after', async () => {
    const workers: ChildProcess[] = [];
    account.hooks = {
      async before(call) {
        if (call !== 2) return 'goes on';
        await Promise.all(workers.splice(0).map(kill));
        workers.push(startWorker('xmlrpc'));
        return 'is lost';
      },
      async after(call) {
        if (call !== 5) return;
        await Promise.all(workers.splice(0).map(kill));
        workers.push(startWorker('soap-universal'));
      },
    };
    workers.push(startWorker('rest json'));
    await succeeded(startProducer(100, 10));
    const status = await finished();
    const result = await losses(100);
    tell('workers killed twice', status, result);
    expect(status).toMatchObject({ answered: 10, failed: [], found: 1, repeated: 1 });
    expect(result).toEqual({ lost: 0, doubled: 0, held: 100 });
    expect(account.calls()).toBe(11);
  });

  test('goes on when Redis and all workers are killed with calls under way', async () => {
    const workers = [startWorker('soap-universal'), startWorker('rest json')];
    let restarted: Promise<void> | undefined;
    account.hooks = {
      async after(call) {
        if (call !== 6) return;
        // The account has the contacts; nobody will ever read this call's answer.
        await redis.kill();
        await Promise.all(workers.splice(0).map(kill));
        restarted = redis.restart();
        workers.push(startWorker('xmlrpc'), startWorker('rest json'));
      },
    };
    await succeeded(startProducer(300, 20));
    const status = await finished();
    await restarted;
    const result = await losses(300);
    tell('Redis and workers killed', status, result);
    expect(restarted).toBeDefined();
    expect(status).toMatchObject({ answered: 15, failed: [] });
    expect(status.found).toBeGreaterThanOrEqual(1);
    expect(result).toEqual({ lost: 0, doubled: 0, held: 300 });
  });

  test('goes on when one thing after the other is killed, before or after the account has a call', async () => {
    const random = seededRandom(20_251_202);
    const wires = ['soap-universal', 'xmlrpc', 'rest json'];
    const workers = wires.map(startWorker);
    const victims = ['redis', ...wires, 'redis', 'rest json', 'redis', 'xmlrpc'];
    const killAt = new Set(victims.map((_victim, index) => 2 + index * 4));
    let killed = 0;
    const killNext = async () => {
      const victim = victims.shift() ?? '';
      killed += 1;
      if (victim === 'redis') return await redis.restart();
      const place = wires.indexOf(victim);
      const worker = workers[place];
      if (worker !== undefined) await kill(worker);
      workers[place] = startWorker(victim);
    };
    account.hooks = {
      async before(call) {
        if (killAt.has(call) && random.oneIn(2)) {
          killAt.delete(call);
          await killNext();
        }
        return 'goes on';
      },
      async after(call) {
        if (killAt.delete(call)) await killNext();
      },
    };
    await succeeded(startProducer(800, 20));
    const status = await finished();
    const result = await losses(800);
    tell(`killed ${killed} times`, status, result);
    expect(killed).toBe(8);
    expect(status).toMatchObject({ answered: 40, failed: [] });
    expect(result).toEqual({ lost: 0, doubled: 0, held: 800 });
  });

  test('keeps the newest row of each contact when most rows repeat and workers are killed', async () => {
    const workers = [startWorker('xmlrpc'), startWorker('rest json')];
    account.hooks = {
      async before(call) {
        if (call !== 3) return 'goes on';
        await Promise.all(workers.splice(0).map(kill));
        workers.push(startWorker('xmlrpc'), startWorker('soap-universal'));
        return 'is lost';
      },
      async after(call) {
        if (call !== 7) return;
        await Promise.all(workers.splice(0).map(kill));
        workers.push(startWorker('rest json'), startWorker('soap-universal'));
      },
    };
    await succeeded(startProducer(200, 20, 'orders'));
    const status = await finished();
    const newest = new Map(
      [...ordersOfImport(200)].map(({ email, first_name: row }) => [email.toLowerCase(), row]),
    );
    const [list] = (await sandbox.snapshot()).lists;
    const held = new Map(
      list?.contacts.map(({ record }) => [
        (record['EMAIL'] as string).toLowerCase(),
        record['FIRST_NAME'],
      ]),
    );
    expect(held).toEqual(newest);
    expect(status).toMatchObject({ answered: 10, failed: [], found: 1, repeated: 1 });
    expect(status).toMatchObject({ rows: 200, taken: 200, rejected: 0, unknown: 0 });
  });

  test('goes on when the one who fills it is killed and started again', async () => {
    const worker = startWorker('xmlrpc');
    const killed = startProducer(300, 5);
    const { stdout } = killed;
    if (stdout === null) throw new Error('the producer has no output');
    for await (const line of createInterface(stdout)) {
      if (line === 'batch 17') await kill(killed);
    }
    expect(killed.signalCode).toBe('SIGKILL');
    await succeeded(startProducer(300, 5));
    await succeeded(worker);
    const status = await finished();
    const result = await losses(300);
    tell('producer killed', status, result);
    expect(status).toMatchObject({ answered: 60, failed: [], found: 0, repeated: 0 });
    expect(result).toEqual({ lost: 0, doubled: 0, held: 300 });
    expect(account.calls()).toBe(60);
  });
});
