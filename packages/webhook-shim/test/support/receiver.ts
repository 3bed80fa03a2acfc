import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Callback, readCallback } from '@egoi-client/callbacks';

/** A callback as an old program got it. */
interface ReceivedCallback {
  readonly path: string;
  readonly callback: Callback;
  readonly delivery: string;
  readonly isRepeated: boolean;
}

/** An old program that receives callbacks. */
export interface OldProgram {
  readonly url: string;
  readonly origin: string;
  readonly received: ReceivedCallback[];
  /** Resolves once it has received so many. */
  hasReceived(count: number): Promise<void>;
  close(): Promise<void>;
}

/** How a post is answered; `undefined` for 200. Gets how many came before it. */
export type Answer = (before: number, response: ServerResponse) => boolean;

/** @param answer ends the response and says so by `true`, or leaves it to be answered 200 */
export async function startOldProgram(answer: Answer = () => false): Promise<OldProgram> {
  const received: ReceivedCallback[] = [];
  let wake: () => void = () => undefined;
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    const { headers, url = '' } = request;
    const callback = await readCallback({ headers, body });
    received.push({
      path: url,
      callback,
      delivery: String(headers['x-egoi-delivery']),
      isRepeated: headers['x-egoi-delivery-repeated'] === 'true',
    });
    if (!answer(received.length - 1, response)) response.end('ok');
    wake();
  };
  const server = createServer((request, response) => void take(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    url: `${origin}/hook.php?shop=1`,
    received,
    async hasReceived(count) {
      while (received.length < count) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
