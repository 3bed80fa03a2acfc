import { expect, test } from '@jest/globals';
import { compiledProgram } from '@egoi-client/compiled-programs';
import { runProgram } from '@egoi-client/conformance/support/run-program';

test('pages over v3 hold what stands at their place, and an import in pieces loses nobody', async () => {
  const program = compiledProgram('checks/endurance/src/v3-million/main.ts');
  const { stdout, stderr } = await runProgram(program, '--contacts', '5000', '--import', '31000');
  expect(stderr).toBe('');
  const lines = stdout.trimEnd().split('\n');
  expect(lines.at(-1)).toBe('v3 million: all is right');
  expect(lines.at(-2)).toContain('import of 31000 contacts in 2 pieces: 31000 imported, 0 updated');
});
