import { parseArgs } from 'node:util';
import { formatGatewayLoad, isGood } from './format-gateway-load.ts';
import { runGatewayLoad } from './run-gateway-load.ts';

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '100000' },
    'warm-up': { type: 'string', default: '10000' },
    concurrency: { type: 'string', default: '16' },
  },
});

const calls = Number(values.calls);
const isTerminal = process.stderr.isTTY;
const report = await runGatewayLoad({
  calls,
  warmUp: Number(values['warm-up']),
  concurrency: Number(values.concurrency),
  onProgress: (ended) => {
    if (isTerminal && ended % 500 === 0) process.stderr.write(`\r\u001b[K${ended} of ${calls}`);
  },
});
if (isTerminal) process.stderr.write('\r\u001b[K');
console.log(formatGatewayLoad(report));
if (!isGood(report, calls)) process.exitCode = 1;
