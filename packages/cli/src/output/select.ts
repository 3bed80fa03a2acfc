import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { JqResult } from 'jq-wasm';
import { CommandError } from '../command-error.ts';

/** A jq expression that has been looked at, and waits for the result that it picks from. */
export interface Selection {
  /**
   * Runs it once.
   *
   * @param isPretty whether lists and objects are indented
   * @returns what it gives, a JSON text each
   * @throws CommandError; `givenBefore` tells what it gave before it failed
   */
  of(value: unknown, isPretty: boolean): Promise<readonly string[]>;
}

/** An expression that failed on a result: the command itself is done. */
class SelectionError extends CommandError {
  readonly given: readonly string[];

  constructor(problem: string, value: unknown, given: readonly string[]) {
    super(`--select: ${problem}`, adviceFor(value), 'incomplete');
    this.given = given;
  }
}

/** What an expression gave before it failed, a JSON text each. */
export function givenBefore(error: unknown): readonly string[] {
  return error instanceof SelectionError ? error.given : [];
}

/** An expression that takes longer has run away. */
const maxSeconds = 60;

/** Of a result that could not be selected from, so much is told all the same. */
const maxToldSigns = 2000;

/** What jq marks the beginning of each JSON text with (RFC 7464). */
const recordSeparator = '\u001e';

// jq answers when it is done. Here it stands beside the program, which can end it at any time.
const program = `
  const { parentPort, workerData } = require('node:worker_threads');
  require(workerData).loadJq().then((jq) => {
    parentPort.on('message', ([input, expression, flags]) => {
      parentPort.postMessage(jq.raw(input, expression, [...flags, '--seq', '--']));
    });
  });
`;

/**
 * Reads a jq expression, without running it.
 *
 * @param warn takes what the expression says by `debug`
 * @throws CommandError where jq does not understand it
 */
export async function readSelection(
  expression: string,
  signal: AbortSignal,
  warn: (text: string) => void,
): Promise<Selection> {
  const library = createRequire(import.meta.url).resolve('jq-wasm');
  const worker = new Worker(program, {
    eval: true,
    workerData: library,
    // Where its memory ends jq says so in words of its own, which nobody understands.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  const ask = (input: string, flags: readonly string[] = []) =>
    answerOf(worker, [input, expression, flags], signal);
  // No input: it is compiled, and has nothing to run on.
  const problem = await ask('').then(
    ({ exitCode, stderr }) => (exitCode === 0 ? undefined : plainProblem(stderr)),
    // What has no part in the input jq works out at once.
    (error: unknown) => runAwayOf(error).message,
  );
  if (problem !== undefined) {
    await worker.terminate();
    throw new CommandError(`--select: ${problem}`, [
      "It takes an expression of jq, in quotes for the shell: --select '.[].title'",
    ]);
  }
  return {
    async of(value, isPretty) {
      const input = `${recordSeparator}${JSON.stringify(value) ?? 'null'}\n`;
      try {
        const answer = await ask(input, isPretty ? ['--indent', '2'] : ['-c']);
        const given = textsIn(answer.stdout);
        const told = answer.stderr.trim();
        if (answer.exitCode !== 0) throw new SelectionError(plainProblem(told), value, given);
        if (told !== '') warn(told);
        return given;
      } catch (error) {
        if (error instanceof SelectionError) throw error;
        throw new SelectionError(runAwayOf(error).message, value, []);
      } finally {
        await worker.terminate();
      }
    },
  };
}

/** An expression that took all the time or memory that there is. */
class RunAway extends Error {}

/** @throws whatever else it is */
function runAwayOf(error: unknown): RunAway {
  if (error instanceof RunAway) return error;
  throw error;
}

/** Waits for the worker, which keeps the program alive meanwhile and not longer. */
async function answerOf(
  worker: Worker,
  question: readonly unknown[],
  signal: AbortSignal,
): Promise<JqResult> {
  const ended = new AbortController();
  worker.ref();
  try {
    return await new Promise<JqResult>((resolve, reject) => {
      const onError = () =>
        reject(new RunAway('the expression needs more memory than it may have'));
      const onAbort = () => reject(new CommandError('--select: interrupted', [], 'interrupted'));
      const onTimeout = () =>
        reject(new RunAway(`the expression did not end within ${maxSeconds} seconds`));
      const timer = setTimeout(onTimeout, maxSeconds * 1000);
      worker.on('message', resolve).on('error', onError).on('exit', onError);
      signal.addEventListener('abort', onAbort);
      ended.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        worker.off('message', resolve).off('error', onError).off('exit', onError);
        signal.removeEventListener('abort', onAbort);
      });
      if (signal.aborted) onAbort();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(question);
    });
  } catch (error) {
    ended.abort();
    await worker.terminate();
    throw error;
  } finally {
    ended.abort();
    worker.unref();
  }
}

function textsIn(stdout: string): string[] {
  return stdout
    .split(recordSeparator)
    .slice(1)
    .map((text) => text.trimEnd());
}

/** What jq says, in the words of a person who typed one line. */
function plainProblem(stderr: string): string {
  const words = stderr
    .replaceAll(/^jq: error(?: \(at [^)]*\))?: /gm, '')
    .replaceAll(/^jq: \d+ compile errors?$/gm, '')
    .replaceAll(' at <top-level>, line', ' at line')
    .trim();
  return words === '' ? 'the expression ended itself' : words;
}

function adviceFor(value: unknown): string[] {
  const text = JSON.stringify(value) ?? 'null';
  const told = text.length > maxToldSigns ? `${text.slice(0, maxToldSigns)}…` : text;
  return ['The command itself is done; do not repeat a write for this. Its result:', told];
}
