import { once } from 'node:events';
import { connect } from 'node:net';

/** Sends one inline command to a Redis and gives its raw answer. */
export async function command(port: number, line: string): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1' });
  try {
    socket.write(`${line}\r\n`);
    const [data] = (await once(socket, 'data')) as [Buffer];
    return data.toString();
  } finally {
    socket.destroy();
  }
}
