import type { Memory } from '@egoi-client/conformance/support/memory';
import type { SoakReport } from './run-soak.ts';

/** How much more memory may be held at the end than after warm-up. */
const growthLimit = 1.2;

/** Tells whether a soak shows what it should. */
export function isGood(report: SoakReport, calls: number): boolean {
  return (
    report.settled === calls &&
    report.failedRepeatable.length === 0 &&
    report.doubledWrites.length === 0 &&
    report.wrongWrites.length === 0 &&
    growth(report, 'heapBytes') <= growthLimit &&
    growth(report, 'residentBytes') <= growthLimit
  );
}

/** Puts the report in words, the verdict on the last line. */
export function formatSoak(report: SoakReport, calls: number): string {
  const { counts } = report;
  const cut = counts.request + counts.answer + counts.within;
  return [
    `${counts.requests} requests, ${cut} connections cut (${percent(cut / counts.requests)}): ${counts.request} before the request arrived, ${counts.answer} before the answer, ${counts.within} within it`,
    `${report.settled} of ${calls} calls settled`,
    ...Object.entries(report.settledOver).map(([wire, settled]) => `${wire}: ${settled} calls`),
    `${report.repeatable} reads and edits: ${report.failedRepeatable.length} failed`,
    ...report.failedRepeatable.slice(0, 10).map((line) => `  ${line}`),
    `${report.writes} writes: ${report.unknownWrites} with an unknown outcome, told as such; ${report.wrongWrites.length} told wrongly`,
    ...report.wrongWrites.slice(0, 10).map((line) => `  ${line}`),
    `memory after warm-up and at the end: heap ${change(report, 'heapBytes')}, resident ${change(report, 'residentBytes')}`,
    `${report.settled} calls: ${report.failedRepeatable.length} reads failed, ${report.doubledWrites.length} writes doubled`,
  ].join('\n');
}

function growth({ warm, end }: SoakReport, what: keyof Memory): number {
  return end[what] / warm[what];
}

function change(report: SoakReport, what: keyof Memory): string {
  const grown = growth(report, what) - 1;
  return `${megabytes(report.warm[what])} → ${megabytes(report.end[what])} MB (${grown < 0 ? '' : '+'}${percent(grown)})`;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
