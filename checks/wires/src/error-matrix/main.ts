import { countCells, countV3, formatErrorMatrix, runErrorMatrix } from './run-error-matrix.ts';

const rows = await runErrorMatrix();
console.log(formatErrorMatrix(rows));
const { caused, uncaused } = countV3(rows);
const counts = [countCells(rows), caused, uncaused];
if (counts.some(({ cells, right }) => right !== cells)) process.exitCode = 1;
