import type { EgoiClient, WireObject } from '@egoi-client/core';

/** One call to repeat. */
export interface Task {
  readonly name: string;
  readonly method: string;
  readonly params: WireObject;
}

/** What the repetitions came to; times in milliseconds. */
export interface Measurement {
  readonly calls: number;
  readonly callsPerSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/**
 * Makes a call many times.
 *
 * @param calls how often, 1 or more
 * @param concurrency how many at once
 */
export async function measure(
  client: EgoiClient,
  { method, params }: Task,
  {
    calls,
    concurrency,
    signal,
  }: { readonly calls: number; readonly concurrency: number; readonly signal: AbortSignal },
): Promise<Measurement> {
  const times: number[] = [];
  let started = 0;
  const worker = async () => {
    while (started < calls) {
      started += 1;
      const startedMs = performance.now();
      await client.call(method, params, { signal });
      times.push(performance.now() - startedMs);
    }
  };
  const startedMs = performance.now();
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (performance.now() - startedMs) / 1000;
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
  return {
    calls,
    callsPerSecond: calls / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
  };
}
