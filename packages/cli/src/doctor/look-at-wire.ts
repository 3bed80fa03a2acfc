import {
  EgoiApiError,
  EgoiClient,
  EgoiConnectionError,
  EgoiError,
  EgoiHttpError,
} from '@egoi-client/core';
import { resolveOptions } from '@egoi-client/core/wire';
import { createHttpClient, httpOptions } from '@egoi-client/http';
import { transportNamed, type V2WireName } from '@egoi-client/transports';
import { serviceAddress } from '../connection/wires.ts';
import type { WireFinding } from './finding.ts';

/** How the doctor reaches the wires. */
export interface Reach {
  readonly apiKey: string;
  readonly ca: string | undefined;
  readonly proxy: string | undefined;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** The method that the doctor calls: it reads, takes nothing and says who the key belongs to. */
const askedMethod = 'getUserData';

/** Makes one call over one wire and reads its WSDL, where it has one. Never rejects. */
export async function lookAtWire(
  wire: V2WireName,
  address: string,
  reach: Reach,
): Promise<WireFinding> {
  const [call, wsdl] = await Promise.all([
    askOver(wire, address, reach),
    wire.startsWith('soap') ? readWsdl(address, reach) : undefined,
  ]);
  return {
    wire,
    address,
    answer: call.answer,
    durationMs: call.durationMs,
    hasWsdl: wsdl === undefined ? undefined : wsdl.problem === undefined,
    // Whoever cannot connect cannot read a WSDL either.
    problems: [call.problem, call.isCutOff ? undefined : wsdl?.problem].filter(
      (problem) => problem !== undefined,
    ),
  };
}

interface Asked {
  readonly answer: WireFinding['answer'];
  readonly durationMs: number;
  readonly problem?: string;
  /** Whether there was no connection at all. */
  readonly isCutOff: boolean;
}

async function askOver(wire: V2WireName, address: string, reach: Reach): Promise<Asked> {
  const { apiKey, ca, proxy, timeoutMs, signal } = reach;
  const transport = await transportNamed(wire, { endpoint: address, ca, proxy, timeoutMs });
  const client = new EgoiClient({ apiKey, transport, timeoutMs });
  const startedMs = performance.now();
  const durationMs = () => Math.round(performance.now() - startedMs);
  try {
    const result = await client.call(askedMethod, {}, { signal });
    return { answer: { result }, durationMs: durationMs(), isCutOff: false };
  } catch (error) {
    if (error instanceof EgoiApiError) {
      return { answer: { code: error.wireCode }, durationMs: durationMs(), isCutOff: false };
    }
    const isCutOff = error instanceof EgoiConnectionError;
    const problem = problemOf(error, address);
    return { answer: undefined, durationMs: durationMs(), problem, isCutOff };
  } finally {
    await client.close();
  }
}

async function readWsdl(
  address: string,
  { ca, proxy, timeoutMs, signal }: Reach,
): Promise<{ readonly problem?: string }> {
  const given = { timeoutMs, ...(ca === undefined ? {} : { ca }) };
  const options = proxy === undefined ? given : { ...given, proxy };
  const http = createHttpClient(resolveOptions('doctor', httpOptions, options));
  const url = `${address}?wsdl`;
  try {
    const { status, text } = await http.send({
      url,
      method: 'GET',
      headers: {},
      signal,
      context: {},
    });
    if (status === 200 && text.includes(`"${askedMethod}"`) && /<(\w+:)?definitions\b/.test(text)) {
      return {};
    }
    return { problem: `what ${url} answers (status ${status}) is no WSDL of the service` };
  } catch (error) {
    return { problem: `the WSDL cannot be read: ${messageOf(error)}` };
  } finally {
    await http.close();
  }
}

function problemOf(error: unknown, address: string): string {
  return `${messageOf(error)}${adviceOn(error, address)}`;
}

/** Without what only one of the wires says, so that what is wrong with all of them is said once. */
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^the WSDL could not be read: /, '');
}

function adviceOn(error: unknown, address: string): string {
  if (!(error instanceof EgoiError)) return '';
  // The transport's own words say what to do, and the handshake has been looked at.
  if (error.message.includes('certificate')) return '; that is --ca here';
  if (error instanceof EgoiConnectionError && address.startsWith(serviceAddress)) {
    return '; try another network or --proxy. E-goi announced the end of v2 for 2 December 2025: the service may be gone';
  }
  if (error instanceof EgoiConnectionError) {
    return '; is the server running, and are name and port of --endpoint right?';
  }
  if (error instanceof EgoiHttpError) {
    return '; something else answers at this address: look at the path, and at proxies on the way';
  }
  if (error.kind === 'timeout') return '; a firewall on the way, or give it longer with --timeout';
  return '; the server speaks another protocol at this address than its path says';
}
