import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { compiledProgram } from '@egoi-client/compiled-programs';
import { type RedisProcess, startRedis, whereRedisIs } from '@egoi-client/redis-process';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { apiKey } from './counted-client.ts';

whereRedisIs(describe)('processes that share a budget in Redis', () => {
  let redis: RedisProcess;
  let server: Server;
  /** The truth: what arrived at the service. */
  let arrived = 0;
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    redis = await startRedis();
    server = createServer((_request, response) => {
      arrived += 1;
      response.end('OK');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    arrived = 0;
    await redis.restart();
  });

  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await redis.stop();
  });

  /** A process that is connected to Redis and waits for the word. */
  async function knocking(calls: number, reserve = 0, key = apiKey): Promise<ChildProcess> {
    const { port } = server.address() as AddressInfo;
    const child = fork(
      compiledProgram('packages/quota/test/knocking-process.ts'),
      [redis.url, `http://127.0.0.1:${port}`, key, String(calls), String(reserve)],
      { execArgv: [] },
    );
    children.push(child);
    await messageOf(child);
    return child;
  }

  /** Lets all go at once. @returns how many calls passed in each */
  async function letGo(all: readonly ChildProcess[]): Promise<number[]> {
    const results = all.map(async (child) => {
      const { passed } = (await messageOf(child)) as { passed: number };
      return passed;
    });
    for (const child of all) child.send('go');
    return Promise.all(results);
  }

  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

  test('let exactly 150 of 400 calls pass that they make at once', async () => {
    const four = await Promise.all([1, 2, 3, 4].map(() => knocking(100)));
    const passed = await letGo(four);
    expect(arrived).toBe(150);
    expect(sum(passed)).toBe(150);
  });

  test('keep the reserve, and leave exactly it to the one that may have it', async () => {
    const [first, ...others] = await Promise.all([0, 30, 30, 30].map((n) => knocking(100, n)));
    expect(sum(await letGo(others))).toBe(120);
    expect(arrived).toBe(120);
    expect(await letGo(first === undefined ? [] : [first])).toEqual([30]);
    expect(arrived).toBe(150);
  });

  test('have a budget for each key', async () => {
    const [one, two] = await Promise.all([knocking(200), knocking(200, 0, 'another-key')]);
    const passed = await letGo([one, two].flatMap((child) => (child === undefined ? [] : [child])));
    expect(passed).toEqual([150, 150]);
    expect(arrived).toBe(300);
  });
});

/** The next message of a child. Rejects when it ends without one. */
function messageOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`the process ended with ${code}`));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      resolve(message);
    });
  });
}
