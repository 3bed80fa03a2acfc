import type { EgoiClient } from '@egoi-client/core';
import type { ExportOptions, ExportSummary } from './export-contract.ts';

/** Exports contacts. */
export async function exportSubscribers(
  _client: EgoiClient,
  _options: ExportOptions,
): Promise<ExportSummary> {
  return Promise.reject(new Error('being built'));
}
