import { dirname, relative, resolve } from 'node:path';
import { EgoiConfigError } from '@egoi-client/core';
import {
  option,
  resolveOptions,
  serviceMaxBytes,
  type Wait,
  waitByTimer,
} from '@egoi-client/core/wire';
import { type BatchParameters, batchParameters, targetShape } from './batches/send-batch.ts';
import type { ImportOptions, ImportProgress, UnknownFields, Unverifiable } from './contract.ts';
import type { ImportHeader } from './journal/import-journal.ts';
import { type OptionSpelling, ownSpelling } from './option-spelling.ts';

/** Options of an import with their defaults. */
export interface ResolvedImportOptions {
  readonly batch: BatchParameters;
  readonly header: ImportHeader;
  readonly journal: string;
  readonly rejects: string;
  readonly unknownFields: UnknownFields;
  readonly maxBatchBytes: number;
  readonly maxBatchContacts: number;
  readonly probes: number;
  readonly confirm: boolean;
  readonly settleMs: number;
  readonly unverifiable: Unverifiable;
  readonly callTimeoutMs: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ImportProgress) => void;
  readonly spelling: OptionSpelling;
  readonly now: () => number;
  readonly wait: Wait;
}

const day = 86_400_000;

const shape = {
  ...targetShape,
  journal: option.text(),
  rejects: option.text().optional(),
  unknownFields: option.word(['reject', 'send'], 'reject'),
  maxBatchBytes: option.bytes(serviceMaxBytes),
  maxBatchContacts: option.count(1_000_000, 1, 1_000_000),
  probes: option.count(300, 1, 10_000),
  confirm: option.flag(false),
  settleMs: option.count(60_000, 0, day),
  unverifiable: option.word(['stop', 'repeat', 'skip'], 'stop'),
  callTimeoutMs: option.timeMs(day),
  signal: option
    .custom<AbortSignal>((value) => value instanceof AbortSignal, 'must be an AbortSignal')
    .default(() => new AbortController().signal),
  onProgress: option.callback<(progress: ImportProgress) => void>(() => {}),
  spelling: option.callback<OptionSpelling>(ownSpelling),
  now: option.callback<() => number>(Date.now),
  wait: option.callback<Wait>(waitByTimer),
};

/** @throws EgoiConfigError for wrong or unknown options, and for one file that is to be both journal and reject file */
export function resolveImportOptions(options: ImportOptions): ResolvedImportOptions {
  const resolved = resolveOptions('importSubscribers', shape, options);
  const { listID, compareField, operation, parameters, unknownFields } = resolved;
  const { journal, rejects = `${journal}.rejects.ndjson`, spelling } = resolved;
  if (resolve(journal) === resolve(rejects)) {
    throw new EgoiConfigError(
      `importSubscribers: ${spelling('journal')} and ${spelling('rejects')} must be two files`,
    );
  }
  return {
    ...resolved,
    batch: batchParameters({ listID, compareField, operation, parameters }),
    header: {
      list: listID,
      compareField,
      operation,
      parameters,
      unknownFields,
      rejects:
        resolved.rejects === undefined
          ? null
          : relative(dirname(resolve(journal)), resolve(rejects)),
    },
    rejects,
  };
}
