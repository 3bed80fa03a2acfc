import type { ContactBatch, PackOptions } from '../batch-contract.ts';
import type { ContactSource } from '../contract.ts';

/** Packs contacts. */
// oxlint-disable-next-line require-yield
export async function* packContacts(
  _source: ContactSource,
  _options: PackOptions,
): AsyncGenerator<ContactBatch, void> {
  throw new Error('being built');
}
