import net from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

/** An HTTP server whose port leaves connections without an answer until it is opened. */
export interface SlowListener {
  readonly port: number;
  /** Lets in whoever still waits. */
  open(): void;
  /** Connections that sent a request. */
  requests(): number;
}

// It listens and sleeps until it is woken, so that it accepts nobody.
const listener = `
  const { parentPort, workerData } = require('node:worker_threads');
  const shared = new Int32Array(workerData.shared);
  const module = workerData.secure === undefined ? require('node:http') : require('node:https');
  const server = module.createServer(workerData.secure ?? {}, (request, response) => {
    Atomics.add(shared, 1, 1);
    request.resume().on('end', () => response.end('let in'));
  });
  server.listen({ port: 0, host: workerData.host, backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    setImmediate(() => Atomics.wait(shared, 0, 0));
  });
`;

/** More than any system lets wait where a program asks for one. */
const fillers = 12;
const stops: (() => Promise<unknown>)[] = [];

/** To be called after each test. */
export async function closeSlowListeners(): Promise<void> {
  await Promise.all(stops.splice(0).map((stop) => stop()));
}

/** @param secure certificate and key, PEM, to speak TLS */
export async function slowListener(
  host: string,
  secure?: { readonly cert: string; readonly key: string },
): Promise<SlowListener> {
  const shared = new SharedArrayBuffer(8);
  const state = new Int32Array(shared);
  const worker = new Worker(listener, { eval: true, workerData: { host, shared, secure } });
  const port = await new Promise<number>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  const sockets = Array.from({ length: fillers }, () => net.connect(port, host));
  for (const socket of sockets) socket.on('error', () => {});
  stops.push(async () => {
    for (const socket of sockets) socket.destroy();
    await worker.terminate();
  });
  await fill(sockets);
  return {
    port,
    open() {
      Atomics.store(state, 0, 1);
      Atomics.notify(state, 0);
    },
    requests: () => Atomics.load(state, 1),
  };
}

/** Waits until somebody got in, and then nobody else does. */
async function fill(sockets: readonly net.Socket[]): Promise<void> {
  let before = 0;
  for (;;) {
    await wait(20);
    const connected = sockets.filter((socket) => !socket.connecting).length;
    if (connected > 0 && connected === before) return;
    before = connected;
  }
}
