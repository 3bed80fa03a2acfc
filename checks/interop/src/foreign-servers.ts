import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EgoiClient, EgoiInputError, type Transport } from '@egoi-client/core';
import { restTransport } from '@egoi-client/transport-rest';
import { type BundledService, bundledWsdl, soapTransport } from '@egoi-client/transport-soap';
import { soapUniversalTransport } from '@egoi-client/transport-soap-universal';
import { xmlrpcTransport } from '@egoi-client/transport-xmlrpc';
import { startServer } from './child-process.ts';
import type { Losses } from './losses.ts';
import { meet, type Peer } from './meet.ts';
import type { PeerOutcome } from './outcome.ts';
import { type FoundProgram, programs, scriptPath } from './programs.ts';
import { describe, errorOf, importOf, tryImport, tryServer } from './server-cases.ts';

/** A server in another language and the transport that calls it. */
interface ForeignServer extends Peer {
  readonly args: readonly string[];
  /** The WSDL that the server reads from a file, where it needs one. */
  readonly wsdl?: BundledService;
  readonly makeTransport: (endpoint: string) => Transport;
  readonly losses: Losses;
  /** What is tried of this server alone. */
  readonly tryMore?: (endpoint: string) => Promise<string[]>;
}

/** Nothing of PHP's own is on the page. The limit of form fields is the default. */
const phpServer = (script: string) => [
  '-d',
  'display_errors=0',
  '-d',
  'display_startup_errors=0',
  '-S',
  '127.0.0.1:0',
  scriptPath('servers', script),
];

/** Perl tells no number from its digits. */
const perl = { scalarsAreText: true } as const satisfies Losses;
const rest = {
  scalarsAreText: true,
  nothingIsEmpty: true,
  emptyMembersAreDropped: true,
} as const satisfies Losses;

/** Every server that is tried. */
export const foreignServers: readonly ForeignServer[] = [
  {
    name: "PHP's SoapServer with the WSDL of soap.php",
    program: programs.php,
    args: phpServer('soap-server.php'),
    wsdl: 'soap',
    makeTransport: (endpoint) => soapTransport({ endpoint, wsdl: wsdlWithAnswers('soap') }),
    losses: {},
  },
  {
    name: "PHP's SoapServer with the WSDL of soap_any.php",
    program: programs.php,
    args: phpServer('soap-server.php'),
    wsdl: 'soap_any',
    makeTransport: (endpoint) => soapUniversalTransport({ endpoint }),
    losses: {},
  },
  {
    name: "SOAP::Lite's daemon, universal SOAP",
    program: programs.soapLite,
    args: [scriptPath('servers', 'soap-lite-server.pl')],
    makeTransport: (endpoint) => soapUniversalTransport({ endpoint }),
    losses: perl,
  },
  {
    name: "Python's xmlrpc.server",
    program: programs.python,
    args: [scriptPath('servers', 'xmlrpc-server.py')],
    makeTransport: (endpoint) => xmlrpcTransport({ endpoint }),
    losses: {},
  },
  {
    name: 'the server of npm xmlrpc',
    program: programs.npmXmlrpc,
    args: [scriptPath('servers', 'xmlrpc-server.mjs')],
    makeTransport: (endpoint) => xmlrpcTransport({ endpoint }),
    losses: {},
  },
  {
    name: 'a REST page of PHP, JSON',
    program: programs.php,
    args: phpServer('rest-server.php'),
    makeTransport: (endpoint) => restTransport({ endpoint }),
    losses: { ...rest, textsAreTrimmed: true },
    tryMore: tryInputLimit,
  },
  {
    name: 'a REST page of PHP, XML',
    program: programs.php,
    args: phpServer('rest-server.php'),
    makeTransport: (endpoint) => restTransport({ endpoint, format: 'xml' }),
    losses: rest,
  },
];

/** Starts one server and calls it. */
export async function tryForeignServer(server: ForeignServer): Promise<PeerOutcome> {
  return meet(server, callServer);
}

async function callServer(server: ForeignServer, program: FoundProgram): Promise<string[]> {
  const { args, wsdl, makeTransport, losses, tryMore } = server;
  const folder = await mkdtemp(join(tmpdir(), 'interop-'));
  try {
    const env: Record<string, string> = {};
    if (wsdl !== undefined) {
      env['INTEROP_WSDL'] = join(folder, 'service.wsdl');
      await writeFile(env['INTEROP_WSDL'], wsdlWithAnswers(wsdl));
    }
    const started = await startServer(program.command(args, env), 30_000);
    try {
      const problems = await withClient(makeTransport(started.address), (client) =>
        tryServer(client, losses),
      );
      return [...problems, ...((await tryMore?.(started.address)) ?? [])];
    } finally {
      await started.stop();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function withClient<T>(
  transport: Transport,
  use: (client: EgoiClient) => Promise<T>,
): Promise<T> {
  const client = new EgoiClient({ apiKey: 'k'.repeat(40), transport, timeoutMs: 60_000 });
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

/**
 * The bundled WSDL with one operation under a name that the catalogue does not have, so that its
 * results come as the wire brought them.
 */
function wsdlWithAnswers(service: BundledService): string {
  return bundledWsdl(service).replaceAll('getHeaderFooterTemplates', 'answerWith');
}

/** `type`, `method`, the key, `listID`, `compareField`, `operation`, and two fields a row: 1,000. */
const fittingRows = 497;

/**
 * PHP reads 1,000 form fields and drops the rest in silence: an import of exactly that many arrives
 * whole, a longer one is refused before it is sent, and is cut where nobody refuses it.
 */
async function tryInputLimit(endpoint: string): Promise<string[]> {
  const problems = await withClient(restTransport({ endpoint }), async (client) => {
    const whole = await tryImport(client, fittingRows);
    const refusal = await errorOf(client.call('addSubscriberBulk', importOf(fittingRows + 1)));
    const saysHowMany =
      refusal instanceof EgoiInputError &&
      refusal.delivery === 'not_sent' &&
      refusal.message.includes(`the first ${fittingRows} of these ${fittingRows + 1} rows fit`);
    return saysHowMany ? whole : [...whole, `limit: not refused but ${describe(refusal)}`];
  });
  const careless = restTransport({ endpoint, maxFormFields: 2000 });
  // Two rows more, because PHP takes one field beyond its limit before it stops.
  const cut = await withClient(careless, (client) => tryImport(client, fittingRows + 2));
  if (cut.length > 0) return problems;
  return [...problems, 'limit: the server read more fields than the transport takes it to read'];
}
