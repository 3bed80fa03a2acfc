import { createServer, connect, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Random } from '@egoi-client/conformance/support/random';

/** Where a connection is cut: before the request goes on, before its answer, or within the answer. */
type Cut = 'request' | 'answer' | 'within';

const cuts: readonly Cut[] = ['request', 'answer', 'within'];

/** A proxy for bytes that cuts the connection of some requests. */
export interface CuttingProxy {
  readonly port: number;
  /** Requests that came, and those whose connection was cut, by the place of the cut. */
  readonly counts: Readonly<Record<Cut | 'requests', number>>;
  close(): Promise<void>;
}

/**
 * Starts a proxy in front of a server.
 *
 * @param target port of the server
 * @param random decides which requests are cut
 * @param oneIn one request in so many is cut; 0 for none
 */
export async function startCuttingProxy(
  target: number,
  random: Random,
  oneIn: number,
): Promise<CuttingProxy> {
  const counts = { requests: 0, request: 0, answer: 0, within: 0 };
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    let cut: Cut | undefined;
    // Clients do not send ahead: the first bytes after an answer begin the next request.
    let answering = true;
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', end);
      socket.on('close', () => {
        sockets.delete(socket);
        end();
      });
    }
    const decide = () => {
      if (!answering) return;
      answering = false;
      counts.requests += 1;
      if (oneIn === 0 || !random.oneIn(oneIn)) return;
      cut = random.pick(cuts);
      counts[cut] += 1;
    };
    client.on('data', (chunk) => {
      decide();
      if (cut === 'request') end();
      else upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      answering = true;
      if (cut === 'answer') end();
      else if (cut === 'within') {
        client.end(chunk.subarray(0, Math.ceil(chunk.length / 2)));
        upstream.destroy();
      } else client.write(chunk);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    counts,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
