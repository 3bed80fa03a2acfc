import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

test('mixed calls over every wire settle, read by retry and write once while connections are cut', () => {
  const script = join(__dirname, '../src/soak/main.ts');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--expose-gc',
      '--conditions=@egoi-client/source',
      '--import',
      'tsx',
      script,
      '--calls',
      '1500',
    ],
    { encoding: 'utf8' },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.trim().split('\n').at(-1)).toBe('1500 calls: 0 reads failed, 0 writes doubled');
  expect(Number(/, (\d+) connections cut/.exec(stdout)?.[1])).toBeGreaterThan(10);
});
