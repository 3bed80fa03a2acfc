import { connect, type Socket } from 'node:net';

/** A bare connection to a server: says what HTTP clients would not, and hears every byte. */
export interface RawConnection {
  readonly socket: Socket;
  /** Everything heard until the other side hung up. */
  readonly heard: Promise<string>;
  /** Resolves with everything heard so far when that matches. */
  readonly until: (pattern: RegExp) => Promise<string>;
  /** Resolves when a word has been heard a number of times. */
  readonly untilHeard: (word: string, times: number) => Promise<string>;
}

/** @param from the address that it comes from, of those of this machine */
export async function rawConnection(port: number, from = '127.0.0.1'): Promise<RawConnection> {
  const socket = connect({ port, host: '127.0.0.1', localAddress: from });
  let text = '';
  const listeners = new Set<() => void>();
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    text += chunk;
    for (const listener of listeners) listener();
  });
  // A reset is one way to hang up.
  socket.on('error', () => undefined);
  const heard = new Promise<string>((resolve) => {
    socket.once('close', () => resolve(text));
  });
  const connected = new Promise<void>((resolve) => {
    socket.once('connect', () => resolve());
  });
  await Promise.race([connected, heard]);
  const waitFor = (isEnough: () => boolean) =>
    new Promise<string>((resolve) => {
      const check = () => {
        if (!isEnough()) return;
        listeners.delete(check);
        resolve(text);
      };
      listeners.add(check);
      check();
    });
  return {
    socket,
    heard,
    until: (pattern) => waitFor(() => pattern.test(text)),
    untilHeard: (word, times) => waitFor(() => text.split(word).length > times),
  };
}

/** The text of a POST, head and body. */
export function postText(path: string, body: string, headers: readonly string[] = []): string {
  return [
    `POST ${path} HTTP/1.1`,
    'host: localhost',
    `content-length: ${Buffer.byteLength(body)}`,
    ...headers,
    '',
    body,
  ].join('\r\n');
}
