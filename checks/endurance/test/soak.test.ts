import { expect, test } from '@jest/globals';
import { compiledProgram } from '@egoi-client/compiled-programs';
import { runProgram } from '@egoi-client/conformance/support/run-program';

test('mixed calls over every wire settle, read by retry and write once while connections are cut', async () => {
  const program = compiledProgram('checks/endurance/src/soak/main.ts');
  const { status, stdout, stderr } = await runProgram('--expose-gc', program, '--calls', '1500');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.trim().split('\n').at(-1)).toBe('1500 calls: 0 reads failed, 0 writes doubled');
  expect(stdout).toMatch(/^v3: \d{3} calls/m);
  expect(Number(/, (\d+) connections cut/.exec(stdout)?.[1])).toBeGreaterThan(10);
});
