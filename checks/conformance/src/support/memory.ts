/** What the process holds, in bytes, after a collection. */
export interface Memory {
  readonly heapBytes: number;
  readonly residentBytes: number;
}

/** Collects what nobody needs, and measures the rest. Needs `node --expose-gc`. */
export async function measureMemory(): Promise<Memory> {
  if (globalThis.gc === undefined) throw new Error('memory is measured with node --expose-gc');
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc();
    // Finalizers and closed sockets let go in turns of their own.
    await new Promise(setImmediate);
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heapBytes: heapUsed + external, residentBytes: rss };
}
