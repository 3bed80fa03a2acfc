import { connect } from 'node:net';
import type { V2WireName } from '../wires.ts';
import { atOnce, type SetUp, timed } from './program.ts';
import { requestOf } from './small-calls.ts';

/** Requests to a server whose speed is measured. */
export interface LoadSettings {
  readonly wire: V2WireName;
  readonly port: number;
  readonly path: string;
  readonly connections: number;
  readonly calls: number;
}

/** One small call after another on each connection, written and read as bytes: cheaper than any server. */
export const load: SetUp<LoadSettings> = async ({ wire, port, path, connections, calls }) => {
  const request = await bytesOfRequest(wire, port, path);
  return async () => {
    // Anew for each run: a server closes a connection that was idle while the peer had its turn.
    const all = await Promise.all(Array.from({ length: connections }, () => openConnection(port)));
    const free = [...all];
    const takenMs = await timed(() =>
      atOnce(connections, calls, async () => {
        const connection = free.pop();
        if (connection === undefined) throw new Error('no connection is free');
        await connection.send(request);
        free.push(connection);
      }),
    );
    for (const connection of all) connection.close();
    return takenMs;
  };
};

/** A small call as it stands on the wire. */
export async function bytesOfRequest(
  wire: V2WireName,
  port: number,
  path: string,
): Promise<Buffer> {
  const { headers, body } = await requestOf(wire);
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${body.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]);
}

interface Connection {
  /** Sends a request and waits for the whole answer. */
  send(request: Buffer): Promise<void>;
  close(): void;
}

export async function openConnection(port: number): Promise<Connection> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  let missing = 0;
  let settle: { resolve(): void; reject(error: Error): void } | undefined;
  socket.on('data', (chunk) => {
    try {
      missing = missing > 0 ? missing - chunk.length : missingAfter(chunk);
    } catch (error) {
      settle?.reject(error as Error);
    }
    if (missing === 0) settle?.resolve();
  });
  socket.on('close', () => settle?.reject(new Error('the server closed the connection')));
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject };
        socket.write(request);
      }),
    close: () => void socket.destroy(),
  };
}

/** How many bytes of an answer are still to come after its first piece. */
function missingAfter(chunk: Buffer): number {
  const end = chunk.indexOf('\r\n\r\n');
  const head = chunk.toString('latin1', 0, end);
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (!head.startsWith('HTTP/1.1 200') || length === undefined) {
    throw new Error(`the server answered ${head.slice(0, 100)}`);
  }
  return Number(length) - (chunk.length - end - 4);
}
