import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readCallback } from '@egoi-client/callbacks';
import type { Random } from '@egoi-client/conformance/support/random';

/** A callback as it came in. */
export interface Arrival {
  readonly list: number;
  /** Which webhook of the list it is of. */
  readonly number: number;
  readonly delivery: string;
  readonly isRepeated: boolean;
}

/** An old program that receives callbacks, and often fails. */
export interface OldProgram {
  readonly url: string;
  /** Everything that came in, whatever was answered. */
  readonly arrivals: readonly Arrival[];
  close(): Promise<void>;
}

/** @param onArrival told of each callback once it is written down, before it is answered */
export async function startOldProgram(random: Random, onArrival: () => void): Promise<OldProgram> {
  const arrivals: Arrival[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const { headers } = request;
    const { contact } = await readCallback(request);
    arrivals.push({
      list: contact.LIST ?? 0,
      number: Number(contact.FIRST_NAME),
      delivery: String(headers['x-egoi-delivery']),
      isRepeated: headers['x-egoi-delivery-repeated'] === 'true',
    });
    onArrival();
    if (random.oneIn(12)) response.writeHead(500).end();
    else if (random.oneIn(20)) response.destroy();
    else if (random.oneIn(40)) response.writeHead(503, { 'retry-after': '0' }).end();
    else response.end('ok');
  };
  const server = createServer((request, response) => {
    // The shim may die in the middle of a post: it never arrived then.
    take(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback.php`,
    arrivals,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
