import { formatV3Errors, runV3Errors } from './run-v3-errors.ts';

const cells = await runV3Errors();
console.log(formatV3Errors(cells));
if (cells.some(({ wrong }) => wrong !== undefined)) process.exitCode = 1;
