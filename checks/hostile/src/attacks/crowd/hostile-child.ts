import { hostileCallers, startHostileCaller } from './hostile-callers.ts';

// The hostile callers, in a process of their own: what they do must not delay the clock of who measures.
let stops: readonly (() => void)[] = [];

process.on('message', (port: number) => {
  stops = hostileCallers.map((caller) => startHostileCaller(caller, port));
  process.send?.('started');
});
process.once('disconnect', () => {
  for (const stop of stops) stop();
  process.exit(0);
});
