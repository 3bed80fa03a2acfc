import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { GatewayOptions } from '@egoi-client/gateway';

/** What the child is told at its start: options, and the files of its TLS material. */
export interface ChildStart {
  readonly options: GatewayOptions;
  readonly key: string;
  readonly cert: string;
}

/** What the child says: where it listens, what its heap holds after a collection, what its account holds, and what it did. */
export type ChildMessage =
  | { readonly port: number; readonly securePort: number }
  | { readonly heapBytes: number }
  | { readonly digest: string }
  | GatewayCost;

/** What a gateway did since it was asked before: all of its CPU, and that of its longest turn. */
interface GatewayCost {
  readonly cpuMs: number;
  readonly turnMs: number;
}

/** A gateway in a process of its own. */
export interface GatewayProcess {
  readonly port: number;
  readonly securePort: number;
  /** Everything it has printed. */
  readonly printed: string;
  readonly running: boolean;
  /** Memory that it holds after a collection, in bytes. */
  heapBytes(): Promise<number>;
  /** Tells whether the account is what it was, by a digest of all that it holds. */
  accountDigest(): Promise<string>;
  /** Starts to watch with the first question; the loop is never idle from then on. */
  cost(): Promise<GatewayCost>;
  close(): Promise<void>;
}

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../../../packages/gateway/test/fixtures/${name}`, import.meta.url));

/** Starts a gateway over plain HTTP and TLS with a heap of at most 512 MiB. */
export async function startGatewayProcess(options: GatewayOptions): Promise<GatewayProcess> {
  const child = fork(fileURLToPath(new URL('./gateway-child.ts', import.meta.url)), {
    execArgv: [...process.execArgv, '--expose-gc', '--max-old-space-size=512'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  const start: ChildStart = {
    options,
    key: fixture('localhost.key.pem'),
    cert: fixture('localhost.cert.pem'),
  };
  const ports = await ask(child, start);
  if (!('port' in ports)) throw new Error('the gateway did not say where it listens');
  return {
    ...ports,
    get printed() {
      return printed;
    },
    get running() {
      return child.exitCode === null && child.signalCode === null;
    },
    async heapBytes() {
      const answer = await ask(child, 'heap');
      return 'heapBytes' in answer ? answer.heapBytes : Number.POSITIVE_INFINITY;
    },
    async accountDigest() {
      const answer = await ask(child, 'account');
      if (!('digest' in answer)) throw new Error('the gateway did not say what its account holds');
      return answer.digest;
    },
    async cost() {
      const answer = await ask(child, 'cost');
      if (!('cpuMs' in answer)) throw new Error('the gateway did not say what it did');
      return answer;
    },
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => {
        child.once('exit', resolve);
      });
      child.disconnect();
      await ended;
    },
  };
}

function ask(
  child: ChildProcess,
  message: ChildStart | 'heap' | 'account' | 'cost',
): Promise<ChildMessage> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`the gateway ended with ${code}`));
    child.once('exit', onExit);
    child.once('message', (answer: ChildMessage) => {
      child.off('exit', onExit);
      resolve(answer);
    });
    child.send(message);
  });
}
