import { type Bench, program } from '../bench.ts';
import type { Figure } from '../figure.ts';
import type { LineProcess } from '../line-process.ts';
import type { Measurement } from '../measurement.ts';
import { chromiumPath, type OpenPage, withOpenPage } from '../open-page.ts';
import type { Latencies } from '../programs/latencies.ts';
import { ratios, median } from '../statistics.ts';
import { wires } from '../wires.ts';

/** Calls of a run. */
const callCount = 10_000;
const rounds = 5;

/** What was measured of a sandbox, with its page open and without a page, in turn. */
interface Watched {
  readonly open: Latencies[];
  readonly without: Latencies[];
  /** Bytes after each run with the page open, the one that warms up first. */
  readonly serverMemory: number[];
  readonly pageMemory: number[];
}

const measured = new WeakMap<Bench, Promise<Watched | string>>();

/** Measured once for all figures. */
function watchedIn(bench: Bench): Promise<Watched | string> {
  const known = measured.get(bench) ?? measureWatched(bench);
  measured.set(bench, known);
  return known;
}

async function measureWatched(bench: Bench): Promise<Watched | string> {
  const chromium = chromiumPath();
  if (chromium === undefined) return 'no Chromium here';
  return bench.withServer({ kind: 'gateway', over: 'sandbox', contacts: 0 }, (barePort) =>
    bench.withServer({ kind: 'page' }, async (port, server) => {
      const calls = bench.scaled(callCount);
      const settings = { wire: 'rest', path: wires.rest.path, calls } as const;
      const open = await program('latencies', { ...settings, port }, [])();
      const without = await program('latencies', { ...settings, port: barePort }, [])();
      const url = `http://127.0.0.1:${port}/_sandbox/calls`;
      const isLive = "document.getElementById('live')?.textContent === 'live'";
      try {
        // Before anybody looks: what the engine learns in the first calls is no matter of the page.
        for (const process of [open, without]) await process.ask('run');
        return await withOpenPage(chromium, url, isLive, (page) =>
          inTurn(open, without, server, page),
        );
      } finally {
        await open.stop();
        await without.stop();
      }
    }),
  );
}

async function inTurn(
  open: LineProcess,
  without: LineProcess,
  server: LineProcess,
  page: OpenPage,
): Promise<Watched> {
  const watched: Watched = { open: [], without: [], serverMemory: [], pageMemory: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const latencies = [await latenciesOf(open), await latenciesOf(without)] as const;
    watched.serverMemory.push(Number(await server.ask('memory')));
    watched.pageMemory.push(await page.memory());
    if (round === 0) continue;
    watched.open.push(latencies[0]);
    watched.without.push(latencies[1]);
  }
  return watched;
}

async function latenciesOf(process: LineProcess): Promise<Latencies> {
  return JSON.parse(await process.ask('run')) as Latencies;
}

function latency(name: string, of: (latencies: Latencies) => number): Figure {
  return {
    name: `sandbox with its page open: ${name}`,
    peer: 'the same without a page',
    unit: '× the time',
    goal: { atMost: 1.1 },
    async measure(bench) {
      const watched = await watchedIn(bench);
      if (typeof watched === 'string') return watched;
      const [ours, peer] = [watched.open.map(of), watched.without.map(of)];
      return {
        values: ratios(ours, peer),
        times: { ours: median(ours), peer: median(peer) },
      };
    },
  };
}

function growth(
  name: string,
  of: (watched: Watched) => readonly number[],
  goal: Figure['goal'],
): Figure {
  return {
    name: `sandbox with its page open: ${name} after further ${rounds * callCount} calls`,
    peer: `the same after the first ${callCount}`,
    unit: '× as large',
    ...(goal === undefined ? {} : { goal }),
    async measure(bench): Promise<Measurement | string> {
      const watched = await watchedIn(bench);
      if (typeof watched === 'string') return watched;
      const [first = Number.NaN, ...others] = of(watched);
      return { values: others.slice(-3).map((bytes) => bytes / first) };
    },
  };
}

/** What it costs a sandbox that somebody looks at its calls. */
export const openPageFigures: readonly Figure[] = [
  latency('median of a call', ({ median: of }) => of),
  latency('99th percentile of a call', ({ p99 }) => p99),
  growth('memory of the page', ({ pageMemory }) => pageMemory, { atMost: 1.2 }),
  growth('memory of the server', ({ serverMemory }) => serverMemory, { atMost: 1.2 }),
];
