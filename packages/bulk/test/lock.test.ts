import { compiledProgram } from '@egoi-client/compiled-programs';
import { describe, expect, test } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { takeLock } from '../src/journal/lock.ts';
import { deadPid } from './support/dead-pid.ts';
import { freshPaths } from './support/folder.ts';

const fresh = freshPaths();

/** Another process that runs a program of `support` with a path. */
function startElsewhere(program: 'contend' | 'hold-lock', path: string): ChildProcess {
  const file = compiledProgram(`packages/bulk/test/support/${program}.ts`);
  return spawn(process.execPath, [file, path], { stdio: ['pipe', 'pipe', 'inherit'] });
}

/** Another process that holds the lock of a file. */
async function heldElsewhere(path: string): Promise<ChildProcess> {
  const child = startElsewhere('hold-lock', path);
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
  });

  test('of a process whose number was given again is taken over', async () => {
    const path = fresh('journal');
    const holder = { host: hostname(), pid: process.pid, token: 'gone' };
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
    const holder = { host: hostname(), pid: process.pid, token: 'gone' };
    writeFileSync(`${path}.lock`, JSON.stringify(holder));
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(path)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('is the same one by whatever link the file is reached', async () => {
    const path = fresh('journal');
    writeFileSync(path, '');
    const link = fresh('link');
    symlinkSync(path, link);
    const lock = await takeLock(path);
    await expect(takeLock(link)).rejects.toThrow('is at work');
    await lock.release();
    await (await takeLock(link)).release();
  });

  test('of somebody who came after it was deleted by hand is not released with it', async () => {
    const path = fresh('journal');
    const other = '{"host":"elsewhere","pid":1,"token":"x"}';
    const lock = await takeLock(path);
    writeFileSync(`${path}.lock`, other);
    await lock.release();
    expect(readFileSync(`${path}.lock`, 'utf8')).toBe(other);
  });

  test('is not kept from anybody by the claim of a process that was killed while it took it', async () => {
    const path = fresh('journal');
    const child = await heldElsewhere(path);
    const held = JSON.parse(readFileSync(`${path}.lock`, 'utf8')) as { pid: number };
    // The names of claims sort before and after this process's own.
    const pids = [await deadPid(), held.pid];
    child.kill('SIGKILL');
    await once(child, 'exit');
    const { createHash } = await import('node:crypto');
    const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
    for (const pid of pids) writeFileSync(`${path}.lock.${pid}-1-${host}-0123abcd`, '');
    await (await takeLock(path)).release();
    const left = readdirSync(dirname(path)).filter((name) => name.startsWith(basename(path)));
    expect(left).toEqual([]);
  });

  test('of a dead process is had by one at a time of six processes that want it, in 150 rounds', async () => {
    const rounds = 150;
    const folder = fresh('rounds');
    mkdirSync(folder);
    const stale = JSON.stringify({ host: hostname(), pid: await deadPid(), token: 'gone' });
    const children = Array.from({ length: 6 }, () => startElsewhere('contend', folder));
    const said = children.map((child) =>
      createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator](),
    );
    const hearAll = () => Promise.all(said.map((lines) => lines.next()));
    await hearAll();
    let overlaps = 0;
    let taken = 0;
    try {
      for (let round = 0; round < rounds; round += 1) {
        writeFileSync(join(folder, `${round}.lock`), stale);
        for (const child of children) child.stdin?.write(`${round}\n`);
        await hearAll();
        let inside = 0;
        for (const word of readFileSync(join(folder, `${round}.log`), 'utf8')
          .trim()
          .split('\n')) {
          inside += word === 'in' ? 1 : -1;
          if (word === 'in') taken += 1;
          if (inside > 1) overlaps += 1;
        }
      }
    } finally {
      for (const child of children) child.kill();
    }
    expect({ overlaps, taken }).toEqual({ overlaps: 0, taken: rounds * children.length });
  });
});
