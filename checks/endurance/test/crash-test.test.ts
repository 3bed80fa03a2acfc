import { expect, test } from '@jest/globals';
import { runProgram } from '@egoi-client/conformance/support/run-program';

test('imports that are killed lose nothing and double nothing', async () => {
  const printed = await runProgram('checks/endurance/src/crash-test/main.ts', [
    '--kills',
    '6',
    '--rows',
    '600',
  ]);
  expect(printed.trimEnd().split('\n').at(-1)).toBe('killed 6 times: 0 lost, 0 doubled');
});
