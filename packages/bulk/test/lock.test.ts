import { describe, expect, test } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { takeLock } from '../src/journal/lock.ts';
import { freshPaths } from './support/folder.ts';

const fresh = freshPaths();

/** Another process that holds the lock of a file. */
async function heldElsewhere(path: string): Promise<ChildProcess> {
  const root = join(__dirname, '..', '..', '..');
  const child = spawn(
    process.execPath,
    [
      '--conditions=@egoi-client/source',
      '--import',
      'tsx',
      join(__dirname, 'support/hold-lock.mjs'),
      join(__dirname, '../src/journal/lock.ts'),
      path,
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(child.stdout as NodeJS.ReadableStream, 'data');
  return child;
}

describe('a lock', () => {
  test('keeps others of this process out until it is released, and leaves nothing behind', async () => {
    const path = fresh('journal');
    const lock = await takeLock(path);
    await expect(takeLock(path)).rejects.toThrow('is at work on this journal');
    await lock.release();
    await (await takeLock(path)).release();
    expect(readdirSync(dirname(path)).filter((name) => name.includes('journal'))).toEqual([]);
  });

  test('of another process holds while that lives, and is taken over when it was killed', async () => {
    const path = fresh('journal');
    const child = await heldElsewhere(path);
    await expect(takeLock(path)).rejects.toThrow(`process ${child.pid} on`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const lock = await takeLock(path);
    expect(readFileSync(`${path}.lock`, 'utf8')).toContain(`"pid":${process.pid}`);
    await lock.release();
    expect(existsSync(`${path}.lock`)).toBe(false);
  }, 30_000);

  test('of a process whose number was given again is taken over', async () => {
    const path = fresh('journal');
    const holder = { host: (await import('node:os')).hostname(), pid: process.pid, token: 'gone' };
    writeFileSync(`${path}.lock`, JSON.stringify(holder));
    const lock = await takeLock(path);
    expect(readFileSync(`${path}.lock`, 'utf8')).not.toContain('gone');
    await lock.release();
  });

  test.each(['{"host":"elsewhere","pid":1,"token":"x"}', 'nothing that can be read'])(
    'that nobody can judge is left alone, and the error names the file: %s',
    async (text) => {
      const path = fresh('journal');
      writeFileSync(`${path}.lock`, text);
      await expect(takeLock(path)).rejects.toThrow(`delete '${path}.lock'`);
      expect(readFileSync(`${path}.lock`, 'utf8')).toBe(text);
    },
  );

  test('is had by one of many who find a stale one at once', async () => {
    const path = fresh('journal');
    const holder = { host: (await import('node:os')).hostname(), pid: process.pid, token: 'gone' };
    writeFileSync(`${path}.lock`, JSON.stringify(holder));
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(path)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
