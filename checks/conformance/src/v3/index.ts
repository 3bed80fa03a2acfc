export { compareRuns } from './compare-runs.ts';
export { lossShowings, runV3Column, type V3Column, type V3Row } from './run-v3-column.ts';
export { valuesNamed, withoutNamed } from './reduced-values.ts';
export type { TracedRun } from './traced-run.ts';
export { allLossesAllowed, openV3Front, type V3SentRequest } from './v3-front.ts';
