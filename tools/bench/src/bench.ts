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
  /** Measurements of each program, taken in turn. */
  readonly rounds: number;
  /** Runs before the first measurement. */
  readonly warmUps: number;
  /** Numbers of contacts and calls are divided by this. */
  readonly divisor: number;
}

/** What figures measure with. */
export class Bench {
  readonly settings: BenchSettings;
  readonly fixtures = new Fixtures();

  constructor(settings: BenchSettings) {
    this.settings = settings;
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
    const { rounds, warmUps } = this.settings;
    const processes: LineProcess[] = [];
    try {
      for (const start of starts) processes.push(await start());
      const taken: number[][] = processes.map(() => []);
      for (let round = -warmUps; round < rounds; round += 1) {
        for (const [index, process] of processes.entries()) {
          const value = Number(await process.ask('run'));
          if (round >= 0) taken[index]?.push(value);
        }
      }
      return taken;
    } finally {
      for (const process of processes) await process.stop();
    }
  }

  /** Measures a program that is started anew for each measurement, after runs that do not count. */
  async fresh(start: Start): Promise<Measurement> {
    const values: number[] = [];
    for (let round = 0; round < this.settings.rounds; round += 1) {
      const process = await start();
      try {
        values.push(Number(await process.ask('run')));
      } finally {
        await process.stop();
      }
    }
    return { values };
  }

  /** Works with a server in a process of its own. */
  async withServer<T>(kind: ServerKind, work: (port: number) => Promise<T>): Promise<T> {
    const flags = ['--max-old-space-size=4096'];
    const args = [...entryArguments('server', flags), JSON.stringify(kind)];
    const server = await startLineProcess(process.execPath, args);
    try {
      return await work(Number(server.greeting));
    } finally {
      await server.stop();
    }
  }
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
