import { program } from '../bench.ts';
import type { Figure } from '../figure.ts';
import { pageCount } from './pages.ts';

const fast = { atLeast: 5 } as const;

/** Large calls on their way to bytes. */
export const encoderFigures: readonly Figure[] = [
  {
    name: 'bulk encode over soap',
    peer: "soap's encoder",
    unit: '× as fast',
    goal: fast,
    async measure(bench) {
      const count = bench.scaled(pageCount);
      const wsdl = await bench.fixtures.wsdl();
      return bench.speed(
        program('ourEncoder', { wire: 'soap', count }),
        program('soapEncoder', { wire: 'soap', count, wsdl }),
      );
    },
  },
  {
    name: 'bulk encode over xmlrpc',
    peer: "xmlrpc's encoder",
    unit: '× as fast',
    goal: fast,
    measure(bench) {
      const settings = { wire: 'xmlrpc', count: bench.scaled(pageCount) } as const;
      return bench.speed(program('ourEncoder', settings), program('xmlrpcEncoder', settings));
    },
  },
  {
    name: 'bulk call with all checks over xmlrpc',
    peer: 'the encoder alone',
    unit: '× the time',
    measure(bench) {
      const settings = { wire: 'xmlrpc', count: bench.scaled(pageCount) } as const;
      return bench.cost(program('ourCheckedEncoder', settings), program('ourEncoder', settings));
    },
  },
];
