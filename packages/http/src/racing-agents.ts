import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import type { Duplex } from 'node:stream';
import { raceToConnect } from './connect-race.ts';

type Created = (error: Error | null, stream: Duplex) => void;

/** Keep-alive connections to a name that may have several addresses. */
export class RacingHttpAgent extends http.Agent {
  readonly #limitMs: number;

  /** @param limitMs for one connection */
  constructor(options: http.AgentOptions, limitMs: number) {
    super(options);
    this.#limitMs = limitMs;
  }

  override createConnection(options: http.ClientRequestArgs, created: Created) {
    if (isAddress(options)) return super.createConnection(options, created);
    return race(this, options, this.#limitMs, created, (socket) => socket);
  }
}

/** The same over TLS, which begins once the race is won. */
export class RacingHttpsAgent extends https.Agent {
  readonly #limitMs: number;

  /** @param limitMs for one connection */
  constructor(options: https.AgentOptions, limitMs: number) {
    super(options);
    this.#limitMs = limitMs;
  }

  override createConnection(options: https.RequestOptions, created: Created) {
    if (isAddress(options)) return super.createConnection(options, created);
    return race(this, options, this.#limitMs, created, (socket) => {
      const withSocket: https.RequestOptions & { socket: Duplex } = { ...options, socket };
      return super.createConnection(withSocket) as Duplex;
    });
  }
}

function isAddress({ host }: http.ClientRequestArgs): boolean {
  return net.isIP(host ?? '') !== 0;
}

/**
 * Makes a connection that an agent gets later. Agents count the connections that they have and not those
 * that they wait for, so something has to stand for this one meanwhile. One that fails is handed over
 * all the same: only the end of a connection lets an agent look after the requests that wait.
 */
function race(
  agent: http.Agent,
  options: http.ClientRequestArgs,
  limitMs: number,
  created: Created,
  secured: (socket: net.Socket) => Duplex,
): undefined {
  const name = agent.getName(options);
  const placeholder = new net.Socket();
  agent.sockets[name]?.push(placeholder);
  const target = { ...options, port: Number(options.port), host: options.host ?? '' };
  const stop = raceToConnect(target, limitMs, (error, socket) => {
    const open = agent.sockets[name] ?? [];
    open.splice(open.indexOf(placeholder), 1);
    if (socket !== undefined) {
      created(null, secured(socket));
      return;
    }
    const failed = new net.Socket();
    created(null, failed);
    // The request listens one tick after it gets its connection.
    process.nextTick(() => failed.destroy(error));
  });
  // An agent that is destroyed destroys what stands for the connection, too.
  placeholder.once('close', stop);
}
