import { expect, test } from '@jest/globals';
import { compiledProgram } from '@egoi-client/compiled-programs';
import { runProgram } from '@egoi-client/conformance/support/run-program';

test.each(['soap', 'v3'])(
  'imports over %s that are killed lose nothing and double nothing',
  async (wire) => {
    const program = compiledProgram('checks/endurance/src/crash-test/main.ts');
    const args = ['--transport', wire, '--kills', '6', '--rows', '600'];
    const { stdout, stderr } = await runProgram(program, ...args);
    expect(stderr).toBe('');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('killed 6 times: 0 lost, 0 doubled');
  },
);
