import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const main = join(__dirname, '../src/main.ts');
const fromSource = ['--conditions=@egoi-client/source', '--import', 'tsx', main];

test('a quick run of one figure measures both programs and writes what it found', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-test-'));
  try {
    const json = join(folder, 'figures.json');
    const figures = 'rest page of 1 beside';
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...fromSource,
      '--quick',
      '--figures',
      figures,
      '--json',
      json,
    ]);
    const written = JSON.parse(await readFile(json, 'utf8')) as {
      readonly figures: readonly { readonly value: number; readonly times: unknown }[];
    };
    expect(stdout).toContain('rest page of 1 beside axios + JSON.parse');
    expect(written.figures).toHaveLength(1);
    const [figure] = written.figures;
    expect(figure?.value).toBeGreaterThan(0);
    expect(figure?.times).toEqual({ ours: expect.any(Number), peer: expect.any(Number) });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a name that no figure has is refused', async () => {
  const run = promisify(execFile)(process.execPath, [...fromSource, '--figures', 'nothing such']);
  await expect(run).rejects.toThrow('no figure has such a name');
});
