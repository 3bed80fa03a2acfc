import { expect, test } from '@jest/globals';
import { compiledProgram } from '@egoi-client/compiled-programs';
import { runProgram } from '@egoi-client/conformance/support/run-program';

test('a webhook shim that is killed loses no callback, keeps their order and marks repetitions', async () => {
  const program = compiledProgram('checks/endurance/src/killed-shim/main.ts');
  const { stdout, stderr } = await runProgram(program, '--kills', '6');
  expect(stderr).toBe('');
  expect(stdout.trimEnd().split('\n').at(-1)).toBe(
    'killed 6 times: 0 lost, 0 out of order, 0 repetitions not marked',
  );
});
