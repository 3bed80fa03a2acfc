import { importSubscribers, readContacts } from '@egoi-client/bulk';
import { EgoiClient } from '@egoi-client/core';
import { peakMemoryBytes } from '@egoi-client/peak-memory';
import { quota } from '@egoi-client/quota';
import type { ImportOrder, ImportReport } from './import-process.ts';
import { transportTo } from './transport-to.ts';
import { virtualClock } from './virtual-clock.ts';

// One import in a process of its own, as a user's program would run it; only the hours do not pass.
process.once('message', (order: ImportOrder) => void run(order));

async function run({ wire, baseUrl, apiKey, listID, csv, journal }: ImportOrder): Promise<void> {
  const clock = virtualClock();
  const client = new EgoiClient({
    apiKey,
    transport: await transportTo(wire, baseUrl),
    interceptors: [quota({ now: clock.now, wait: clock.wait })],
  });
  const startedMs = performance.now();
  const summary = await importSubscribers(client, readContacts(csv), { listID, journal });
  const report: ImportReport = {
    summary,
    seconds: (performance.now() - startedMs) / 1000,
    hoursWaited: clock.hoursWaited(),
    peakBytes: peakMemoryBytes(),
  };
  await client.close();
  // A channel that is closed at once loses what was said last.
  process.send?.(report, () => process.disconnect());
}
