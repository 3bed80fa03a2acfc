import { Readable } from 'node:stream';
import { buildCommands } from '../src/program.ts';
import type { CommandError } from '../src/command-error.ts';
import { EgoiCommand } from '../src/options/egoi-command.ts';
import { UsageError } from '../src/options/usage-error.ts';
import { usageInWords } from '../src/options/usage-in-words.ts';
import { StandardInput } from '../src/files/standard-input.ts';
import { makeOutput } from '../src/output/output.ts';
import type { Session } from '../src/session.ts';

/** The program's own tree of commands, in which no command does anything but say that its words were taken. */
export function commandTree(): EgoiCommand {
  const { stdout, stderr } = process;
  const { signal } = new AbortController();
  const session: Session = {
    words: [],
    output: makeOutput({ stdout, stderr }, false),
    verbose: false,
    env: {},
    input: new StandardInput(Readable.from([]), () => undefined, signal),
    signal,
    isInteractive: false,
  };
  const program = buildCommands(session);
  for (const command of allCommands(program)) {
    if (
      command.commands.length === 0 ||
      command.name() === 'gateway' ||
      command.name() === 'profiles'
    )
      command.action(() => undefined);
  }
  return program;
}

/** A command and all below it. */
export function allCommands(command: EgoiCommand): EgoiCommand[] {
  const below = command.commands.filter((one) => one instanceof EgoiCommand);
  return [command, ...below.flatMap(allCommands)];
}

/** One for all: commander begins each time with what a command was made with. */
const tree = commandTree();

/** What the program says of words; `undefined` where it takes them. */
export function refusalOf(words: readonly string[]): CommandError | undefined {
  try {
    tree.parse(words, { from: 'user' });
    return undefined;
  } catch (error) {
    if (error instanceof UsageError) return usageInWords(error);
    throw error;
  }
}

const operands: Readonly<Record<string, string>> = {
  method: 'getLists',
  shell: 'bash',
};

/** The words behind the name of a command without which it is not run. */
export function neededWords({ options, registeredArguments }: EgoiCommand): string[] {
  return [
    ...options.filter(({ mandatory }) => mandatory).flatMap(({ long }) => [long ?? '', '1']),
    ...registeredArguments
      .filter(({ required }) => required)
      .map((argument) => operands[argument.name()] ?? 'a'),
  ];
}

/** The words by which a command is called, without the program's own name. */
export function wordsOf(command: EgoiCommand): string[] {
  return command.path().split(' ').slice(1);
}
