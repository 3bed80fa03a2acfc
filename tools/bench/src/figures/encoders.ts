import { program } from '../bench.ts';
import type { Figure } from '../figure.ts';
import type { SoapInput } from '../programs/encoders.ts';
import type { Goal } from '../statistics.ts';
import { pageCount } from './pages.ts';

const fast = { atLeast: 5 } as const;

/** The encoder beside that of `soap`, which writes no types unless each value is given with its own. */
function besideSoap(name: string, peer: string, input: SoapInput, goal?: Goal): Figure {
  return {
    name,
    peer,
    unit: '× as fast',
    ...(goal === undefined ? {} : { goal }),
    async measure(bench) {
      const count = bench.scaled(pageCount);
      const wsdl = await bench.fixtures.wsdl();
      return bench.speed(
        program('ourEncoder', { wire: 'soap', count }),
        program('soapEncoder', { wire: 'soap', count, wsdl, input }),
      );
    },
  };
}

/** Large calls on their way to bytes. */
export const encoderFigures: readonly Figure[] = [
  besideSoap('bulk encode over soap', "soap's encoder, the same document", 'typed', fast),
  besideSoap(
    'bulk encode over soap beside untyped elements',
    "soap's encoder, a third of the bytes without types",
    'untyped',
  ),
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
