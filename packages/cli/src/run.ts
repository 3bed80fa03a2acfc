import type { CommanderError } from 'commander';
import { CommandError } from './command-error.ts';
import { type ExitName, exitCode } from './exit-codes.ts';
import { StandardInput } from './files/standard-input.ts';
import { UsageError } from './options/usage-error.ts';
import { makeOutput } from './output/output.ts';
import { refuseSecretsIn } from './refuse-secrets.ts';
import type { Session } from './session.ts';
import { buildProgram } from './program.ts';
import { isVerbose } from './verbose.ts';

/**
 * Runs one command.
 *
 * @param words what stands after `egoi`
 * @returns the exit code
 */
export async function run(words: readonly string[]): Promise<number> {
  const { stdout, stderr, stdin, env } = process;
  const output = makeOutput({ stdout, stderr }, words.includes('--json'));
  const interruption = listenToSignals();
  const session: Session = {
    words,
    output,
    input: new StandardInput(stdin, (text) => output.warn(text), interruption.signal),
    verbose: isVerbose(words, env),
    env,
    signal: interruption.signal,
    isInteractive: stdin.isTTY && stderr.isTTY,
  };
  // Whoever reads only the first lines (`egoi methods | head`) has seen what he wanted.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (output.outlivesReader) return;
    if (error.code === 'EPIPE') process.exit(exitCode('done'));
    output.warn(`egoi: the standard output takes no more (${error.code ?? error.message})`);
    process.exit(exitCode('usage'));
  });
  // Who closed it wants no words about that.
  stderr.on('error', () => undefined);
  const code = await runCommand(session, interruption.received);
  interruption.stop();
  // Node would wait for ever for whoever has stopped reading.
  if (output.outlivesReader && stdout.writableLength + stderr.writableLength > 0) {
    process.exit(code);
  }
  return code;
}

async function runCommand(
  session: Session,
  signalReceived: () => ExitName | undefined,
): Promise<number> {
  try {
    refuseSecretsIn(session.words);
    await buildProgram(session).parseAsync(session.words, { from: 'user' });
    const exit = await session.output.settled();
    return exitCode(exit === 'interrupted' ? (signalReceived() ?? exit) : (exit ?? 'done'));
  } catch (error) {
    await session.output.settled();
    if (isCommanderError(error)) {
      if (error.exitCode === 0) return exitCode('done');
      // A command without a word of its own has shown its help already.
      if (error.code === 'commander.help') return exitCode('usage');
      return exitCode(await report(session, usageError(error)));
    }
    const exit = await report(session, await inWords(error));
    return exitCode(exit === 'interrupted' ? (signalReceived() ?? exit) : exit);
  }
}

async function report({ output }: Session, error: unknown): Promise<ExitName> {
  const { reportFailure } = await import('./output/failure.ts');
  return reportFailure(output, error);
}

/** What is wrong with the words of the command; anything else as it is. */
async function inWords(error: unknown): Promise<unknown> {
  if (!(error instanceof UsageError)) return error;
  const { usageInWords } = await import('./options/usage-in-words.ts');
  return usageInWords(error);
}

function isCommanderError(error: unknown): error is CommanderError {
  return error instanceof Error && 'exitCode' in error && 'code' in error;
}

function usageError({ message }: CommanderError): CommandError {
  return new CommandError(message.replace(/^error: /, ''), [
    'egoi --help lists the commands; egoi <command> --help shows how one is used.',
  ]);
}

/** The first signal ends the command in good order, the second one at once. */
function listenToSignals() {
  const controller = new AbortController();
  let received: ExitName | undefined;
  const listenerFor = (name: ExitName) => () => {
    if (received !== undefined) process.exit(exitCode(name));
    received = name;
    controller.abort();
  };
  const onInterrupt = listenerFor('interrupted');
  const onTerminate = listenerFor('terminated');
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onTerminate);
  return {
    signal: controller.signal,
    received: () => received,
    stop() {
      process.off('SIGINT', onInterrupt);
      process.off('SIGTERM', onTerminate);
    },
  };
}
