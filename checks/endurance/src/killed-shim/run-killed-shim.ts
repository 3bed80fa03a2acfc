import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Random, seededRandom } from '@egoi-client/conformance/support/random';
import { freePort } from '@egoi-client/redis-process';
import { startChild } from '../million/child.ts';
import { type Arrival, type OldProgram, startOldProgram } from './old-program.ts';
import type { ShimOrder, ShimWord } from './shim-child.ts';
import { startSending } from './webhook-sender.ts';

/** What a shim came to that was killed again and again. */
export interface KilledShimResult {
  readonly kills: number;
  /** Webhooks that were taken. */
  readonly taken: number;
  /** How often a webhook was sent again. */
  readonly sentAgain: number;
  /** Callbacks that arrived at the old programs, repetitions counted. */
  readonly arrived: number;
  /** Those of them that had been there before. */
  readonly repeated: number;
  readonly lost: number;
  readonly outOfOrder: number;
  /** Repetitions that were not marked as such, or have another id. */
  readonly unmarked: number;
}

/** When a shim is killed: how many times something happened, and how long after. */
interface KillMoment {
  readonly event: 'start' | 'taken' | 'arrived';
  readonly times: number;
  readonly delayMs: number;
}

/** Lists and programs: the first two lists have one program. */
const programOfList = [0, 0, 1, 2];

/** How many webhooks there are at least, for each kill. */
const webhooksOfAKill = 20;

/** Posts webhooks to a shim that is killed as often as asked, and compares what old programs got. */
export async function runKilledShim(kills: number, seed: number): Promise<KilledShimResult> {
  const random = seededRandom(seed);
  const folder = await mkdtemp(join(tmpdir(), 'egoi-killed-shim-'));
  let happened: ((event: KillMoment['event']) => void) | undefined;
  const programs: OldProgram[] = [];
  for (let count = 0; count < 3; count += 1) {
    programs.push(await startOldProgram(random, () => happened?.('arrived')));
  }
  const callbackUrls = programOfList.map((program) => programs[program]?.url ?? '');
  const order: ShimOrder = {
    port: await freePort(),
    file: join(folder, 'outbox.db'),
    callbackUrls,
  };
  let addresses: readonly string[] = [];
  const senders = programOfList.map((_program, index) =>
    startSending(
      index + 1,
      () => addresses[index],
      () => happened?.('taken'),
    ),
  );
  const start = async () => {
    const child = startChild(fileURLToPath(new URL('shim-child.ts', import.meta.url)));
    child.send(order);
    return child;
  };
  try {
    for (let killed = 0; killed < kills; killed += 1) {
      const moment = randomMoment(random);
      const child = await start();
      const gone = once(child.process, 'exit');
      let left = moment.times;
      happened = (event) => {
        if (event !== moment.event) return;
        left -= 1;
        if (left === 0) setTimeout(() => child.process.kill('SIGKILL'), moment.delayMs);
      };
      happened('start');
      // It may be killed before it says a word.
      const word = await Promise.race<unknown>([child.next().catch(() => undefined), gone]);
      if (isShimWord(word)) ({ addresses } = word);
      const [, signal] = (await gone) as [number | null, NodeJS.Signals | null];
      addresses = [];
      if (signal !== 'SIGKILL') throw new Error('a shim ended by itself');
    }
    happened = undefined;
    const last = await start();
    ({ addresses } = (await last.next()) as ShimWord);
    const enough = kills * webhooksOfAKill;
    while (senders.reduce((sum, { taken }) => sum + taken, 0) < enough) await pause(20);
    for (const sender of senders) await sender.stop();
    const missing = () =>
      senders.reduce(
        (sum, { taken }, index) => sum + taken - distinct(arrivalsOf(programs, index)),
        0,
      );
    // What is lost never comes: each look must find something new.
    for (let before = Number.POSITIVE_INFINITY; missing() > 0 && missing() < before; ) {
      before = missing();
      await pause(5000);
    }
    await last.close();
    return {
      kills,
      taken: senders.reduce((sum, { taken }) => sum + taken, 0),
      sentAgain: senders.reduce((sum, { sentAgain }) => sum + sentAgain, 0),
      lost: missing(),
      ...judge(programs),
    };
  } finally {
    for (const program of programs) await program.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function isShimWord(word: unknown): word is ShimWord {
  return typeof word === 'object' && word !== null && 'addresses' in word;
}

function arrivalsOf(programs: readonly OldProgram[], index: number): readonly Arrival[] {
  const { arrivals = [] } = programs[programOfList[index] ?? 0] ?? {};
  return arrivals.filter(({ list }) => list === index + 1);
}

function distinct(arrivals: readonly Arrival[]): number {
  return new Set(arrivals.map(({ number }) => number)).size;
}

function judge(
  programs: readonly OldProgram[],
): Pick<KilledShimResult, 'arrived' | 'repeated' | 'outOfOrder' | 'unmarked'> {
  const judged = { arrived: 0, repeated: 0, outOfOrder: 0, unmarked: 0 };
  for (const [index] of programOfList.entries()) {
    const known = new Map<number, string>();
    let latest = 0;
    for (const { number, delivery, isRepeated } of arrivalsOf(programs, index)) {
      judged.arrived += 1;
      const before = known.get(number);
      if (before !== undefined) {
        judged.repeated += 1;
        if (!isRepeated || before !== delivery) judged.unmarked += 1;
      }
      if (number < latest || number > latest + 1) judged.outOfOrder += 1;
      latest = Math.max(latest, number);
      known.set(number, delivery);
    }
  }
  return judged;
}

function randomMoment(random: Random): KillMoment {
  const event = random.pick(['start', 'taken', 'arrived'] as const);
  // A process needs most of a second to begin.
  if (event === 'start') return { event, times: 1, delayMs: random.below(1500) };
  return { event, times: 1 + random.below(100), delayMs: random.oneIn(2) ? 0 : random.below(25) };
}
