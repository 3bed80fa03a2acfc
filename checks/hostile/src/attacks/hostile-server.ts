import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a hostile server says: an answer, or whatever it does with the connection. */
export type HostileReply =
  | {
      /** @default 200 */
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body: string | Uint8Array;
    }
  | ((request: IncomingMessage, response: ServerResponse) => void);

/** A request as it came. */
export interface SeenRequest {
  readonly method: string;
  readonly target: string;
  /** Names and values in turn. */
  readonly rawHeaders: readonly string[];
  readonly body: string;
}

/** A server that answers as it is told, and remembers who came. */
export interface HostileServer {
  readonly base: string;
  readonly host: string;
  readonly requests: readonly SeenRequest[];
  /** Connections so far, also those without a request. */
  readonly connections: number;
  reply: HostileReply;
  close(): Promise<void>;
}

export async function startHostileServer(): Promise<HostileServer> {
  const requests: SeenRequest[] = [];
  let connections = 0;
  const server = createServer({ keepAliveTimeout: 1000 }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    request.once('end', () => {
      const { method = '', url = '', rawHeaders } = request;
      requests.push({ method, target: url, rawHeaders, body: Buffer.concat(chunks).toString() });
      const { reply } = hostile;
      if (typeof reply === 'function') reply(request, response);
      else {
        response.writeHead(reply.status ?? 200, reply.headers);
        response.end(reply.body);
      }
    });
  });
  server.on('connection', (socket) => {
    connections += 1;
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const hostile: HostileServer = {
    base: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    requests,
    get connections() {
      return connections;
    },
    reply: { body: '' },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
  return hostile;
}
