import net from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

/** A port of the loopback interface to which connections hang. */
export interface FullBacklog {
  readonly port: number;
  stop(): Promise<void>;
}

// It listens and then sleeps for good, so that it accepts nobody.
const listener = `
  const { parentPort } = require('node:worker_threads');
  const server = require('node:net').createServer();
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  });
`;

/** More than any system lets wait where a program asks for one. */
const fillers = 12;

/**
 * Fills the backlog of a socket that accepts nobody: Linux and macOS then leave a further connection
 * without an answer, as a firewall does that drops packets.
 */
export async function fillBacklog(): Promise<FullBacklog> {
  const worker = new Worker(listener, { eval: true });
  const port = await new Promise<number>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  const sockets = Array.from({ length: fillers }, () => net.connect(port, '127.0.0.1'));
  let connected = 0;
  for (const socket of sockets) {
    socket.on('error', () => {});
    socket.once('connect', () => {
      connected += 1;
    });
  }
  // Full once nobody else gets in.
  for (let before = -1; connected === 0 || before !== connected; ) {
    before = connected;
    await wait(20);
  }
  return {
    port,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await worker.terminate();
    },
  };
}
