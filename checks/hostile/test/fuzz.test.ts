import { expect, test } from '@jest/globals';
import { mutate } from '../src/fuzz/mutate.ts';
import { seededRandom, seedOf } from '@egoi-client/conformance/support/random';
import { compiledProgram } from '@egoi-client/compiled-programs';
import { runProgram } from '@egoi-client/conformance/support/run-program';

const program = compiledProgram('checks/hostile/src/fuzz/main.ts');

test('a fixed set of spoiled documents ends in values and refusals, in every decoder', async () => {
  const { stdout, stderr } = await runProgram(program, '--inputs', '5000');
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^seed 20251202\nfuzz: 50\d\d inputs, 0 failures\n$/);
});

test('a decoder that is not there is said so', async () => {
  const { stderr } = await runProgram(program, '--decoder', 'none');
  expect(stderr).toContain('there is no decoder none');
});

test('an input is made again from its seed and number alone', () => {
  const document = '<a><b>1</b></a>';
  const make = (index: number) =>
    mutate(document, seededRandom(seedOf(7, 'xmlrpc-call', index)), [document]);
  expect(make(3)).toBe(make(3));
  expect(new Set([1, 2, 3, 4, 5].map(make)).size).toBeGreaterThan(1);
});
