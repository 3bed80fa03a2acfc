import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportProgress, ImportSummary } from '@egoi-client/bulk';
import { EgoiClient } from '@egoi-client/core';
import { createGateway } from '@egoi-client/gateway';
import { sandboxApiKey, sandboxTransport } from '@egoi-client/sandbox';
import { type Random, seededRandom } from '@egoi-client/conformance/support/random';
import { type KillMoment, randomMoment } from './kill-moment.ts';
import { makeOrders, takeOrdersCensus, writeOrders } from './orders.ts';
import { runImport } from './run-import.ts';
import { type Witness, witness } from './witness.ts';

/** What one import came to. */
export interface CrashResult {
  readonly wire: string;
  readonly kills: number;
  /** Customers who are not in the account, or with what an older row says, and bad rows that are not in the reject file. */
  readonly lost: number;
  /** Customers who are there twice, rows that were imported twice, and bad rows told twice. */
  readonly doubled: number;
  /** Batches that were found in the account after a kill, and those that were sent again. */
  readonly found: number;
  readonly repeated: number;
  readonly complaints: readonly string[];
}

export interface CrashTestOptions {
  /** Names of the wires that are imported over, in turn; one at least. */
  readonly wires: readonly string[];
  readonly kills: number;
  /** Rows of each import. */
  readonly rows: number;
  readonly seed: number;
  readonly onResult: (result: CrashResult) => void;
}

/** Imports are cut into so many calls, so that there is much to be killed at. */
const callsOfAnImport = 40;
const killsOfAnImport = 10;

/** Imports contacts again and again, over one wire after the other, killing the importer as often as asked. */
export async function runCrashTest(options: CrashTestOptions): Promise<readonly CrashResult[]> {
  const random = seededRandom(options.seed);
  const results: CrashResult[] = [];
  let kills = 0;
  while (kills < options.kills) {
    const wire = options.wires[results.length % options.wires.length] ?? '';
    const most = Math.min(killsOfAnImport, options.kills - kills);
    const result = await crashOneImport(wire, options.rows, most, random);
    options.onResult(result);
    results.push(result);
    kills += result.kills;
  }
  return results;
}

async function crashOneImport(
  wire: string,
  rows: number,
  mostKills: number,
  random: Random,
): Promise<CrashResult> {
  const folder = await mkdtemp(join(tmpdir(), 'egoi-crash-'));
  const sandbox = sandboxTransport({ maxSubscribers: 100_000_000, queueDelayMs: 20 });
  const account = witness(sandbox);
  const client = new EgoiClient({ apiKey: sandboxApiKey, transport: sandbox });
  try {
    const { LIST_ID: listID } = await client.createList({ nome: 'Import' });
    const csv = join(folder, 'contacts.csv');
    const orders = makeOrders(rows, random);
    await writeOrders(csv, orders);
    const journal = join(folder, 'journal');
    const order = { wire, listID, csv, journal, batch: Math.ceil(rows / callsOfAnImport) };
    let kills = 0;
    const wrongOnTheWay: string[] = [];
    const onProgress = ({ rows: reached, taken, rejected, unknown }: ImportProgress) => {
      if (taken + rejected + unknown === reached) return;
      wrongOnTheWay.push(
        `at ${reached} rows: ${taken} taken, ${rejected} rejected, ${unknown} unknown`,
      );
    };
    let summary: ImportSummary | undefined;
    while (summary === undefined) {
      const moment = kills < mostKills ? randomMoment(random) : undefined;
      summary = await runBehindGateway(order, account, moment, onProgress);
      if (summary === undefined) kills += 1;
    }
    await sandbox.workOff();
    const census = await takeOrdersCensus(client, listID, orders);
    const told = await countRejects(`${journal}.rejects.ndjson`);
    const bad = orders.rows.filter((customer) => customer === undefined).length;
    const again = [...account.applied.values()].filter((times) => times > 1).length;
    const { taken, rejected, unknown } = summary;
    return {
      wire,
      kills,
      lost: census.missing + census.outdated + Math.max(0, bad - told.different),
      doubled: census.doubled + again + (told.all - told.different),
      found: summary.found,
      repeated: summary.repeated,
      complaints: [
        ...(census.strange === 0 ? [] : [`${census.strange} contacts that were not sent`]),
        ...(summary.rows === rows ? [] : [`it says ${summary.rows} rows`]),
        ...(taken + rejected + unknown === rows
          ? []
          : [`${taken} taken, ${rejected} rejected and ${unknown} unknown are not ${rows} rows`]),
        ...(taken === rows - bad ? [] : [`it says ${taken} rows are taken`]),
        ...(rejected === bad ? [] : [`it says ${rejected} bad rows`]),
        ...wrongOnTheWay,
      ],
    };
  } finally {
    await client.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A gateway of its own for each run: when it is closed, no call of the importer is under way any more. */
async function runBehindGateway(
  order: Omit<Parameters<typeof runImport>[0], 'baseUrl'>,
  account: Witness,
  moment: KillMoment | undefined,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportSummary | undefined> {
  const server = await createGateway(account.transport, { v3: account.v3 }).listen();
  try {
    return await runImport(
      { ...order, baseUrl: `http://127.0.0.1:${server.port}` },
      account,
      moment,
      onProgress,
    );
  } finally {
    await server.close();
  }
}

async function countRejects(path: string): Promise<{ all: number; different: number }> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
  const names = lines.map((line) =>
    JSON.stringify((JSON.parse(line) as { contact: unknown }).contact),
  );
  return { all: lines.length, different: new Set(names).size };
}
