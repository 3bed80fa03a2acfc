export {
  type BatchEvent,
  type BatchOutcome,
  type BatchState,
  type ContactCounts,
  countsOf,
  isDoubtful,
  isSettled,
  nextState,
  type PassedOver,
} from './batch-state.ts';
export { packContacts } from './batches/pack-contacts.ts';
export {
  type BatchCallOptions,
  type BatchParameters,
  batchParameters,
  isOutcomeUnknown,
  sendBatch,
} from './batches/send-batch.ts';
export type {
  ContactBatch,
  PackedBatch,
  PackOptions,
  RejectedRow,
  RowOrigin,
} from './batch-contract.ts';
export type { Noise } from './cleaning/noise.ts';
export { NoiseTally } from './cleaning/noise-tally.ts';
export { ContactRow } from './contact-row.ts';
export type {
  ContactSource,
  ImportOptions,
  ImportProgress,
  ImportSummary,
  ImportTarget,
  NoiseCounts,
  UnknownFields,
  Unverifiable,
} from './contract.ts';
export { queuedImports } from './doubt/account-queue.ts';
export { type KeyHash, hashOf, keysOf } from './doubt/contact-keys.ts';
export { type Shortfall, shortfallOf, uncounted } from './doubt/count-shortfall.ts';
export { People, type Person } from './doubt/people.ts';
export { type Novelty, SentContacts } from './doubt/sent-contacts.ts';
export { beginSurvey, continueSurvey, type Survey, type SurveyedBatch } from './doubt/survey.ts';
export { type DoubtfulBatch, type Verdict, verdictOf } from './doubt/verdict.ts';
export type { ExportOptions, ExportProgress, ExportSummary } from './export-contract.ts';
export { exportSubscribers } from './export-subscribers.ts';
export { type ContactLines, csvLines, type TableForm } from './files/contact-lines.ts';
export { readContacts, type ReadContactsOptions } from './files/read-contacts.ts';
export { importSubscribers } from './import-subscribers.ts';
export type { OptionSpelling } from './option-spelling.ts';
export { rowReasons } from './row-reasons.ts';
export { UndecidedBatchError } from './undecided-batch-error.ts';
