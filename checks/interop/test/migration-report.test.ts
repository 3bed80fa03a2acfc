import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { StartedServer } from '../src/child-process.ts';
import { type ForeignClient, foreignClients, runAt } from '../src/foreign-clients.ts';
import { findProgram, type FoundProgram } from '../src/programs.ts';
import { addressIn, runEgoi, startEgoi, waiting } from '../src/through-command.ts';
import { leave } from '../src/through-v3.ts';

/** Methods that API v3 cannot answer, which the script does not call. */
const refusedMethods = ['getForms', 'createSegment', 'getTemplates'] as const;

/** What the report says of a method, as far as it is compared. */
interface ReportedMethod {
  readonly method: string;
  readonly verdict: string;
  readonly count: number;
  readonly losses: readonly { readonly name: string }[];
  readonly refusedCalls: readonly { readonly kind: string; readonly calls: number }[];
}

/** A line of the access log: what the transport told of one call. */
interface LoggedCall {
  readonly method: string;
  readonly losses?: readonly string[];
  readonly error?: string;
}

let folder: string;
let calls = 0;
let logged: readonly LoggedCall[];
let methods: readonly ReportedMethod[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'egoi-report-'));
  const record = join(folder, 'calls.jsonl');
  const clients: { readonly client: ForeignClient; readonly program: FoundProgram }[] = [];
  for (const client of foreignClients) {
    // One of each wire; more of them call the same.
    if (clients.some(({ client: { wire } }) => wire === client.wire)) continue;
    const program = await findProgram(client.program);
    if (program !== undefined) clients.push({ client, program });
  }
  const sandbox = await startEgoi('sandbox');
  const throughGateway = async (words: readonly string[], log: string) => {
    const observed = ['--record', record, '--log', join(folder, log)];
    const gateway = await startEgoi(
      'gateway',
      '--endpoint',
      sandbox.address,
      ...observed,
      ...words,
    );
    try {
      for (const { client, program } of clients) {
        await runAt(client, program, addressIn(gateway, client));
      }
      for (const method of refusedMethods) await askByForm(gateway, method);
    } finally {
      await gateway.stop('SIGTERM');
    }
  };
  try {
    await throughGateway([...waiting, '--allow-loss', leave], 'allowed.log');
    // Nobody allows anything, and both gateways write to one record.
    await throughGateway(waiting, 'unallowed.log');
  } finally {
    await sandbox.stop('SIGTERM');
  }
  logged = ['allowed.log', 'unallowed.log'].flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line.includes('"method"'))
      .map((line) => JSON.parse(line) as LoggedCall),
  );
  calls = logged.length;
  const report = JSON.parse(await runEgoi('migrate', 'report', record, '--json')) as {
    readonly methods: readonly ReportedMethod[];
  };
  ({ methods } = report);
  console.log(
    `migrate report: ${calls} calls of ${methods.length} methods by ${clients.length} clients, ${methods.flatMap(({ losses }) => losses).length} losses, ${methods.filter(({ verdict }) => verdict === 'refused').length} refused methods`,
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function askByForm({ address }: StartedServer, method: string): Promise<void> {
  const form = { type: 'json', method, 'functionOptions[apikey]': sandboxApiKey };
  await fetch(`${address}v2/rest.php`, { method: 'POST', body: new URLSearchParams(form) });
}

const sorted = (names: Iterable<string>) => [...new Set(names)].toSorted();

test('the report of what legacy scripts called names every loss that was told, and nothing else', () => {
  const told = logged.flatMap(({ method, losses = [] }) =>
    losses.map((name) => `${method}.${name}`),
  );
  const reported = methods.flatMap(({ method, losses }) =>
    losses.map(({ name }) => `${method}.${name}`),
  );
  expect(told.length).toBeGreaterThan(0);
  // What the second gateway refused is what the first one told.
  expect(told).toContain(leave);
  expect(sorted(reported)).toEqual(sorted(told));
});

test('and every method that was refused, and nothing else', () => {
  const isRefused = ({ verdict }: ReportedMethod) => verdict === 'refused';
  const names = methods.filter(isRefused).map(({ method }) => method);
  const refused = logged.filter(({ error }) => error === 'unsupported');
  const bulk = 'addSubscriberBulk';
  expect(sorted(refused.map(({ method }) => method))).toEqual(sorted([...refusedMethods, bulk]));
  expect(sorted(names)).toEqual(sorted(refusedMethods));
  const ofBulk = refused.filter(({ method }) => method === bulk).length;
  expect(methods.find(({ method }) => method === bulk)?.refusedCalls).toEqual([
    { kind: 'unsupported', calls: ofBulk },
  ]);
});

test('and it counts every call', () => {
  expect(methods.reduce((sum, { count }) => sum + count, 0)).toBe(calls);
  const unknown = methods.filter(({ verdict }) => verdict === 'unknown');
  for (const { method } of unknown) expect(method).toBe('noSuchMethod');
});
