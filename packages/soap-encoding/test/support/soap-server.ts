import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as a server saw it. */
export interface SeenRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** What a server does with a request: answers, breaks off, or stays silent. */
export type Reaction =
  | { readonly status?: number; readonly type?: string; readonly body: string }
  | 'break'
  | 'cut'
  | 'silence';

/** A server on the loopback interface that keeps what it was asked. */
export interface SoapServer {
  readonly origin: string;
  readonly seen: readonly SeenRequest[];
  /** The requests for a WSDL. */
  readonly reads: readonly SeenRequest[];
  /** The calls. */
  readonly calls: readonly SeenRequest[];
  close(): Promise<void>;
}

/** Starts a server. @param react what it does with a request, whole by then */
export async function serveSoap(
  react: (request: SeenRequest) => Reaction | Promise<Reaction>,
): Promise<SoapServer> {
  const seen: SeenRequest[] = [];
  const server = http.createServer((request, response) => {
    void answer(request, response);
  });
  const answer = async (request: http.IncomingMessage, response: http.ServerResponse) => {
    const { method = '', url = '', headers } = request;
    const whole: SeenRequest = { method, url, headers, body: await text(request) };
    seen.push(whole);
    const reaction = await react(whole);
    if (reaction === 'silence') return;
    if (reaction === 'break') {
      request.socket.destroy();
    } else if (reaction === 'cut') {
      response.writeHead(200, { 'Content-Length': 1000, 'Content-Type': 'text/xml' });
      response.write('<e:Envelope', () => request.socket.destroy());
    } else {
      const { status = 200, type = 'text/xml; charset=utf-8', body } = reaction;
      response.writeHead(status, { 'Content-Type': type }).end(body);
    }
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    get reads() {
      return seen.filter(({ method }) => method === 'GET');
    },
    get calls() {
      return seen.filter(({ method }) => method === 'POST');
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
