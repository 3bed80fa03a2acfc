import { expect, test } from '@jest/globals';
import { compiledProgram } from '@egoi-client/compiled-programs';
import { runProgram } from '@egoi-client/conformance/support/run-program';

test('an import takes the fewest calls and little memory, and every contact is there once', async () => {
  const program = compiledProgram('checks/endurance/src/million/main.ts');
  const args = ['--contacts', '3000', '--transport', 'rest', '--transport', 'soap'];
  const { stdout, stderr } = await runProgram(program, ...args);
  expect(stderr).toBe('');
  const lines = stdout.trimEnd().split('\n');
  expect(lines.at(-1)).toBe('million: 2 of 2 transports right, at most 200 MB each');
  expect(lines.find((line) => line.startsWith('rest'))).toContain('3000 contacts found once');
});

test('over API v3 an import takes one request for each 10,000 contacts', async () => {
  const program = compiledProgram('checks/endurance/src/million/main.ts');
  const args = ['--contacts', '20000', '--transport', 'v3'];
  const { stdout, stderr } = await runProgram(program, ...args);
  expect(stderr).toBe('');
  expect(stdout).toContain('v3: calls used / fewest possible 2 / 2');
  expect(stdout).toContain('20000 contacts found once');
  expect(stdout.trimEnd().split('\n').at(-1)).toBe(
    'million: 1 of 1 transports right, at most 200 MB each',
  );
});
