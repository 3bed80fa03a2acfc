import type { EgoiClient } from '@egoi-client/core';

/** What a user of the library writes; the language server is asked about it. */
export function addAna(client: EgoiClient) {
  return client.addSubscriber({ listID: 1, email: 'ana@example.com' });
}
