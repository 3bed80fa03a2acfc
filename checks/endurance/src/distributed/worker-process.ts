// One machine of a distributed import: `worker-process.ts <redis> <import> <wire> <gateway>`. Ends when the import does.
import { importWorker, waitForImport } from '@egoi-client/bulk-queue';
import { EgoiClient } from '@egoi-client/core';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { wires } from '@egoi-client/conformance/support/targets';

const [connection = '', importId = '', wireName, gateway = ''] = process.argv.slice(2);
const wire = wires.find(({ name }) => name === wireName);
if (wire === undefined) throw new Error(`no wire is called ${wireName}`);

const client = new EgoiClient({
  apiKey: sandboxApiKey,
  transport: await wire.makeTransport(gateway),
});
const worker = importWorker(client, {
  connection,
  importId,
  // A batch of a dead worker is taken up after a second or two, and asked about three seconds later.
  lockMs: 1000,
  callTimeoutMs: 3000,
  settleMs: 100,
});
await waitForImport({ connection, importId, pollMs: 50 });
await worker.stop();
await client.close();
