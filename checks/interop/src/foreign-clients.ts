import type { Transport, WireValue } from '@egoi-client/core';
import { createGateway, type GatewayUrls } from '@egoi-client/gateway';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { interopAccount, refusalReason, refusedMethod } from './account.ts';
import { lastLines, runProgram } from './child-process.ts';
import { expectedOutcome, type ScriptOutcome } from './legacy-script.ts';
import { firstDifference, lose, type Losses } from './losses.ts';
import { meet, type Peer } from './meet.ts';
import type { PeerOutcome } from './outcome.ts';
import { type FoundProgram, programs, scriptPath } from './programs.ts';

/** A legacy script and the wire that it speaks. */
export interface ForeignClient extends Peer {
  readonly script: string;
  readonly wire: keyof GatewayUrls;
  /** Follows the address of the endpoint. */
  readonly query?: string;
  readonly args?: readonly string[];
  /** What the script calls for a method that is not there; with a WSDL, one of it that the account refuses. */
  readonly unknownMethod?: string;
  readonly losses: Losses;
}

const withWsdl = { query: '?wsdl', unknownMethod: refusedMethod } as const;
const rest = { scalarsAreText: true, nothingIsEmpty: true } as const satisfies Losses;

const documentPages = {
  soap: 'soap.php',
  'soap-universal': 'soap_any.php',
  xmlrpc: 'xmlrpc.php',
} as const;

const phpWays = {
  GET: "PHP's curl, rest.php, GET",
  POST: "PHP's curl, rest.php, POST",
  ARRAY: "PHP's curl with an array, rest.php, multipart",
  STREAM: "PHP's file_get_contents, rest.php, POST",
} as const;

/** Every client that is tried. */
export const foreignClients: readonly ForeignClient[] = [
  {
    name: "PHP's SoapClient, soap.php?wsdl",
    program: programs.php,
    script: 'soap-client.php',
    wire: 'soap',
    ...withWsdl,
    losses: {},
  },
  {
    name: "PHP's SoapClient, soap_any.php?wsdl",
    program: programs.php,
    script: 'soap-client.php',
    wire: 'soap-universal',
    ...withWsdl,
    losses: {},
  },
  {
    name: "PHP's SoapClient, soap_any.php without the WSDL",
    program: programs.php,
    script: 'soap-client.php',
    wire: 'soap-universal',
    unknownMethod: refusedMethod,
    losses: {},
  },
  ...(['soap', 'soap-universal'] as const).map((wire) => ({
    name: `PHP's SoapClient in SOAP 1.2, ${documentPages[wire]}?wsdl`,
    program: programs.php,
    script: 'soap-client.php',
    wire,
    ...withWsdl,
    args: ['1.2'],
    losses: {},
  })),
  {
    name: "PHP's SoapClient in SOAP 1.2, soap_any.php without the WSDL",
    program: programs.php,
    script: 'soap-client.php',
    wire: 'soap-universal',
    unknownMethod: refusedMethod,
    args: ['1.2'],
    losses: {},
  },
  {
    name: "Perl's SOAP::Lite, soap_any.php",
    program: programs.soapLite,
    script: 'soap-lite.pl',
    wire: 'soap-universal',
    losses: { scalarsAreText: true },
  },
  {
    name: "Python's zeep, soap_any.php?wsdl",
    program: programs.zeep,
    script: 'zeep-client.py',
    wire: 'soap-universal',
    ...withWsdl,
    losses: {},
  },
  {
    name: "Python's zeep in SOAP 1.2, soap_any.php?wsdl",
    program: programs.zeep,
    script: 'zeep-client.py',
    wire: 'soap-universal',
    ...withWsdl,
    args: ['1.2'],
    losses: {},
  },
  {
    name: 'Apache Axis, soap_any.php',
    program: programs.axis,
    script: 'AxisClient.java',
    wire: 'soap-universal',
    losses: {},
  },
  {
    name: 'npm soap, soap_any.php?wsdl',
    program: programs.npmSoap,
    script: 'soap-client.mjs',
    wire: 'soap-universal',
    ...withWsdl,
    losses: { textsAreTrimmed: true },
  },
  {
    name: "Python's xmlrpc.client, xmlrpc.php",
    program: programs.python,
    script: 'xmlrpc-client.py',
    wire: 'xmlrpc',
    losses: {},
  },
  {
    name: "Perl's RPC::XML, xmlrpc.php",
    program: programs.rpcXml,
    script: 'rpc-xml.pl',
    wire: 'xmlrpc',
    losses: { scalarsAreText: true },
  },
  {
    name: "Ruby's xmlrpc, xmlrpc.php",
    program: programs.ruby,
    script: 'xmlrpc-client.rb',
    wire: 'xmlrpc',
    losses: {},
  },
  {
    name: 'npm xmlrpc, xmlrpc.php',
    program: programs.npmXmlrpc,
    script: 'xmlrpc-client.mjs',
    wire: 'xmlrpc',
    losses: {},
  },
  {
    name: "Python's xmlrpc.client with system.multicall, xmlrpc.php",
    program: programs.python,
    script: 'xmlrpc-multicall.py',
    wire: 'xmlrpc',
    losses: {},
  },
  ...(['soap', 'soap-universal', 'xmlrpc'] as const).map((wire) => ({
    name: `curl with a document from a file, ${documentPages[wire]}`,
    program: programs.pythonWithCurl,
    script: 'xml-by-curl.py',
    wire,
    losses: {},
  })),
  ...(['GET', 'POST', 'ARRAY', 'STREAM'] as const).flatMap((how) => [
    {
      name: `${phpWays[how]}, JSON`,
      program: programs.php,
      script: 'rest-curl.php',
      args: [how, 'json'],
      wire: 'rest' as const,
      losses: { ...rest, textsAreTrimmed: true as const },
    },
    {
      name: `${phpWays[how]}, XML`,
      program: programs.php,
      script: 'rest-curl.php',
      args: [how, 'xml'],
      wire: 'rest' as const,
      losses: rest,
    },
  ]),
  {
    name: "Python's urllib with a form as it is, as the maker's wrapper sends it, rest.php, JSON",
    program: programs.python,
    script: 'rest-raw.py',
    wire: 'rest',
    losses: { ...rest, textsAreTrimmed: true },
  },
];

