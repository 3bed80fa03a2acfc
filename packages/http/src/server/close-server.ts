import type { Server } from 'node:http';
import type { ServedConnections } from './served-connections.ts';
import type { ResolvedServerOptions } from './server-options.ts';

/** Ends a server: no new connections, the running requests to their ends, then the rest. */
export async function closeServer(
  server: Server,
  connections: ServedConnections,
  { closeGraceMs, idleGraceMs }: Pick<ResolvedServerOptions, 'closeGraceMs' | 'idleGraceMs'>,
): Promise<void> {
  // Node's own `close` destroys what is idle at once.
  server.closeIdleConnections = () => undefined;
  const ended = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  connections.closeGently();
  const timers = [setTimeout(() => connections.closeAll(), closeGraceMs)];
  if (idleGraceMs === 0) connections.closeIdle();
  else timers.push(setTimeout(() => connections.closeIdle(), idleGraceMs));
  await ended;
  for (const timer of timers) clearTimeout(timer);
}
