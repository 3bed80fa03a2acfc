import { type Bench, program, type Start } from '../bench.ts';
import type { Figure } from '../figure.ts';
import type { ServerKind } from '../server.ts';
import { type V2WireName, v2WireNames, wires } from '../wires.ts';

const constant: ServerKind = { kind: 'gateway', over: 'constant' };
const sandbox: ServerKind = { kind: 'gateway', over: 'sandbox', contacts: 0 };

function throughput(
  wire: V2WireName,
  connections: number,
  gateway: ServerKind,
  goal?: Figure['goal'],
): Figure {
  const over = gateway === constant ? 'a transport that is ready' : 'the sandbox';
  return {
    name: `gateway over ${over}: ${wire} on ${connections} connections`,
    peer: 'node:http answering the same bytes',
    unit: '× as fast',
    ...(goal === undefined ? {} : { goal }),
    async measure(bench) {
      const file = await bench.fixtures.userData(wire);
      return bench.withServer(gateway, (ours) =>
        bench.withServer({ kind: 'bytes', file, wire }, (peer) =>
          bench.speed(loadOn(bench, ours), loadOn(bench, peer)),
        ),
      );
    },
  };

  function loadOn(bench: Bench, port: number): Start {
    const calls = bench.scaled(4000);
    return program('load', { wire, port, path: wires[wire].path, connections, calls }, []);
  }
}

/** The gateway as a server, under load from another process. */
export const gatewayFigures: readonly Figure[] = [
  ...v2WireNames.map((wire) => throughput(wire, 32, constant, { atLeast: 0.5 })),
  ...v2WireNames.map((wire) => throughput(wire, 1, constant)),
  ...v2WireNames.map((wire) => throughput(wire, 32, sandbox)),
];
