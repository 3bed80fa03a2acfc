import { runAllAttacks } from './run-all-attacks.ts';

const results = await runAllAttacks(({ name, complaint }) => {
  console.log(complaint === undefined ? `held    ${name}` : `BROKEN  ${name}: ${complaint}`);
});
const held = results.filter(({ complaint }) => complaint === undefined).length;
console.log(`attacks: ${held} of ${results.length}`);
if (held < results.length) process.exitCode = 1;
