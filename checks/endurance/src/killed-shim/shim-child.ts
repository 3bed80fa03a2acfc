import { createGateway } from '@egoi-client/gateway';
import { sandboxTransport } from '@egoi-client/sandbox';
import { webhookShim } from '@egoi-client/webhook-shim';

/** What a shim is to do. */
export interface ShimOrder {
  readonly port: number;
  readonly file: string;
  /** The callbacks of the lists 1, 2, …: where each wants them. */
  readonly callbackUrls: readonly string[];
}

/** What a shim says once it listens: where the webhooks of the lists post to. */
export interface ShimWord {
  readonly addresses: readonly string[];
}

// The shim that is killed: it knows nothing of what awaits it.
process.once('message', (order: ShimOrder) => void run(order));

async function run({ port, file, callbackUrls }: ShimOrder): Promise<void> {
  const shim = webhookShim({
    publicUrl: `http://127.0.0.1:${port}`,
    file,
    allowedReceivers: ['127.0.0.1'],
    firstPauseMs: 4,
    longestPauseMs: 50,
    timeoutMs: 2000,
  });
  const server = await createGateway(sandboxTransport(), { webhooks: shim }).listen({ port });
  const addresses: string[] = [];
  for (const [index, callbackUrl] of callbackUrls.entries()) {
    const callback = { account: 'a', listID: index + 1, callbackUrl, events: [9] };
    addresses.push((await shim.addressFor(callback)) ?? '');
  }
  process.send?.({ addresses } satisfies ShimWord);
  process.once('disconnect', () => {
    void server.close().then(() => shim.close());
  });
}
