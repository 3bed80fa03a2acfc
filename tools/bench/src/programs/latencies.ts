import type { LoadSettings } from './load.ts';
import { bytesOfRequest, openConnection } from './load.ts';
import type { SetUp } from './program.ts';

/** How long the calls of a run took, in milliseconds. */
export interface Latencies {
  readonly median: number;
  /** One call of a hundred took longer. */
  readonly p99: number;
}

/** One small call after another, each timed by itself. */
export const latencies: SetUp<Omit<LoadSettings, 'connections'>, Latencies> = async (settings) => {
  const { wire, port, path, calls } = settings;
  const request = await bytesOfRequest(wire, port, path);
  const taken = new Float64Array(calls);
  return async () => {
    const connection = await openConnection(port);
    for (let at = 0; at < calls; at += 1) {
      const startedMs = performance.now();
      await connection.send(request);
      taken[at] = performance.now() - startedMs;
    }
    connection.close();
    taken.sort();
    return { median: quantile(taken, 0.5), p99: quantile(taken, 0.99) };
  };
};

function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}
