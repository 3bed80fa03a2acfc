import type { Transport } from '@egoi-client/core';
import { createGateway } from '@egoi-client/gateway';
import { sandboxApiKey, sandboxTransport } from '@egoi-client/sandbox';
import { seededRandom } from '@egoi-client/conformance/support/random';
import { startCuttingProxy } from './cutting-proxy.ts';
import { markOf } from './mixed-calls.ts';
import type { ServerFacts, ServerStart } from './server-process.ts';

// The account lives in a process of its own, so that the memory of the clients is theirs alone.
process.once('message', (start: ServerStart) => void serve(start));
process.once('disconnect', () => process.exit(0));

async function serve({ seed, oneIn }: ServerStart): Promise<void> {
  const arrivals: Record<string, number> = {};
  const account = sandboxTransport({ apiKey: sandboxApiKey });
  const gateway = await createGateway(counting(account, arrivals)).listen();
  const proxy = await startCuttingProxy(gateway.port, seededRandom(seed), oneIn);
  process.on('message', () => {
    const facts: ServerFacts = { arrivals, counts: proxy.counts };
    process.send?.(facts);
  });
  process.send?.({ port: proxy.port });
}

/** Counts how often each marked write gets as far as the account. */
function counting(account: Transport, arrivals: Record<string, number>): Transport {
  return {
    id: account.id,
    call(request) {
      const mark = markOf(request.method, request.params);
      if (mark !== undefined) arrivals[mark] = (arrivals[mark] ?? 0) + 1;
      return account.call(request);
    },
  };
}
