import net from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

/** A port of the loopback interface to which connections hang. */
export interface FullBacklog {
  readonly port: number;
  readonly stop: () => Promise<void>;
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
  for (const socket of sockets) socket.on('error', () => {});
  await settle(sockets);
  return {
    port,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await worker.terminate();
    },
  };
}

/** Waits until somebody got in, and then nobody else does. */
async function settle(sockets: readonly net.Socket[]): Promise<void> {
  let before = 0;
  for (;;) {
    await wait(20);
    const connected = sockets.filter((socket) => !socket.connecting).length;
    if (connected > 0 && connected === before) return;
    before = connected;
  }
}
