import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came. */
export interface CameRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/** An answer to give. */
export interface ScriptedAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A service that answers what a test says, request by request. */
export interface ScriptedService {
  readonly url: string;
  readonly requests: readonly CameRequest[];
  close(): Promise<void>;
}

/** @param answer gives the answer to each request; a connection is cut where there is none */
export async function scriptedService(
  answer: (
    request: CameRequest,
    index: number,
  ) => ScriptedAnswer | undefined | Promise<ScriptedAnswer | undefined>,
): Promise<ScriptedService> {
  const requests: CameRequest[] = [];
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    let text = '';
    for await (const chunk of incoming) text += String(chunk);
    const { method = '', url = '', headers } = incoming;
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    requests.push({ method, url, headers, body });
    const given = await answer({ method, url, headers, body }, requests.length - 1);
    if (given === undefined) {
      incoming.socket.destroy();
      return;
    }
    const whole = typeof given.body === 'string' ? given.body : JSON.stringify(given.body);
    outgoing.writeHead(given.status, { 'Content-Type': 'application/json', ...given.headers });
    outgoing.end(given.body === undefined ? undefined : whole);
  };
  const server = createServer((incoming, outgoing) => void serve(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A problem document. */
export function problemAnswer(
  status: number,
  title: string,
  detail: string,
  errors?: object,
): ScriptedAnswer {
  const type = 'http://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html';
  return { status, body: { type, title, status, detail, ...(errors ? { errors } : {}) } };
}
