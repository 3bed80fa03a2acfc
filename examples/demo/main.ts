import { formatDemo, runDemo } from './run-demo.ts';

const isTerminal = process.stderr.isTTY;

const report = await runDemo((transport, step) => {
  if (isTerminal) process.stderr.write(`\r\u001b[K${transport}: ${step}`);
});
if (isTerminal) process.stderr.write('\r\u001b[K');
console.log(formatDemo(report));
if (report.unequal.length > 0) process.exitCode = 1;
