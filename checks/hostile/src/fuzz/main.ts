import { parseArgs } from 'node:util';
import { runFuzz } from './run-fuzz.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20251202' },
    inputs: { type: 'string', default: '1000000' },
    decoder: { type: 'string' },
    index: { type: 'string' },
  },
});
const seed = Number(values.seed);
console.log(`seed ${seed}`);
const { inputs, failures } = await runFuzz({
  seed,
  inputs: Number(values.inputs),
  decoder: values.decoder,
  index: values.index === undefined ? undefined : Number(values.index),
  onProgress(done, total) {
    if (process.stdout.isTTY) process.stdout.write(`\r${done} of ${total}\u001b[K`);
  },
});
if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
for (const { decoder, index, what } of failures) {
  console.log(`again with --seed ${seed} --decoder ${decoder} --index ${index}: ${what}`);
}
console.log(`fuzz: ${inputs} inputs, ${failures.length} failures`);
if (failures.length > 0) process.exitCode = 1;
