import { setImmediate as nextTurn } from 'node:timers/promises';
import { EgoiClient } from '@egoi-client/core';
import { peakMemoryBytes } from '@egoi-client/peak-memory';
import { measuredTransport, type V2WireName } from '../wires.ts';
import { pageParams } from './page-params.ts';
import { mustHold, type SetUp } from './program.ts';

/** One page of contacts, over one wire. */
export interface SideEffectSettings {
  readonly wire: V2WireName;
  readonly url: string;
  readonly count: number;
}

/** The same, by a process that has read usual pages before. */
export interface PeakSettings extends SideEffectSettings {
  readonly before: { readonly url: string; readonly count: number; readonly calls: number };
}

async function clientOf({ wire, url }: Omit<SideEffectSettings, 'count'>): Promise<EgoiClient> {
  const transport = await measuredTransport(wire, { endpoint: url });
  return new EgoiClient({ apiKey: 'key', timeoutMs: 600_000, transport });
}

/** A client of a process at work: what is loaded once is there, and the room that the engine keeps for garbage. */
async function usedClient({ wire, url, before }: PeakSettings): Promise<EgoiClient> {
  const usual = await clientOf({ wire, ...before });
  for (let left = before.calls; left > 0; left -= 1) await readPage(usual, before.count);
  await usual.close();
  return clientOf({ wire, url });
}

async function readPage(client: EgoiClient, count: number): Promise<readonly unknown[]> {
  const { subscriber } = await client.subscriberData({ ...pageParams });
  mustHold(subscriber.length, count);
  return subscriber;
}

/**
 * The longest time in which the event loop did not turn while a page was read, in milliseconds: the
 * loop is kept turning without a rest, so that the longest turn is the longest pause.
 */
export const longestPause: SetUp<SideEffectSettings> = async (settings) => {
  const client = await clientOf(settings);
  return async () => {
    const reading = new AbortController();
    let longestMs = 0;
    const watch = (async () => {
      let turnedMs = performance.now();
      while (!reading.signal.aborted) {
        await nextTurn();
        const nowMs = performance.now();
        longestMs = Math.max(longestMs, nowMs - turnedMs);
        turnedMs = nowMs;
      }
    })();
    await readPage(client, settings.count);
    reading.abort();
    await watch;
    return longestMs;
  };
};

const megabyte = 1_000_000;

function collect(): void {
  if (globalThis.gc === undefined) throw new Error('start with --expose-gc');
  // What is freed by the first may free more.
  globalThis.gc();
  globalThis.gc();
}

/** What the process had at most, less what it had before and what the result takes, in megabytes. */
export const peakAboveResult: SetUp<PeakSettings> = async (settings) => {
  const client = await usedClient(settings);
  return async () => {
    collect();
    const before = process.memoryUsage();
    const result = await readPage(client, settings.count);
    const peak = peakMemoryBytes();
    collect();
    const resultBytes = process.memoryUsage().heapUsed - before.heapUsed;
    mustHold(result.length, settings.count);
    return (peak - before.rss - resultBytes) / megabyte;
  };
};

/** What is alive at most while a page is read, less what the result takes, in megabytes: garbage left out. */
export const liveAboveResult: SetUp<SideEffectSettings> = async (settings) => {
  const client = await clientOf(settings);
  return async () => {
    const reading = new AbortController();
    let peak = 0;
    const watch = (async () => {
      while (!reading.signal.aborted) {
        await nextTurn();
        collect();
        peak = Math.max(peak, liveBytes());
      }
    })();
    const result = await readPage(client, settings.count);
    reading.abort();
    await watch;
    collect();
    const after = liveBytes();
    mustHold(result.length, settings.count);
    return (peak - after) / megabyte;
  };
};

function liveBytes(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The most memory of a process that reads all contacts of a list by `paginate`, in megabytes. */
export const paginatePeak: SetUp<SideEffectSettings> = async (settings) => {
  const client = await clientOf(settings);
  return async () => {
    let count = 0;
    for await (const contact of client.paginate('subscriberData', { listID: 1 })) {
      if (contact.UID !== '') count += 1;
    }
    mustHold(count, settings.count);
    return peakMemoryBytes() / megabyte;
  };
};
