import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { EgoiClient, EgoiError } from '@egoi-client/core';
import { readRecordLine } from '@egoi-client/gateway';
import type { Memory } from '@egoi-client/conformance/support/memory';
import { transportNamed, v2WireNames } from '@egoi-client/transports';
import { startInstantService } from './instant-service.ts';
import { startWatchedGateway } from './watched-gateway.ts';

export interface GatewayLoadOptions {
  readonly calls: number;
  /** After how many the memory is measured first. */
  readonly warmUp: number;
  readonly concurrency: number;
  readonly onProgress?: (ended: number) => void;
}

/** How many calls each of those who watch them saw. */
export interface GatewayLoadReport {
  readonly made: Tally;
  readonly measured: Tally;
  readonly logged: Tally;
  readonly recorded: Tally;
  readonly warm: Memory;
  readonly end: Memory;
  /** Of calls one at a time, in milliseconds of the gateway's own processor time. */
  readonly cpuMsPerCall: number;
}

/** Calls by what became of them. */
export interface Tally {
  readonly calls: number;
  readonly refused: number;
  /** Answered with an error of the API; the record does not tell these apart. */
  readonly errors: number | undefined;
}

/** Makes mixed calls over the four wires through a gateway whose calls are logged, recorded and measured. */
export async function runGatewayLoad(options: GatewayLoadOptions): Promise<GatewayLoadReport> {
  const folder = mkdtempSync(join(tmpdir(), 'egoi-gateway-load-'));
  const files = { log: join(folder, 'calls.log'), record: join(folder, 'calls.jsonl') };
  const service = await startInstantService();
  try {
    const gateway = await startWatchedGateway(service.endpoint, files);
    const load = await makeLoad(gateway.address, options);
    await load.until(options.warmUp);
    const warm = await gateway.memory();
    const before = await gateway.metrics();
    await load.until(options.calls);
    const after = await gateway.metrics();
    const end = await gateway.memory();
    const measured = measuredTally(await gateway.metrics());
    await load.close();
    await gateway.close();
    const cpu = 'process_cpu_seconds_total';
    const cpuSeconds = (after.get(cpu) ?? 0) - (before.get(cpu) ?? 0);
    return {
      made: load.tally,
      measured,
      logged: await loggedTally(files.log),
      recorded: await recordedTally(files.record),
      warm,
      end,
      cpuMsPerCall: (cpuSeconds * 1000) / (options.calls - options.warmUp),
    };
  } finally {
    service.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeLoad(address: string, { concurrency, onProgress }: GatewayLoadOptions) {
  const clients = await Promise.all(
    v2WireNames.map(
      async (wire) =>
        new EgoiClient({
          apiKey: 'a-key-of-nobody',
          transport: await transportNamed(wire, { base: address }),
        }),
    ),
  );
  const tally = { calls: 0, refused: 0, errors: 0 };
  let next = 0;

  const one = async (at: number) => {
    tally.calls += 1;
    if (at % 97 === 0) {
      tally.refused += 1;
      await (await fetch(`${address}/v2/soap.php`, { method: 'POST', body: '<unread' })).text();
      return;
    }
    const [method, params] = callAt(at);
    // The client of standard SOAP sends nothing that the WSDL does not have.
    const able = method.startsWith('name_') ? clients.slice(1) : clients;
    const client = able[at % able.length] as EgoiClient;
    try {
      await client.call(method, params);
    } catch (error) {
      if (!(error instanceof EgoiError)) throw error;
      if (error.kind === 'api') tally.errors += 1;
      else tally.refused += 1;
    }
  };

  return {
    tally,
    async until(calls: number) {
      const work = async () => {
        while (next < calls) {
          next += 1;
          await one(next);
          onProgress?.(next);
        }
      };
      await Promise.all(Array.from({ length: concurrency }, work));
    },
    async close() {
      await Promise.all(clients.map((client) => client.close()));
    },
  };
}

/** Few of a program's calls are new; a hostile one's all are. */
function callAt(at: number): [string, Record<string, string>] {
  if (at % 41 === 0) return [`name_${at}`, { [`parameter_${at}`]: 'a' }];
  if (at % 53 === 0) return ['getReport', { campaign: '500' }];
  if (at % 11 === 0) return ['getReport', { campaign: '404' }];
  if (at % 5 === 0) return ['getLists', { [`parameter_${at % 3000}`]: 'a' }];
  if (at % 3 === 0) {
    return ['addSubscriber', { listID: '1', email: `a${at}@example.com`, extra_1: String(at) }];
  }
  return ['getLists', {}];
}

function measuredTally(metrics: ReadonlyMap<string, number>): Tally {
  const sum = (start: string, part = '') => {
    let all = 0;
    for (const [name, value] of metrics) {
      if (name.startsWith(start) && name.includes(part)) all += value;
    }
    return all;
  };
  return {
    calls: sum('egoi_gateway_calls_total{'),
    refused: sum('egoi_gateway_calls_total{', 'outcome="refused"'),
    errors: sum('egoi_gateway_errors_total{', 'kind="api"'),
  };
}

async function loggedTally(file: string): Promise<Tally> {
  const tally = { calls: 0, refused: 0, errors: 0 };
  for await (const text of createInterface(createReadStream(file))) {
    const line = JSON.parse(text) as { outcome: string; code?: string };
    tally.calls += 1;
    if (line.outcome === 'refused') tally.refused += 1;
    else if (line.code !== undefined) tally.errors += 1;
  }
  return tally;
}

async function recordedTally(file: string): Promise<Tally> {
  const tally = { calls: 0, refused: 0, errors: undefined };
  for await (const text of createInterface(createReadStream(file))) {
    const line = readRecordLine(text);
    if (line === undefined) throw new Error('the record has a line that cannot be read');
    if (line === 'head') continue;
    tally.calls += line.count;
    if (line.outcome === 'refused') tally.refused += line.count;
  }
  return tally;
}
