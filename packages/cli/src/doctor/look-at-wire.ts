import {
  EgoiApiError,
  EgoiClient,
  EgoiConnectionError,
  EgoiError,
  EgoiHttpError,
  type Interceptor,
} from '@egoi-client/core';
import { resolveOptions } from '@egoi-client/core/wire';
import { createHttpClient, httpOptions } from '@egoi-client/http';
import { transportNamed, type WireName } from '@egoi-client/transports';
import { looksEnded } from '../connection/end-of-v2.ts';
import type { WireFinding } from './finding.ts';

/** How the doctor reaches the wires. */
export interface Reach {
  readonly apiKey: string;
  readonly ca: string | undefined;
  readonly proxy: string | undefined;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Steps around each call. */
  readonly interceptors: readonly Interceptor[];
}

/** The method that the doctor calls: it reads, takes nothing, and is answered exactly by API v3, in one request. */
const askedMethod = 'getCredits';

/** Makes one call over one wire and reads its WSDL, where it has one. Never rejects. */
export async function lookAtWire(
  wire: WireName,
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
    isAbsent: call.isAbsent,
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
  readonly isAbsent: boolean;
}

async function askOver(wire: WireName, address: string, reach: Reach): Promise<Asked> {
  const { apiKey, ca, proxy, timeoutMs, signal, interceptors } = reach;
  const transport = await transportNamed(wire, { endpoint: address, ca, proxy, timeoutMs });
  const client = new EgoiClient({ apiKey, transport, timeoutMs, interceptors });
  const startedMs = performance.now();
  const durationMs = () => Math.round(performance.now() - startedMs);
  try {
    const result = await client.call(askedMethod, {}, { signal });
    return { answer: { result }, durationMs: durationMs(), isCutOff: false, isAbsent: false };
  } catch (error) {
    if (error instanceof EgoiApiError) {
      const answer = { code: error.wireCode };
      return { answer, durationMs: durationMs(), isCutOff: false, isAbsent: false };
    }
    const isCutOff = error instanceof EgoiConnectionError;
    const problem = problemOf(error, wire, address);
    const isAbsent = isCutOff || isForeign(error);
    return { answer: undefined, durationMs: durationMs(), problem, isCutOff, isAbsent };
  } finally {
    await client.close();
  }
}

/** Whether something else answers at an address: a page that says that nothing is there. */
function isForeign(error: unknown): boolean {
  return error instanceof EgoiHttpError && error.status < 500 && error.status !== 429;
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

function problemOf(error: unknown, wire: WireName, address: string): string {
  return `${messageOf(error)}${adviceOn(error, wire, address)}`;
}

/** Without what only one of the wires says, so that what is wrong with all of them is said once. */
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^the WSDL could not be read: /, '');
}

function adviceOn(error: unknown, wire: WireName, address: string): string {
  if (!(error instanceof EgoiError)) return '';
  // The transport's own words say what to do, and the handshake has been looked at.
  if (error.message.includes('certificate')) return '; that is --ca here';
  if (looksEnded(error, wire, address)) {
    return '; E-goi announced the end of API v2 for 2 December 2025: it may be gone for good';
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
