import type { Memory } from '@egoi-client/conformance/support/memory';
import type { GatewayLoadReport, Tally } from './run-gateway-load.ts';

const mebibyte = 1024 * 1024;

/** How much more may be held at the end than after warm-up, in bytes. */
const growthLimit = 10 * mebibyte;

/** Tells whether all who watch saw every call, and none of them keeps memory for it. */
export function isGood(report: GatewayLoadReport, calls: number): boolean {
  const { made, measured, logged, recorded } = report;
  return (
    made.calls === calls &&
    [measured, logged, recorded].every((seen) => isSame(seen, made)) &&
    growth(report, 'heapBytes') <= growthLimit &&
    growth(report, 'residentBytes') <= growthLimit
  );
}

/** Puts the report in words, the verdict on the last line. */
export function formatGatewayLoad(report: GatewayLoadReport): string {
  const { made, measured, logged, recorded, cpuMsPerCall } = report;
  return [
    `made:     ${inWords(made)}`,
    `measured: ${inWords(measured)}`,
    `logged:   ${inWords(logged)}`,
    `recorded: ${inWords(recorded)}`,
    `processor time of the gateway: ${cpuMsPerCall.toFixed(3)} ms a call`,
    `after warm-up: ${memoryInWords(report.warm)}; at the end: ${memoryInWords(report.end)}`,
    `${made.calls} calls: heap ${signed(growth(report, 'heapBytes'))}, resident ${signed(growth(report, 'residentBytes'))}`,
  ].join('\n');
}

function isSame(seen: Tally, made: Tally): boolean {
  const hasErrors = seen.errors === undefined || seen.errors === made.errors;
  return seen.calls === made.calls && seen.refused === made.refused && hasErrors;
}

function growth({ warm, end }: GatewayLoadReport, what: keyof Memory): number {
  return end[what] - warm[what];
}

function inWords({ calls, refused, errors }: Tally): string {
  const told = errors === undefined ? '' : `, ${errors} errors of the API`;
  return `${calls} calls, ${refused} refused${told}`;
}

function memoryInWords({ heapBytes, residentBytes }: Memory): string {
  return `heap ${inMebibytes(heapBytes)}, resident ${inMebibytes(residentBytes)}`;
}

function signed(bytes: number): string {
  return `${bytes < 0 ? '' : '+'}${inMebibytes(bytes)}`;
}

function inMebibytes(bytes: number): string {
  return `${(bytes / mebibyte).toFixed(1)} MiB`;
}
