import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const main = join(__dirname, '../src/main.ts');
const fromSource = ['--conditions=@egoi-client/source', '--import', 'tsx', main];

test('a name that no figure has is refused', async () => {
  const run = promisify(execFile)(process.execPath, [...fromSource, '--figures', 'nothing such']);
  await expect(run).rejects.toThrow('no figure has such a name');
});

/** On Windows a signal of another process ends a program at once. */
const signalTest = process.platform === 'win32' ? test.skip : test;

signalTest(
  'a run that is stopped goes on after the figures that it had measured, and writes all',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bench-test-'));
    const json = join(folder, 'figures.json');
    const figures = ['--quick', '--figures', 'rest small calls', '--json', json];
    const first = spawn(process.execPath, [...fromSource, ...figures, '--anew'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines: string[] = [];
    for await (const line of createInterface({ input: first.stdout })) {
      if (lines.push(line) === 1) first.kill('SIGINT');
    }
    if (first.exitCode === null) await once(first, 'exit');
    expect(first.exitCode).toBe(130);
    expect(lines[0]).toMatch(/rest small calls 1 at once/);
    expect(lines.join('\n')).toContain('The same command goes on where this one ended');

    const { stdout } = await promisify(execFile)(process.execPath, [...fromSource, ...figures]);
    const [known, measured, goals] = stdout.split('\n');
    expect(known).toBe(`${lines[0]}  measured before the stop`);
    expect(measured).toMatch(/rest small calls 32 at once/);
    expect(measured).not.toContain('before the stop');
    expect(goals).toMatch(/ of 2 goals met/);

    const written = JSON.parse(await readFile(json, 'utf8')) as {
      readonly figures: readonly { readonly value: number; readonly times: unknown }[];
    };
    await rm(folder, { recursive: true });
    expect(written.figures).toHaveLength(2);
    for (const { value, times } of written.figures) {
      expect(value).toBeGreaterThan(0);
      expect(times).toEqual({ ours: expect.any(Number), peer: expect.any(Number) });
    }
  },
);
