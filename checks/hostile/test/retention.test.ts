import { expect, test } from '@jest/globals';
import { compiledProgram } from '@egoi-client/compiled-programs';
import { runProgram } from '@egoi-client/conformance/support/run-program';

/** Each kind is read in documents of 3 MiB, two after one another: as much would be kept, or more. */
const mostBytes = 3 * 1024 * 1024;

test('nothing of a document is kept once it is gone, whatever its tags are', async () => {
  const program = compiledProgram('checks/hostile/src/retention/main.ts');
  const { status, stdout, stderr } = await runProgram('--expose-gc', program);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const growth = Object.entries(JSON.parse(stdout) as Record<string, number>);
  expect(growth).toHaveLength(16);
  expect(growth.filter(([, bytes]) => bytes > mostBytes)).toEqual([]);
});
