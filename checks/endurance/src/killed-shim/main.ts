import { parseArgs } from 'node:util';
import { runKilledShim } from './run-killed-shim.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    seed: { type: 'string', default: '20251202' },
  },
});
console.log(`seed ${values.seed}`);
const result = await runKilledShim(Number(values.kills), Number(values.seed));
const { kills, taken, sentAgain, arrived, repeated, lost, outOfOrder, unmarked } = result;
console.log(
  `${taken} webhooks taken, sent again ${sentAgain} times; ${arrived} callbacks arrived, ${repeated} of them repetitions`,
);
console.log(
  `killed ${kills} times: ${lost} lost, ${outOfOrder} out of order, ${unmarked} repetitions not marked`,
);
if (lost + outOfOrder + unmarked > 0) process.exitCode = 1;
