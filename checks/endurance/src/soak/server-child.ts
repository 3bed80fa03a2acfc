import type { Transport } from '@egoi-client/core';
import { createGateway, type V3Account } from '@egoi-client/gateway';
import { type SandboxTransport, sandboxApiKey, sandboxTransport } from '@egoi-client/sandbox';
import { seededRandom } from '@egoi-client/conformance/support/random';
import { startCuttingProxy } from './cutting-proxy.ts';
import { markOf, markOfV3 } from './mixed-calls.ts';
import type { ServerFacts, ServerStart } from './server-process.ts';

// The account lives in a process of its own, so that the memory of the clients is theirs alone.
process.once('message', (start: ServerStart) => void serve(start));
process.once('disconnect', () => process.exit(0));

async function serve({ seed, oneIn }: ServerStart): Promise<void> {
  const arrivals: Record<string, number> = {};
  const account = sandboxTransport({ apiKey: sandboxApiKey });
  const v3 = countingV3(account, arrivals);
  const gateway = await createGateway(counting(account, arrivals), { v3 }).listen();
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
      note(arrivals, markOf(request.method, request.params));
      return account.call(request);
    },
  };
}

/** Does the same with writes by API v3. */
function countingV3(account: SandboxTransport, arrivals: Record<string, number>): V3Account {
  return {
    madeFile: (name) => account.madeFile(name),
    answerV3(request) {
      note(arrivals, markOfV3(request));
      return account.answerV3(request);
    },
  };
}

function note(arrivals: Record<string, number>, mark: string | undefined): void {
  if (mark !== undefined) arrivals[mark] = (arrivals[mark] ?? 0) + 1;
}
