import { expect, test } from '@jest/globals';
import { compiledProgram } from '@egoi-client/compiled-programs';
import { runProgram } from '@egoi-client/conformance/support/run-program';

test('client and gateway withstand every attack of the tables', async () => {
  const program = compiledProgram('checks/hostile/src/attacks/main.ts');
  const { stdout, stderr } = await runProgram(program, '--tables');
  expect(stderr).toBe('');
  const lines = stdout.trimEnd().split('\n');
  expect(lines.filter((line) => !line.startsWith('held '))).toEqual([
    expect.stringMatching(/^attacks: (\d+) of \1$/),
  ]);
  expect(lines.length).toBeGreaterThan(950);
});
