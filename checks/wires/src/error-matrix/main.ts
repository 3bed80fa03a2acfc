import { countCells, formatErrorMatrix, runErrorMatrix } from './run-error-matrix.ts';

const rows = await runErrorMatrix();
console.log(formatErrorMatrix(rows));
const { cells, right } = countCells(rows);
if (right !== cells) process.exitCode = 1;
