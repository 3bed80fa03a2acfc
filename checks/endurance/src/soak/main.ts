import { parseArgs } from 'node:util';
import { formatSoak, isGood } from './format-soak.ts';
import { runSoak } from './run-soak.ts';

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '20000' },
    concurrency: { type: 'string', default: '32' },
    seed: { type: 'string', default: '20251202' },
  },
});

const calls = Number(values.calls);
const isTerminal = process.stderr.isTTY;
const report = await runSoak({
  calls,
  concurrency: Number(values.concurrency),
  oneIn: 50,
  seed: Number(values.seed),
  onProgress: (settled) => {
    if (isTerminal && settled % 100 === 0) {
      process.stderr.write(`\r\u001b[K${settled} of ${calls} calls`);
    }
  },
});
if (isTerminal) process.stderr.write('\r\u001b[K');
console.log(`seed ${values.seed}\n${formatSoak(report, calls)}`);
if (!isGood(report, calls)) process.exitCode = 1;
