import { existsSync, rmSync } from 'node:fs';
import { EgoiConfigError } from '@egoi-client/core';
import { CommandError } from '../command-error.ts';
import { AdvisedError } from '../output/advised-error.ts';
import type { Session } from '../session.ts';
import { quoted } from './spelling.ts';

/** What the commands that can be resumed have in common. */
export interface ResumeOptions {
  readonly resume?: boolean;
  readonly journal?: string;
}

/** The journal of one file's import or export. */
export interface RunJournal {
  readonly path: string;
  /**
   * Runs the work; says how to go on where it stops, and removes the journal when it is done.
   */
  readonly during: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

/** What an import or an export works on. */
export interface RunSubject {
  readonly what: 'import' | 'export';
  /** What messages call the file. */
  readonly name: string;
  /** The journal's path where `--journal` says none. */
  readonly defaultJournal: string;
  /** What else must be done to go on, behind the command. */
  readonly toGoOn: string;
}

/**
 * Finds the journal that goes with a file, and holds it against what was asked: to begin, or to go on.
 *
 * @throws CommandError where there is a journal and no `--resume`, or the other way round
 */
export function journalOf(
  { words }: Session,
  { what, name, defaultJournal, toGoOn }: RunSubject,
  { resume = false, journal: path = defaultJournal }: ResumeOptions,
): RunJournal {
  const goOn = `${resumeCommand(words)}${toGoOn}`;
  if (!resume && existsSync(path)) {
    throw new CommandError(`an earlier ${what} of ${name} did not come to its end`, [
      `To go on with it: ${goOn}`,
      `To begin anew, delete its journal first: ${path}`,
    ]);
  }
  if (resume && !existsSync(path)) {
    throw new CommandError(`there is nothing to resume: the journal ${path} is not there`, [
      `It came to its end, or never began. Without --resume the ${what} begins anew.`,
    ]);
  }
  return {
    path,
    async during(work) {
      try {
        const result = await work();
        rmSync(path, { force: true });
        return result;
      } catch (error) {
        // The journal of work that came to nothing is gone.
        if (error instanceof EgoiConfigError || !existsSync(path)) throw error;
        throw new AdvisedError(error, [`What is done is kept. To go on: ${goOn}`]);
      }
    },
  };
}

/** The command that goes on where one stopped. @param words what was given */
export function resumeCommand(words: readonly string[]): string {
  const isOld = (word: string, index: number) =>
    word === '--resume' ||
    /^--unverifiable(=|$)/.test(word) ||
    words[index - 1] === '--unverifiable';
  const kept = words.filter((word, index) => !isOld(word, index));
  return `egoi ${[...kept, '--resume'].map(quoted).join(' ')}`;
}
