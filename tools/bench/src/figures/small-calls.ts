import { type Bench, program, type Start } from '../bench.ts';
import type { Figure } from '../figure.ts';
import type { SmallCallSettings } from '../programs/small-calls.ts';
import type { Goal } from '../statistics.ts';
import { type V2WireName, v2WireNames } from '../wires.ts';

interface Peer {
  readonly name: string;
  readonly goal: Goal;
  start(settings: SmallCallSettings, bench: Bench): Promise<Start>;
}

const axios: Peer = {
  name: 'bare axios',
  goal: { atLeast: 0.8 },
  start: async (settings) => program('axiosCalls', settings, []),
};

const soap: Peer = {
  name: "soap's client",
  goal: { atLeast: 1.2 },
  start: async (settings, bench) =>
    program('soapCalls', { ...settings, wsdl: await bench.fixtures.wsdl() }, []),
};

const xmlrpc: Peer = {
  name: "xmlrpc's client",
  goal: { atLeast: 1.2 },
  start: async (settings) => program('xmlrpcCalls', settings, []),
};

const peers: Readonly<Record<V2WireName, readonly Peer[]>> = {
  soap: [axios, soap],
  'soap-universal': [axios, soap],
  xmlrpc: [axios, xmlrpc],
  rest: [axios],
};

function smallCalls(wire: V2WireName, peer: Peer, concurrency: number): Figure {
  return {
    name: `${wire} small calls ${concurrency} at once beside ${peer.name}`,
    peer: peer.name,
    unit: '× as fast',
    goal: peer.goal,
    async measure(bench) {
      const calls = bench.scaled(1500);
      const file = await bench.fixtures.userData(wire);
      const port = await bench.served({ kind: 'bytes', file, wire });
      const settings = { wire, url: `http://127.0.0.1:${port}/`, concurrency, calls };
      return bench.speed(program('ourCalls', settings, []), await peer.start(settings, bench));
    },
  };
}

/** `getUserData`, one call after another and 32 at once. */
export const smallCallFigures: readonly Figure[] = v2WireNames.flatMap((wire) =>
  peers[wire].flatMap((peer) => [1, 32].map((at) => smallCalls(wire, peer, at))),
);
