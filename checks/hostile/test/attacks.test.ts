import { expect, test } from '@jest/globals';
import { runProgram } from '@egoi-client/conformance/support/run-program';

test('client and gateway withstand every attack of the tables', async () => {
  const lines = (await runProgram('checks/hostile/src/attacks/main.ts', ['--tables']))
    .trimEnd()
    .split('\n');
  expect(lines.filter((line) => !line.startsWith('held '))).toEqual([
    expect.stringMatching(/^attacks: (\d+) of \1$/),
  ]);
  expect(lines.length).toBeGreaterThan(600);
});
