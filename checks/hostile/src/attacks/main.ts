import type { AttackResult } from './attack.ts';
import { runCrowd } from './crowd/run-crowd.ts';
import { runAllAttacks } from './run-all-attacks.ts';

// With `--tables`, without the crowd of callers, which measures time and needs the machine for itself;
// with `--crowd`, that alone.
const [only] = process.argv.slice(2);
const print = ({ name, complaint }: AttackResult) => {
  console.log(complaint === undefined ? `held    ${name}` : `BROKEN  ${name}: ${complaint}`);
};
const results = [
  ...(only === '--crowd' ? [] : await runAllAttacks(print)),
  ...(only === '--tables' ? [] : await runCrowd(print)),
];
const held = results.filter(({ complaint }) => complaint === undefined).length;
console.log(`attacks: ${held} of ${results.length}`);
if (held < results.length) process.exitCode = 1;
