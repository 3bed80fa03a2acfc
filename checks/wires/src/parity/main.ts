import { formatParity, runParity } from './run-parity.ts';

const report = await runParity();
console.log(formatParity(report));
if (report.equalCells !== report.cells) process.exitCode = 1;
