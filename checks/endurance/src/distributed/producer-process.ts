// Queues an import: `producer-process.ts <redis> <import> <wire> <contacts> <contacts of a batch> [orders]`. A line for each batch.
import { queueImport } from '@egoi-client/bulk-queue';
import { EgoiClient } from '@egoi-client/core';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { wires } from '@egoi-client/conformance/support/targets';
import { contactsOfImport, ordersOfImport } from './contacts.ts';

const [connection = '', importId = '', wireName, contacts, maxBatchContacts, kind] =
  process.argv.slice(2);
const wire = wires.find(({ name }) => name === wireName);
if (wire === undefined) throw new Error(`no wire is called ${wireName}`);

// Nothing is called: the client only says what a call may hold.
const client = new EgoiClient({
  apiKey: sandboxApiKey,
  transport: await wire.makeTransport('http://127.0.0.1:1'),
});
const rowsOf = kind === 'orders' ? ordersOfImport : contactsOfImport;
await queueImport(client, rowsOf(Number(contacts)), {
  connection,
  importId,
  listID: 1,
  maxBatchContacts: Number(maxBatchContacts),
  maxWaiting: 10,
  pollMs: 10,
  callsPerHour: 10_000,
  onProgress: ({ batches }) => console.log(`batch ${batches}`),
});
await client.close();
