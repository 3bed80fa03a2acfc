import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { entryArguments } from './entry.ts';
import { Fixtures } from './fixtures.ts';
import { type LineProcess, startLineProcess } from './line-process.ts';
import type { Measurement } from './measurement.ts';
import type { ProgramName, SettingsOf } from './programs/programs.ts';
import type { ServerKind } from './server.ts';
import { median, ratios } from './statistics.ts';

/** A program to measure: what starts it. */
export type Start = () => Promise<LineProcess>;

/** How often things are measured, and with how much. */
export interface BenchSettings {
  /** Measurements of each program at most, taken in turn. */
  readonly rounds: number;
  /** Measurements of each program at least; two where one round alone takes all the time of a figure. */
  readonly leastRounds: number;
  /** After so many seconds, runs that warm up among them, a figure is measured no further than that. */
  readonly figureSeconds: number;
  /** Runs before the first measurement. */
  readonly warmUps: number;
  /** Numbers of contacts and calls are divided by this. */
  readonly divisor: number;
}

/** What figures measure with. */
export class Bench {
  readonly settings: BenchSettings;
  readonly fixtures: Fixtures;
  readonly #servers = new Map<string, Promise<LineProcess>>();

  constructor(settings: BenchSettings) {
    this.settings = settings;
    this.fixtures = new Fixtures(this.scaled(mostContacts));
  }

  /** A number of contacts or calls, less when things must go quickly. */
  scaled(count: number): number {
    return Math.max(1, Math.round(count / this.settings.divisor));
  }

  /**
   * Measures two programs in turn, each in a process of its own.
   *
   * @param upper is divided by `lower`, round by round
   * @param ours which of the two is ours, for the times behind the ratio
   */
  async ratio(upper: Start, lower: Start, ours: 'upper' | 'lower'): Promise<Measurement> {
    const [above, below] = await this.inTurn([upper, lower]);
    const medians = { upper: median(above ?? []), lower: median(below ?? []) };
    return {
      values: ratios(above ?? [], below ?? []),
      times: { ours: medians[ours], peer: medians[ours === 'upper' ? 'lower' : 'upper'] },
    };
  }

  /** How many times as fast as a peer ours is. */
  speed(ours: Start, peer: Start): Promise<Measurement> {
    return this.ratio(peer, ours, 'lower');
  }

  /** How many times as long as a peer ours takes. */
  cost(ours: Start, peer: Start): Promise<Measurement> {
    return this.ratio(ours, peer, 'upper');
  }

  /** Measures programs in turn, as often as the settings say. @returns a list a program */
  async inTurn(starts: readonly Start[]): Promise<number[][]> {
    const { warmUps } = this.settings;
    const processes: LineProcess[] = [];
    try {
      for (const start of starts) processes.push(await start());
      const taken: number[][] = processes.map(() => []);
      const endMs = this.#endMs();
      for (let left = warmUps; left > 0; left -= 1) {
        for (const process of processes) await process.ask('run');
        // What runs this long is warm after one run.
        if (performance.now() >= endMs) break;
      }
      await this.#inRounds(endMs, async () => {
        for (const [index, process] of processes.entries()) {
          taken[index]?.push(Number(await process.ask('run')));
        }
      });
      return taken;
    } finally {
      for (const process of processes) await process.stop();
    }
  }

  /** Measures a program that is started anew for each measurement. */
  async fresh(start: Start): Promise<Measurement> {
    const values: number[] = [];
    const process = await anew(start)();
    await this.#inRounds(this.#endMs(), async () => {
      values.push(Number(await process.ask('run')));
    });
    return { values };
  }

  /** Works with a server in a process of its own, which has served nobody else. */
  async withServer<T>(
    kind: ServerKind,
    work: (port: number, server: LineProcess) => Promise<T>,
  ): Promise<T> {
    const server = await startServer(kind);
    try {
      return await work(Number(server.greeting), server);
    } finally {
      await server.stop();
    }
  }

  /** The port of a server that only has to be there: it is started once, for all figures that ask it. */
  async served(kind: ServerKind): Promise<number> {
    const name = JSON.stringify(kind);
    const server = this.#servers.get(name) ?? startServer(kind);
    this.#servers.set(name, server);
    return Number((await server).greeting);
  }

  /** Ends the servers. */
  async close(): Promise<void> {
    const servers = await Promise.allSettled(this.#servers.values());
    for (const server of servers) if (server.status === 'fulfilled') await server.value.stop();
  }

  /** When the time of a figure that begins now is up. */
  #endMs(): number {
    return performance.now() + this.settings.figureSeconds * 1000;
  }

  /** Repeats a round of measurements as often as there is time for. */
  async #inRounds(endMs: number, round: () => Promise<void>): Promise<void> {
    const { rounds, leastRounds, figureSeconds } = this.settings;
    let least = leastRounds;
    for (let done = 0; done < rounds; done += 1) {
      if (done >= least && performance.now() >= endMs) return;
      const startedMs = performance.now();
      await round();
      // What runs for so long differs little from run to run.
      if (performance.now() - startedMs > figureSeconds * 1000) least = Math.min(2, leastRounds);
    }
  }
}

/** The longest answer that is measured, in contacts. */
export const mostContacts = 200_000;

function startServer(kind: ServerKind): Promise<LineProcess> {
  const flags = ['--max-old-space-size=4096'];
  const args = [...entryArguments('server', flags), JSON.stringify(kind)];
  return startLineProcess(process.execPath, args);
}

/** A program that is started for each of its runs: what only the first run of a process pays, each pays. */
export function anew(start: Start): Start {
  return async () => ({
    greeting: 'ready',
    async ask(line) {
      const process = await start();
      try {
        return await process.ask(line);
      } finally {
        await process.stop();
      }
    },
    stop: async () => undefined,
  });
}

/**
 * A program of this package, in a Node process of its own.
 *
 * @param flags with `--expose-gc` each run starts without the garbage of the one before, which is right
 *   for large answers; between small calls it would throw away what the engine has learnt, as no
 *   program does
 */
export function program<Name extends ProgramName>(
  name: Name,
  settings: SettingsOf<Name>,
  flags: readonly string[] = ['--expose-gc', '--max-old-space-size=8192'],
): Start {
  const args = [...entryArguments('programs/main', flags), name, JSON.stringify(settings)];
  return () => startLineProcess(process.execPath, args);
}

/** A program in another language. */
export function foreign(command: string, args: readonly string[]): Start {
  return () => startLineProcess(command, args);
}

/** Whether a program runs here with these arguments and ends well. */
export async function canRun(command: string, args: readonly string[]): Promise<boolean> {
  try {
    await promisify(execFile)(command, args);
    return true;
  } catch {
    return false;
  }
}
