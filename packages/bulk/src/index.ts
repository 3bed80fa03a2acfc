export {
  type BatchPresence,
  batchIsInAccount,
  type LookupOptions,
} from './batches/batch-in-account.ts';
export { packContacts } from './batches/pack-contacts.ts';
export {
  type BatchCallOptions,
  type BatchParameters,
  batchParameters,
  isOutcomeUnknown,
  sendBatch,
} from './batches/send-batch.ts';
export type { ContactBatch, PackedBatch, PackOptions, RejectedRow } from './batch-contract.ts';
export type { Noise } from './cleaning/noise.ts';
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
export type { ExportOptions, ExportProgress, ExportSummary } from './export-contract.ts';
export { exportSubscribers } from './export-subscribers.ts';
export { readContacts, type ReadContactsOptions } from './files/read-contacts.ts';
export { importSubscribers } from './import-subscribers.ts';
