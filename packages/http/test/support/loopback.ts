import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';

/** A server on the loopback interface, with what it has seen. */
export interface Loopback {
  readonly port: number;
  /** Every connection so far, closed ones too. */
  readonly sockets: readonly Socket[];
  /** Resolves once the connection with this number, from 0, is closed. */
  closed(index: number): Promise<void>;
}

const running: { server: net.Server; sockets: Socket[] }[] = [];

async function listen(server: net.Server): Promise<Loopback> {
  const sockets: Socket[] = [];
  const closings: Promise<void>[] = [];
  server.on('connection', (socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    closings.push(new Promise((resolve) => socket.once('close', () => resolve())));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  running.push({ server, sockets });
  return {
    port: (server.address() as AddressInfo).port,
    sockets,
    closed: async (index) => await closings[index],
  };
}

/** To be called after each test. */
export async function closeServers(): Promise<void> {
  for (const { server, sockets } of running.splice(0)) {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** An HTTP server. */
export function httpServer(listener: http.RequestListener): Promise<Loopback> {
  return listen(http.createServer(listener));
}

/**
 * A proxy that forwards, and keeps the request lines that it saw, with the logins.
 *
 * @param certificate one of the fixtures, to speak TLS itself
 */
export async function forwardingProxy(
  certificate?: string,
): Promise<{ proxy: Loopback; lines: string[] }> {
  const lines: string[] = [];
  const see = ({ method, url, headers }: http.IncomingMessage) => {
    const login = headers['proxy-authorization'];
    lines.push(`${method} ${url} ${headers.host}${login === undefined ? '' : ` ${login}`}`);
  };
  const server =
    certificate === undefined
      ? http.createServer()
      : https.createServer({ cert: fixture(certificate), key: fixture('server-key.pem') });
  server.on('tlsClientError', () => {});
  server.on('request', (request: http.IncomingMessage, response: http.ServerResponse) => {
    see(request);
    const { method = 'GET', headers } = request;
    const onward = http.request(request.url ?? '', { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => {
      if (response.headersSent) response.destroy();
      else response.writeHead(502).end('<html>no way</html>');
    });
    request.pipe(onward);
  });
  server.on('connect', (request: http.IncomingMessage, socket: Socket) => {
    see(request);
    const onward = net.connect(Number(request.url?.split(':')[1]), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\nVia: test\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    // What is not read does not see the other side close.
    onward.on('close', () => socket.resume());
    socket.on('error', () => onward.destroy());
    socket.on('close', () => onward.destroy());
  });
  return { proxy: await listen(server), lines };
}

/** A server that does as it likes with bare connections. */
export function rawServer(onConnection: (socket: Socket) => void): Promise<Loopback> {
  return listen(net.createServer(onConnection));
}

/** An HTTPS server with one of the certificates of the fixtures. */
export function httpsServer(
  certificate: string,
  listener: http.RequestListener,
): Promise<Loopback> {
  const options = { cert: fixture(certificate), key: fixture('server-key.pem') };
  const server = https.createServer(options, listener);
  server.on('tlsClientError', () => {});
  return listen(server);
}

/** A server that answers each request with the same bytes and then leaves the connection open. */
export function rawAnswer(answer: string | Buffer): Promise<Loopback> {
  return rawServer((socket) => socket.once('data', () => socket.write(answer)));
}

/** A port on which nothing listens. */
export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export function fixture(name: string): string {
  return readFileSync(join(__dirname, '..', 'fixtures', name), 'utf8');
}
