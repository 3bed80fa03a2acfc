import { importSubscribers, readContacts } from '@egoi-client/bulk';
import { EgoiClient } from '@egoi-client/core';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { transportTo } from '../million/transport-to.ts';
import type { CrashOrder, ImportWord } from './run-import.ts';

// The importer that is killed: it says what it does, and knows nothing of what awaits it.
process.once('message', (order: CrashOrder) => void run(order));

async function run({ wire, baseUrl, listID, csv, journal, batch }: CrashOrder): Promise<void> {
  const transport = await transportTo(wire, baseUrl);
  const client = new EgoiClient({ apiKey: sandboxApiKey, transport });
  const summary = await importSubscribers(client, readContacts(csv), {
    listID,
    journal,
    maxBatchContacts: batch,
    // Whoever resumes it has seen to it that no call is under way.
    settleMs: 0,
    onProgress: (progress) => say({ progress }),
  });
  await client.close();
  say({ summary }, () => process.disconnect());
}

function say(word: ImportWord, onSaid: () => void = () => undefined): void {
  process.send?.(word, onSaid);
}
