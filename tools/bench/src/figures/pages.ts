import { type Bench, canRun, foreign, mostContacts, program, type Start } from '../bench.ts';
import { peerFile } from '../entry.ts';
import type { Figure } from '../figure.ts';
import { callsOf } from '../report/page.ts';
import type { Goal } from '../statistics.ts';
import type { V2WireName } from '../wires.ts';

/** The page that the goals are about. */
export const pageCount = 20_000;

interface Peer {
  readonly name: string;
  /** What it needs on this machine; `undefined` when that is there. */
  lack?(): Promise<string | undefined>;
  start(page: ServedPage): Promise<Start>;
}

interface ServedPage {
  readonly bench: Bench;
  readonly wire: V2WireName;
  readonly file: string;
  readonly url: string;
  readonly count: number;
  readonly calls: number;
}

const soapClient: Peer = {
  name: "soap's client",
  start: async ({ bench, url, count, calls }) =>
    program('soapPage', { url, count, calls, wsdl: await bench.fixtures.wsdl() }, flagsFor(count)),
};

const xmlrpcClient: Peer = {
  name: "xmlrpc's client",
  start: async ({ url, count, calls }) =>
    program('xmlrpcPage', { url, count, calls }, flagsFor(count)),
};

const php: Peer = {
  name: "PHP's SoapClient",
  lack: async () =>
    (await canRun('php', ['-r', 'exit(extension_loaded("soap") ? 0 : 1);']))
      ? undefined
      : 'php with the extension soap is not installed',
  start: async ({ bench, url, calls }) =>
    foreign('php', [peerFile('soap-client.php'), await bench.fixtures.wsdl(), url, String(calls)]),
};

const python: Peer = {
  name: "Python's xmlrpc.client",
  lack: async () =>
    (await canRun('python3', ['-c', 'import xmlrpc.client']))
      ? undefined
      : 'python3 is not installed',
  start: async ({ url, calls }) =>
    foreign('python3', [peerFile('xmlrpc_client.py'), url, String(calls)]),
};

const bareAxios: Peer = {
  name: 'axios + JSON.parse',
  start: async ({ url, count, calls }) =>
    program('axiosJsonPage', { url, count, calls }, flagsFor(count)),
};

const saxesAlone: Peer = {
  name: 'saxes alone over text in memory',
  start: async ({ file, calls }) => program('tokenizer', { file, calls }),
};

const jsonAlone: Peer = {
  name: 'JSON.parse alone over text in memory',
  start: async ({ file, calls }) => program('jsonParse', { file, calls }),
};

/** The whole call of a page beside a peer: how many times as fast, or how many times as long. */
function page(
  wire: V2WireName,
  peer: Peer,
  goal: Goal | undefined,
  measure: 'speed' | 'cost' = 'speed',
  count = pageCount,
): Figure {
  return {
    name: `${wire} page of ${count} beside ${peer.name}`,
    peer: peer.name,
    unit: measure === 'speed' ? '× as fast' : '× the time',
    ...(goal === undefined ? {} : { goal }),
    async measure(bench) {
      const lack = await peer.lack?.();
      if (lack !== undefined) return lack;
      const scaled = bench.scaled(count);
      return withPage(bench, wire, scaled, async (served) =>
        bench[measure](ourPage(served, flagsFor(scaled)), await peer.start(served)),
      );
    },
  };
}

/** Works with a page that a server in a process of its own holds ready. */
export async function withPage<T>(
  bench: Bench,
  wire: V2WireName,
  count: number,
  work: (page: ServedPage) => Promise<T>,
): Promise<T> {
  const file = await bench.fixtures.page(wire, count);
  const calls = callsOf(count);
  const port = await bench.served({ kind: 'bytes', file, wire });
  return work({ bench, wire, file, url: `http://127.0.0.1:${port}/`, count, calls });
}

function ourPage({ wire, url, count, calls }: ServedPage, flags?: readonly string[]): Start {
  return program('ourPage', { wire, url, count, calls }, flags);
}

/** Collecting garbage by force between runs is for large answers only; see `program`. */
function flagsFor(count: number): readonly string[] | undefined {
  return count > 1000 ? undefined : [];
}

/** Time a contact of a large page beside that of a usual one: growth that is not in proportion shows. */
function flat(wire: V2WireName): Figure {
  const [small, large] = [1000, mostContacts];
  return {
    name: `${wire} cost per contact from ${small} to ${large}`,
    peer: `the same with ${small} contacts`,
    unit: '× the time',
    goal: { atMost: 1.15 },
    measure: (bench) =>
      withPage(bench, wire, bench.scaled(small), (usual) =>
        withPage(bench, wire, bench.scaled(large), async (huge) => {
          // The same number of contacts in each run.
          const calls = Math.round(huge.count / usual.count);
          return bench.cost(ourPage({ ...huge, calls: 1 }), ourPage({ ...usual, calls }));
        }),
      ),
  };
}

const npmClients: readonly (readonly [V2WireName, Peer])[] = [
  ['soap', soapClient],
  ['soap-universal', soapClient],
  ['xmlrpc', xmlrpcClient],
  ['rest', bareAxios],
];

/** Whole calls of pages, by wire and peer. */
export const pageFigures: readonly Figure[] = [
  page('soap', soapClient, { atLeast: 10 }),
  page('soap', php, { atLeast: 2 }),
  page('soap-universal', soapClient, { atLeast: 10 }),
  page('soap-universal', php, { atLeast: 2 }),
  page('xmlrpc', xmlrpcClient, { atLeast: 10 }),
  page('xmlrpc', python, { atLeast: 4 }),
  page('rest', bareAxios, { atMost: 1.5 }, 'cost'),
  flat('soap'),
  flat('soap-universal'),
  flat('xmlrpc'),
  flat('rest'),
  page('soap', saxesAlone, undefined),
  page('xmlrpc', saxesAlone, undefined),
  page('rest', jsonAlone, undefined, 'cost'),
  ...npmClients.flatMap(([wire, peer]) =>
    [1, 100, 1000].map((count) => page(wire, peer, undefined, 'speed', count)),
  ),
];
