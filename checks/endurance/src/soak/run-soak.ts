import { EgoiClient, EgoiError, retry } from '@egoi-client/core';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { measureMemory, type Memory } from '@egoi-client/conformance/support/memory';
import { type Random, seededRandom } from '@egoi-client/conformance/support/random';
import { wires } from '@egoi-client/conformance/support/targets';
import { transportNamed } from '@egoi-client/transports';
import { type MixedCall, mixedCall, setStage } from './mixed-calls.ts';
import { type ServerFacts, type ServerProcess, startServerProcess } from './server-process.ts';

export interface SoakOptions {
  readonly calls: number;
  readonly concurrency: number;
  /** One request in so many loses its connection. */
  readonly oneIn: number;
  readonly seed: number;
  readonly onProgress?: (settled: number) => void;
}

/** What became of one call. */
interface Outcome {
  readonly call: MixedCall;
  readonly wire: string;
  readonly error: EgoiError | undefined;
}

export interface SoakReport {
  readonly settled: number;
  /** How many of them over each wire. */
  readonly settledOver: Readonly<Record<string, number>>;
  /** Reads and idempotent calls, and how many of them failed. */
  readonly repeatable: number;
  readonly failedRepeatable: readonly string[];
  readonly writes: number;
  /** Writes of which the client cannot know whether they arrived, and says so. */
  readonly unknownWrites: number;
  readonly doubledWrites: readonly string[];
  /** Writes whose outcome, as the client tells it, is not what the account saw. */
  readonly wrongWrites: readonly string[];
  readonly counts: ServerFacts['counts'];
  readonly warm: Memory;
  readonly end: Memory;
}

const allWires = [
  ...wires,
  { name: 'v3', makeTransport: (base: string) => transportNamed('v3', { base }) },
];
const firstContacts = 500;
const warmUpShare = 0.2;

/** Makes mixed calls over every wire at once against a server that cuts connections. */
export async function runSoak(options: SoakOptions): Promise<SoakReport> {
  const server = await startServerProcess(options);
  const clients = await Promise.all(
    allWires.map(async ({ name, makeTransport }) => ({
      name,
      client: new EgoiClient({
        apiKey: sandboxApiKey,
        transport: await makeTransport(server.baseUrl),
        interceptors: [retry({ maxTries: 10, minDelayMs: 2, maxDelayMs: 50 })],
      }),
    })),
  );
  try {
    return await soak(options, server, clients);
  } finally {
    await Promise.all(clients.map(({ client }) => client.close()));
    await server.close();
  }
}

async function soak(
  { calls, concurrency, seed, onProgress }: SoakOptions,
  server: ServerProcess,
  clients: readonly { readonly name: string; readonly client: EgoiClient }[],
): Promise<SoakReport> {
  const random = seededRandom(seed + 1);
  const stage = await firstThatWorks(clients, (client) => setStage(client, firstContacts));
  const tally = new Tally();
  let next = 0;
  const worker = async (until: number) => {
    while (next < until) {
      const call = mixedCall(next, random, stage);
      const { name, client } = pickClient(clients, next, random);
      next += 1;
      tally.add({ call, wire: name, error: await attempt(client, call) });
      onProgress?.(tally.settled);
    }
  };
  const work = (until: number) =>
    Promise.all(Array.from({ length: concurrency }, () => worker(until)));
  await work(Math.floor(calls * warmUpShare));
  const warm = await measureMemory();
  await work(calls);
  const end = await measureMemory();
  const { arrivals, counts } = await server.facts();
  return { ...tally.judge(arrivals), counts, warm, end };
}

/** The stage is set by writes, which nobody repeats: an attempt that lost its connection makes another list. */
async function firstThatWorks<T>(
  clients: readonly { readonly client: EgoiClient }[],
  work: (client: EgoiClient) => Promise<T>,
): Promise<T> {
  let last: unknown;
  for (const { client } of clients) {
    try {
      return await work(client);
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

function pickClient<T>(clients: readonly T[], index: number, random: Random): T {
  // Each wire gets its share, in an order that differs from round to round.
  return clients[(index + random.below(clients.length)) % clients.length] as T;
}

async function attempt(client: EgoiClient, call: MixedCall): Promise<EgoiError | undefined> {
  try {
    await client.call(call.method, call.params);
    return undefined;
  } catch (error) {
    if (error instanceof EgoiError) return error;
    throw error;
  }
}

/** Keeps the outcomes that the end is judged by, and of the others their number. */
class Tally {
  settled = 0;
  readonly #settledOver: Record<string, number> = {};
  readonly #writes: (Pick<Outcome, 'error'> & { readonly mark: string })[] = [];
  readonly #failed: string[] = [];

  add({ call, wire, error }: Outcome): void {
    this.settled += 1;
    this.#settledOver[wire] = (this.#settledOver[wire] ?? 0) + 1;
    if (call.mark !== undefined) this.#writes.push({ mark: call.mark, error: error });
    else if (error !== undefined)
      this.#failed.push(`${call.method} over ${wire}: ${error.message}`);
  }

  judge(arrivals: ServerFacts['arrivals']) {
    const arrived = (mark: string) => arrivals[mark] ?? 0;
    const marks = this.#writes;
    const isWrong = ({ mark, error }: (typeof marks)[number]) =>
      error === undefined
        ? arrived(mark) !== 1
        : error.delivery === 'not_sent' && arrived(mark) > 0;
    return {
      settled: this.settled,
      settledOver: this.#settledOver,
      repeatable: this.settled - marks.length,
      failedRepeatable: this.#failed,
      writes: marks.length,
      unknownWrites: marks.filter(
        ({ error }) => error !== undefined && error.delivery !== 'not_sent',
      ).length,
      doubledWrites: Object.keys(arrivals).filter((mark) => arrived(mark) > 1),
      wrongWrites: marks.filter(isWrong).map(({ mark }) => mark),
    };
  }
}
