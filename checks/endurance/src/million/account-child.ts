import { EgoiClient, type Transport } from '@egoi-client/core';
import { createGateway, type V3Account } from '@egoi-client/gateway';
import { sandboxApiKey, sandboxTransport } from '@egoi-client/sandbox';
import type { AccountAnswer, AccountQuestion } from './account-process.ts';
import { takeCensus } from './census.ts';

// An account behind a gateway in a process of its own: the memory of the import is then the import's.
const day = 86_400_000;
const sandbox = sandboxTransport({ maxSubscribers: 100_000_000, maxImportBytes: 2_147_483_647 });
let imports = 0;
let requests = 0;
const counted: Transport = {
  id: sandbox.id,
  async call(request) {
    const reply = await sandbox.call(request);
    requests += 1;
    if (request.method === 'addSubscriberBulk') imports += 1;
    return reply;
  },
};
const countedV3: V3Account = {
  madeFile: (name) => sandbox.madeFile(name),
  async answerV3(request) {
    const answer = await sandbox.answerV3(request);
    requests += 1;
    if (request.path.endsWith('/actions/import-bulk')) imports += 1;
    return answer;
  },
};
const gateway = createGateway(counted, {
  v3: countedV3,
  timeoutMs: day,
  requestTimeoutMs: day,
  // The service takes 50 MB; what a wire adds is in the body as well.
  maxBodyBytes: 64 * 1024 * 1024,
});
const server = await gateway.listen();
const client = new EgoiClient({ apiKey: sandboxApiKey, transport: sandbox });
const { LIST_ID: listID } = await client.createList({ nome: 'Import' });

process.once('disconnect', () => process.exit(0));
process.on('message', ({ count }: AccountQuestion) => {
  void sandbox
    .workOff()
    .then(() => takeCensus(client, listID, count))
    .then((census) => tell({ census, imports, requests }));
});
tell({ baseUrl: `http://127.0.0.1:${server.port}`, listID });

function tell(answer: AccountAnswer): void {
  process.send?.(answer);
}