/** Runs one legacy script against an account of its own. */
export async function tryForeignClient(client: ForeignClient): Promise<PeerOutcome> {
  return meet(client, runScript);
}

async function runScript(client: ForeignClient, program: FoundProgram): Promise<string[]> {
  const got = await runAgainst(client, program, interopAccount());
  const expected = { ...(await expectedOutcome()), unknown: faultFor(client) };
  return differences(expected, got, client.losses);
}

/**
 * Runs a legacy script against a gateway, and closes what answers behind it.
 *
 * @throws Error for a script that fails
 */
export async function runAgainst(
  client: ForeignClient,
  program: FoundProgram,
  behind: Transport,
): Promise<ScriptOutcome> {
  const server = await createGateway(behind).listen();
  try {
    return await runAt(client, program, server.urls[client.wire]);
  } finally {
    await server.close();
    await behind.close?.();
  }
}

/**
 * Runs a legacy script.
 *
 * @param address of its wire
 * @throws Error for a script that fails
 */
export async function runAt(
  { script, query = '', args = [] }: ForeignClient,
  program: FoundProgram,
  address: string,
): Promise<ScriptOutcome> {
  const command = program.command([scriptPath('clients', script), address + query, ...args], {
    EGOI_API_KEY: sandboxApiKey,
  });
  const { ok, stdout, stderr } = await runProgram(command, 120_000);
  if (!ok) throw new Error(`the script failed: ${lastLines(stderr)}`);
  return JSON.parse(stdout) as ScriptOutcome;
}

function differences(expected: ScriptOutcome, got: ScriptOutcome, losses: Losses): string[] {
  return Object.entries(expected).flatMap(([step, value]) => {
    const came = got[step];
    if (came === undefined) return [`${step} is missing`];
    return firstDifference(lose(value, losses), lose(came, losses), step) ?? [];
  });
}

/** What each protocol says of a method that is not there, or that the account refuses, as the scripts print it. */
function faultFor({ wire, unknownMethod = 'noSuchMethod' }: ForeignClient): WireValue {
  switch (wire) {
    case 'xmlrpc':
      return { fault: `Method "${unknownMethod}" does not exist`, code: 620 };
    case 'rest':
      return { fault: `Unknown Method '${unknownMethod}'.` };
    default:
      return {
        fault:
          unknownMethod === refusedMethod
            ? refusalReason
            : `Function '${unknownMethod}' doesn't exist`,
      };
  }
}
