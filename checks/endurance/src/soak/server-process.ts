import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { CuttingProxy } from './cutting-proxy.ts';

/** What the server's process is told at its start. */
export interface ServerStart {
  readonly seed: number;
  /** One request in so many loses its connection. */
  readonly oneIn: number;
}

/** What the server's process saw. */
export interface ServerFacts {
  /** How often each marked write came to the account. */
  readonly arrivals: Readonly<Record<string, number>>;
  readonly counts: CuttingProxy['counts'];
}

/** A sandbox behind a gateway behind a proxy that cuts connections, in a process of its own. */
export interface ServerProcess {
  readonly baseUrl: string;
  facts(): Promise<ServerFacts>;
  close(): Promise<void>;
}

export async function startServerProcess(start: ServerStart): Promise<ServerProcess> {
  const child = fork(fileURLToPath(new URL('./server-child.ts', import.meta.url)));
  child.send(start);
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    async facts() {
      child.send('facts');
      const [facts] = (await once(child, 'message')) as [ServerFacts];
      return facts;
    },
    async close() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
