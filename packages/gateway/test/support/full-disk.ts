import { renameSync } from 'node:fs';
import type { Transport } from '@egoi-client/core';
import { createGateway, recordCalls } from '@egoi-client/gateway';
import { post, restCall } from './requests.ts';

/** Records twelve methods in a file that has no room for them, and goes on in others. */
const [path = ''] = process.argv.slice(2);
let told = 0;
const recorder = await recordCalls(path, {
  flushMs: 3_600_000,
  onError: () => {
    told += 1;
  },
});
const transport: Transport = {
  id: 'fixed',
  call: async () => ({ value: 'OK', transport: 'fixed', durationMs: 0 }),
};
const gateway = createGateway(transport, { onCall: recorder.onCall });
for (let at = 0; at < 12; at += 1) {
  const members = Object.fromEntries([`${'a'.repeat(50)}_${at}`].map((name) => [name, 'a']));
  await gateway.handle(post('/v2/rest.php', restCall(`method_${at}`, members)));
}
for (const attempt of [1, 2]) {
  const failed = await recorder.flush().then(
    () => false,
    () => true,
  );
  if (failed !== (attempt === 1)) process.exitCode = 1;
  renameSync(path, `${path}.${attempt}`);
  await recorder.reopen();
}
await recorder.close();
process.stdout.write(JSON.stringify({ told }));
