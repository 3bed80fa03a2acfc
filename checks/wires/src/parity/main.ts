import { formatParity, runParity } from './run-parity.ts';
import { isV3Right } from './v3-column.ts';

const report = await runParity();
console.log(formatParity(report));
if (report.equalCells !== report.cells || !isV3Right(report.v3)) process.exitCode = 1;
