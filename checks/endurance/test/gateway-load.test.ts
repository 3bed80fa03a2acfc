import { compiledProgram } from '@egoi-client/compiled-programs';
import { runProgram } from '@egoi-client/conformance/support/run-program';
import { expect, test } from '@jest/globals';

test('log, record and measurements see every call of a gateway, and hold no memory for it', async () => {
  const program = compiledProgram('checks/endurance/src/gateway-load/main.ts');
  const { status, stdout, stderr } = await runProgram(
    program,
    '--calls',
    '5000',
    '--warm-up',
    '2000',
  );
  expect({ status, stderr, stdout }).toMatchObject({ status: 0, stderr: '' });
  const seen = stdout
    .split('\n')
    .slice(0, 4)
    .map((line) => line.replace(/^\w+: +/, ''));
  const [made = '', measured, logged, recorded = ''] = seen;
  expect({ measured, logged }).toEqual({ measured: made, logged: made });
  expect(made.startsWith(recorded)).toBe(true);
  expect(made).toMatch(/^5000 calls, \d{2,} refused, \d{3} errors of the API$/);
});
