import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as the server got it. */
interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the server says to every request. */
export interface PreparedAnswer {
  readonly status: number;
  readonly contentType?: string;
  readonly body: string | Buffer;
  /** Promises the whole body, sends half of it and breaks the connection. */
  readonly cut?: boolean;
}

export interface LoopbackServer {
  readonly endpoint: string;
  readonly requests: readonly RecordedRequest[];
  close(): Promise<void>;
}

/** A server on this machine that records requests and gives each the same answer. */
export async function loopbackServer(answer: PreparedAnswer): Promise<LoopbackServer> {
  const requests: RecordedRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      requests.push({ method, url, headers, body: Buffer.concat(chunks).toString('utf8') });
      const body = Buffer.from(answer.body as string);
      response.writeHead(answer.status, {
        'Content-Type': answer.contentType ?? 'text/xml',
        'Content-Length': body.length,
      });
      if (answer.cut === true) {
        response.write(body.subarray(0, body.length / 2), () => response.destroy());
      } else {
        response.end(body);
      }
    });
  });
  await listen(server);
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}/v2/xmlrpc.php`,
    requests,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      }),
  };
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
}
