import { parseArgs } from 'node:util';
import { runDifferential } from './differential.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20251202' },
    documents: { type: 'string', default: '100000' },
  },
});
const { wellFormed, refused, runs, differences } = runDifferential(
  Number(values.seed),
  Number(values.documents),
);
for (const difference of differences.slice(0, 10)) console.log(JSON.stringify(difference));
console.log(
  `seed ${values.seed}: ${wellFormed} documents read alike, ${refused} refused, ${runs} runs known again, ${differences.length} differences`,
);
if (differences.length > 0) process.exitCode = 1;
