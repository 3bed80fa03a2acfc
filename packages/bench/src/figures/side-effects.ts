import { program } from '../bench.ts';
import type { Figure } from '../figure.ts';
import type { Goal } from '../statistics.ts';
import { type WireName, wireNames, wires } from '../wires.ts';
import { pageCount } from './pages.ts';

type SideEffect = 'longestPause' | 'peakAboveResult' | 'liveAboveResult';

function sideEffect(
  name: string,
  effect: SideEffect,
  wire: WireName,
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
      const file = await bench.fixtures.page(wire, count);
      return bench.withServer({ kind: 'bytes', file, wire }, async (port) => {
        const settings = { wire, url: `http://127.0.0.1:${port}/`, count };
        const start = program(effect, settings, ['--expose-gc']);
        // A peak is that of a whole process, so that each needs one of its own.
        if (effect !== 'longestPause') return bench.fresh(start);
        const [values = []] = await bench.inTurn([start]);
        return { values };
      });
    },
  };
}

function paginated(wire: WireName): Figure {
  return {
    name: `paginate 200000 contacts over ${wire}: whole process`,
    peer: 'none',
    unit: 'MiB',
    goal: { atMost: 100 },
    measure(bench) {
      const count = bench.scaled(200_000);
      return bench.withServer({ kind: 'gateway', over: 'sandbox', contacts: count }, (port) => {
        const url = `http://127.0.0.1:${port}${wires[wire].path}`;
        return bench.fresh(program('paginatePeak', { wire, url, count }, []));
      });
    },
  };
}

const pause: Goal = { atMost: 30 };
const peak: Goal = { atMost: 16 };

/** What a large answer does to the rest of the process. */
export const sideEffectFigures: readonly Figure[] = [
  sideEffect('longest pause', 'longestPause', 'soap', 'ms', pause),
  sideEffect('longest pause', 'longestPause', 'xmlrpc', 'ms', pause),
  sideEffect('peak above the result', 'peakAboveResult', 'soap', 'MiB', peak),
  sideEffect('peak above the result', 'peakAboveResult', 'xmlrpc', 'MiB', peak),
  ...wireNames.map(paginated),
  sideEffect('longest pause', 'longestPause', 'rest', 'ms'),
  sideEffect('peak above the result', 'peakAboveResult', 'rest', 'MiB'),
  sideEffect('alive above the result', 'liveAboveResult', 'soap', 'MiB'),
  sideEffect('alive above the result', 'liveAboveResult', 'xmlrpc', 'MiB'),
];
