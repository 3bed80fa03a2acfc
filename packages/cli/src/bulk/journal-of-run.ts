import { existsSync, rmSync } from 'node:fs';
import { EgoiApiError, EgoiConfigError } from '@egoi-client/core';
import { CommandError } from '../command-error.ts';
import { AdvisedError } from '../output/advised-error.ts';
import type { Session } from '../session.ts';

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
   *
   * @param isBegun whether something came of it so far
   */
  during<Result>(work: () => Promise<Result>, isBegun: () => boolean): Promise<Result>;
}

/**
 * Finds the journal that goes with a file, and holds it against what was asked: to begin, or to go on.
 *
 * @param what `import` or `export`
 * @throws CommandError where there is a journal and no `--resume`, or the other way round
 */
export function journalOf(
  { words }: Session,
  what: 'import' | 'export',
  file: string,
  { resume = false, journal }: ResumeOptions,
): RunJournal {
  const path = journal ?? `${file}.egoi-${what}`;
  const goOn = resumeCommand(words);
  if (!resume && existsSync(path)) {
    throw new CommandError(`an earlier ${what} of ${file} did not come to its end`, [
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
    async during(work, isBegun) {
      try {
        const result = await work();
        rmSync(path, { force: true });
        return result;
      } catch (error) {
        // A wrong list, say: there is nothing to keep, and the next try will be another.
        if (!resume && error instanceof EgoiApiError && !isBegun()) rmSync(path, { force: true });
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

function quoted(word: string): string {
  return /^[\w@:/.,=+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
