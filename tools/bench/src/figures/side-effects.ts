import { mostContacts, program } from '../bench.ts';
import type { Figure } from '../figure.ts';
import type { Goal } from '../statistics.ts';
import { type V2WireName, v2WireNames, wires } from '../wires.ts';
import { pageCount, withPage } from './pages.ts';

type SideEffect = 'longestPause' | 'liveAboveResult';

function sideEffect(
  name: string,
  effect: SideEffect,
  wire: V2WireName,
  unit: string,
  goal?: Goal,
): Figure {
  return {
    name: `${name} over ${wire}`,
    peer: 'none',
    unit,
    ...(goal === undefined ? {} : { goal }),
    async measure(bench) {
      const count = bench.scaled(pageCount);
      return withPage(bench, wire, count, async ({ url }) => {
        const start = program(effect, { wire, url, count }, ['--expose-gc']);
        if (effect === 'liveAboveResult') return bench.fresh(start);
        const [values = []] = await bench.inTurn([start]);
        return { values };
      });
    },
  };
}

/** How many pages a process at work has read before. */
const pagesBefore = 20;
const usualCount = 1000;

/** The most memory for a page above what the page itself takes. */
function peakAbove(wire: V2WireName, calls: number, goal?: Goal): Figure {
  const when = calls > 0 ? '' : ' in the first call of a process';
  return {
    name: `peak above the result over ${wire}${when}`,
    peer: 'none',
    unit: 'MB',
    ...(goal === undefined ? {} : { goal }),
    async measure(bench) {
      const [usual, count] = [bench.scaled(usualCount), bench.scaled(pageCount)];
      return withPage(bench, wire, usual, (before) =>
        withPage(bench, wire, count, ({ url }) => {
          const settings = { wire, url, count, before: { url: before.url, count: usual, calls } };
          // A peak is that of a whole process, so that each needs one of its own.
          return bench.fresh(program('peakAboveResult', settings, ['--expose-gc']));
        }),
      );
    },
  };
}

/** Makes Node keep 2 MB for what is new in place of 32. */
const smallYoungGeneration = '--max-semi-space-size=1';

function paginated(wire: V2WireName, flags: readonly string[] = []): Figure {
  const started = flags.length === 0 ? '' : ` with ${flags.join(' ')}`;
  return {
    name: `paginate 200000 contacts over ${wire}: whole process${started}`,
    peer: 'none',
    unit: 'MB',
    goal: { atMost: 100 },
    async measure(bench) {
      const count = bench.scaled(mostContacts);
      const port = await bench.served({ kind: 'gateway', over: 'sandbox', contacts: count });
      const url = `http://127.0.0.1:${port}${wires[wire].path}`;
      return bench.fresh(program('paginatePeak', { wire, url, count }, flags));
    },
  };
}

const pause: Goal = { atMost: 30 };
const peak: Goal = { atMost: 16 };

/** What a large answer does to the rest of the process. */
export const sideEffectFigures: readonly Figure[] = [
  sideEffect('longest pause', 'longestPause', 'soap', 'ms', pause),
  sideEffect('longest pause', 'longestPause', 'xmlrpc', 'ms', pause),
  peakAbove('soap', pagesBefore, peak),
  peakAbove('xmlrpc', pagesBefore, peak),
  ...v2WireNames.map((wire) => paginated(wire)),
  paginated('soap', [smallYoungGeneration]),
  paginated('xmlrpc', [smallYoungGeneration]),
  sideEffect('longest pause', 'longestPause', 'rest', 'ms'),
  peakAbove('rest', pagesBefore),
  peakAbove('soap', 0),
  peakAbove('xmlrpc', 0),
  sideEffect('alive above the result', 'liveAboveResult', 'soap', 'MB'),
  sideEffect('alive above the result', 'liveAboveResult', 'xmlrpc', 'MB'),
];
