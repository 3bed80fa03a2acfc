export { conformanceCases, type NamedCase } from './all-cases.ts';
export type { CaseAccount, CaseTable, ConformanceCase } from './case.ts';
export { expectedOutcome } from './expected-outcome.ts';
export { fixedAccount } from './fixed-account.ts';
export { type CaseOutcome, isExpectedOutcome, runCase } from './run-case.ts';
