import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One POST as a receiver got it. */
interface ReceivedPost {
  readonly path: string;
  readonly method: string | undefined;
  readonly type: string | undefined;
  readonly form: URLSearchParams;
}

/** A receiver of callbacks on this machine. */
export interface Receiver {
  readonly url: string;
  readonly posts: ReceivedPost[];
  close(): Promise<void>;
}

/**
 * @param answer what it does once a POST is read; 200 unless given
 */
export async function openReceiver(
  answer: RequestListener = (_request, response) => response.end('thank you'),
): Promise<Receiver> {
  const posts: ReceivedPost[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      posts.push({
        path: request.url ?? '',
        method: request.method,
        type: request.headers['content-type'],
        form: new URLSearchParams(Buffer.concat(chunks).toString()),
      });
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook?shop=1`,
    posts,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
