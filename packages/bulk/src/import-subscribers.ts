import type { EgoiClient } from '@egoi-client/core';
import type { ContactSource, ImportOptions, ImportSummary } from './contract.ts';

/** Imports contacts. */
export async function importSubscribers(
  _client: EgoiClient,
  _source: ContactSource,
  _options: ImportOptions,
): Promise<ImportSummary> {
  return Promise.reject(new Error('being built'));
}
