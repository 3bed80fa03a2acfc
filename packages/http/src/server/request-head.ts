import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { RequestHead } from './contract.ts';
import type { ServedConnections } from './served-connections.ts';

/**
 * The head of a request to a server. A class, since a getter in a literal is made anew
 * for each and keeps the request in memory for long.
 */
export class IncomingHead implements RequestHead {
  readonly method: string;
  readonly url: string;
  readonly headers: RequestHead['headers'];
  readonly #scheme: string;
  readonly #socket: Socket;
  readonly #request: IncomingMessage;
  readonly #connections: Pick<ServedConnections, 'callerOf'>;

  constructor(
    request: IncomingMessage,
    scheme: string,
    connections: Pick<ServedConnections, 'callerOf'>,
  ) {
    const { method = '', url = '', headers, socket } = request;
    this.#request = request;
    this.#connections = connections;
    this.method = method;
    this.url = url;
    this.headers = headers as RequestHead['headers'];
    this.#scheme = scheme;
    this.#socket = socket;
  }

  get caller(): string {
    return this.#connections.callerOf(this.#request);
  }

  /** Made when it is asked for: few answers hold an address. */
  get origin(): string {
    const { localAddress = '', localPort = 0 } = this.#socket;
    return originOf(this.#scheme, localAddress, localPort);
  }
}

/** The origin of what is served at an address. */
export function originOf(scheme: string, host: string, port: number): string {
  const name = host.replace(/^::ffff:(?=\d+\.)/, '');
  return `${scheme}://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
