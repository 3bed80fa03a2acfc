import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createGateway, type GatewayOptions } from '@egoi-client/gateway';
import { sandboxApiKey, type SandboxTransport, sandboxTransport } from '@egoi-client/sandbox';
import type { ChildMessage, ChildStart } from './gateway-process.ts';

// A gateway in front of a sandbox, in a process of its own: what it prints and what it holds in
// memory is then nobody else's.
process.once('message', ({ options, key, cert }: ChildStart) => void serve(options, key, cert));
process.once('disconnect', () => process.exit(0));

async function serve(options: GatewayOptions, keyFile: string, certFile: string): Promise<void> {
  const account = sandboxTransport({
    v3RequestsPerMinute: 1_000_000,
    v3RequestsPerHour: 1_000_000,
  });
  const gateway = createGateway(account, { ...options, v3: account });
  const plain = await gateway.listen();
  const tls = { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };
  const secure = await gateway.listen({ tls });
  const watch = new CostWatch();
  process.on('message', (question) => {
    if (question === 'cost') {
      tell(watch.take());
      return;
    }
    if (question === 'account') {
      void digestOf(account).then((digest) => tell({ digest }));
      return;
    }
    globalThis.gc?.();
    tell({ heapBytes: process.memoryUsage().heapUsed + process.memoryUsage().external });
  });
  tell({ port: plain.port, securePort: secure.port });
}

/** Everything that the account holds and has still to do, in a few letters. */
async function digestOf(account: SandboxTransport): Promise<string> {
  const { body } = await account.answerV3({
    method: 'GET',
    path: '/operations?limit=1000',
    apiKey: sandboxApiKey,
    body: '',
    filesUrl: '',
  });
  const text = JSON.stringify(await account.snapshot()) + body;
  return createHash('sha256').update(text).digest('hex');
}

/** Shorter turns are those of the measuring itself, in milliseconds. */
const leastTurnMs = 0.5;

/** Measures what the process does, in its own time: that of a busy machine is none of it. */
class CostWatch {
  #turnStartMs = cpuMs();
  #sumMs = 0;
  #longestMs = 0;
  #isWatching = false;

  /** What was measured since the last time; goes on measuring. */
  take(): ChildMessage {
    this.#endTurn();
    const message = { cpuMs: this.#sumMs, turnMs: this.#longestMs };
    this.#sumMs = 0;
    this.#longestMs = 0;
    if (!this.#isWatching) setImmediate(this.#turn);
    this.#isWatching = true;
    return message;
  }

  readonly #turn = (): void => {
    this.#endTurn();
    setImmediate(this.#turn);
  };

  #endTurn(): void {
    const nowMs = cpuMs();
    const turnMs = nowMs - this.#turnStartMs;
    this.#longestMs = Math.max(this.#longestMs, turnMs);
    if (turnMs >= leastTurnMs) this.#sumMs += turnMs;
    this.#turnStartMs = nowMs;
  }
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function tell(message: ChildMessage): void {
  process.send?.(message);
}
