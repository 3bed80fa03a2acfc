import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

/** Each kind is read in documents of 3 MiB, two after one another: as much would be kept, or more. */
const mostBytes = 3 * 1024 * 1024;

test('nothing of a document is kept once it is gone, whatever its tags are', () => {
  const script = join(__dirname, '../src/retention/main.ts');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', '--conditions=@egoi-client/source', '--import', 'tsx', script],
    { encoding: 'utf8' },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const growth = Object.entries(JSON.parse(stdout) as Record<string, number>);
  expect(growth).toHaveLength(16);
  expect(growth.filter(([, bytes]) => bytes > mostBytes)).toEqual([]);
});
