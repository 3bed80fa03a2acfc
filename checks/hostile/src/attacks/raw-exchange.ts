import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectSecure } from 'node:tls';

/** What came back over one connection. */
export interface RawAnswer {
  readonly text: string;
  /** Whether the other side closed within the time. */
  readonly closed: boolean;
}

/** What is sent: pieces in order, each as bytes; `end` closes our half after them. */
export interface RawSending {
  readonly pieces: readonly (string | Uint8Array)[];
  readonly secure?: boolean;
  readonly end?: boolean;
}

const patienceMs = 60_000;

/** Opens a connection. What it fails with later is for who reads it. */
export function openSocket(port: number, secure = false): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = secure
      ? connectSecure({ port, host: '127.0.0.1', rejectUnauthorized: false })
      : connectPlain({ port, host: '127.0.0.1' });
    const settle = () => resolve(socket);
    socket.on('error', settle);
    socket.once(secure ? 'secureConnect' : 'connect', settle);
    socket.once('close', settle);
  });
}

/** Sends bytes and listens until the other side closes, or for a minute. */
export async function exchange(port: number, sending: RawSending): Promise<RawAnswer> {
  const socket = await openSocket(port, sending.secure);
  let text = '';
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    text += chunk;
  });
  const closed = closing(socket);
  for (const piece of sending.pieces) {
    if (socket.destroyed) break;
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece;
    if (!socket.write(bytes)) await Promise.race([drained(socket), closed]);
  }
  if (sending.end === true) socket.end();
  const outcome = { closed: await closed, text };
  socket.destroy();
  return outcome;
}

/** Whether a connection is closed by the other side in time. */
export function closing(socket: Socket): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), patienceMs);
    const settle = () => {
      clearTimeout(timer);
      resolve(true);
    };
    if (socket.destroyed) settle();
    else socket.once('close', settle);
  });
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('drain', resolve);
  });
}
