import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { compiledProgram } from '@egoi-client/compiled-programs';
import { startRedis, whereRedisIs } from '@egoi-client/redis-process';
import { afterEach, describe, expect, test } from '@jest/globals';
import { command } from './command.ts';

whereRedisIs(describe)('a redis-server of our own', () => {
  const stops: (() => Promise<void>)[] = [];
  const start = async (options?: Parameters<typeof startRedis>[0]) => {
    const redis = await startRedis(options);
    stops.push(() => redis.stop());
    return redis;
  };

  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  test('answers as soon as it is handed over', async () => {
    const redis = await start();
    expect(redis.url).toBe(`redis://127.0.0.1:${redis.port}`);
    expect(await command(redis.port, 'PING')).toBe('+PONG\r\n');
  });

  test('keeps what it answered through a kill when it is persistent', async () => {
    const redis = await start({ persistent: true });
    await command(redis.port, 'SET kept 1');
    await redis.kill();
    await expect(command(redis.port, 'PING')).rejects.toThrow('ECONNREFUSED');
    await redis.restart();
    expect(await command(redis.port, 'GET kept')).toBe('$1\r\n1\r\n');
  });

  test('forgets everything through a kill when it is not', async () => {
    const redis = await start();
    await command(redis.port, 'SET kept 1');
    await redis.restart();
    expect(await command(redis.port, 'GET kept')).toBe('$-1\r\n');
  });

  test('leaves no folder behind', async () => {
    const before = new Set(folders());
    const redis = await startRedis({ persistent: true });
    const [folder, ...others] = folders().filter((name) => !before.has(name));
    expect(folder).toBeDefined();
    await redis.stop();
    expect(folders()).not.toContain(folder);
    expect(others).toEqual([]);
  });

  test('ends with the process that started it, even if that is killed', async () => {
    const parent = spawn(
      process.execPath,
      [compiledProgram('tools/redis-process/test/started-by-a-child.ts')],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [line] = (await once(createInterface(parent.stdout), 'line')) as [string];
    const socket = connect({ port: Number(line), host: '127.0.0.1' });
    await once(socket, 'connect');
    const closed = once(socket, 'close');
    socket.on('error', () => undefined);
    socket.resume();
    parent.kill('SIGKILL');
    await expect(closed).resolves.toBeDefined();
  });
});

function folders(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('egoi-redis-'));
}
