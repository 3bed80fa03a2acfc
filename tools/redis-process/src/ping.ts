import { once } from 'node:events';
import { connect } from 'node:net';

/** More than an answer on the same machine needs, in milliseconds. */
const answerLimitMs = 10_000;

/** Whether a Redis on 127.0.0.1 answers PING with PONG. */
export async function answersPing(port: number): Promise<boolean> {
  const socket = connect({ port, host: '127.0.0.1' });
  try {
    const signal = AbortSignal.timeout(answerLimitMs);
    socket.write('PING\r\n');
    const [data] = (await once(socket, 'data', { signal })) as [Buffer];
    return data.toString().startsWith('+PONG');
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
