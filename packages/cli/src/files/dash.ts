import type { Command } from 'commander';
import { CommandError } from '../command-error.ts';
import type { Session } from '../session.ts';

/**
 * What `-` means in the place of a file: a text that is read before the command begins, something that the
 * command itself reads or writes, or nothing, for the reason that is told.
 */
type DashMeaning = 'text' | 'own' | { readonly refused: string };

const isDatabase = { refused: 'it is a database' };
const isReadAgain = { refused: 'it is read anew on SIGHUP' };
const isJournal = { refused: 'it is read again to go on' };

/** By the command and its operand or option; those of all commands by the option alone. */
const meanings: Readonly<Record<string, DashMeaning>> = {
  '--ca': 'text',
  'callbacks file': isDatabase,
  'export file': 'own',
  'export --journal': isJournal,
  'gateway --allow': isReadAgain,
  'gateway --callbacks-file': isDatabase,
  'gateway --cert': isReadAgain,
  'gateway --log': 'own',
  'gateway --logins': isReadAgain,
  'gateway --private-key': isReadAgain,
  'gateway --record': { refused: 'a record goes on where it stopped' },
  'import file': 'own',
  'import --journal': isJournal,
  'import --rejects': { refused: 'it goes on with --resume' },
  'report file': 'own',
  'report --html': 'own',
  'sandbox --cert': 'text',
  'sandbox --file': isDatabase,
  'sandbox --private-key': 'text',
  'scan folder': { refused: 'names of files tell their language' },
  'scan --html': 'own',
};

/** A place of a command line that takes a file. */
export interface FilePlace {
  /** As a person names it: `--ca`, `<file>`. */
  readonly name: string;
  /** `undefined` for one that nobody has thought about. */
  readonly meaning: DashMeaning | undefined;
  /** What was given there. */
  readonly given: unknown;
}

const fileWord = /<(?:file|path|folder)>/;

/** Every place of a command that takes a file. */
export function filePlaces(command: Command): FilePlace[] {
  const meaningOf = (place: string) => meanings[`${command.name()} ${place}`] ?? meanings[place];
  const options = command.options
    .filter(({ flags }) => fileWord.test(flags))
    .map((option) => ({
      name: option.long ?? option.flags,
      meaning: meaningOf(option.long ?? ''),
      given: command.getOptionValue(option.attributeName()),
    }));
  const operands = command.registeredArguments.map((operand, index) => ({
    name: `<${operand.name()}>`,
    meaning: meaningOf(operand.name()),
    given: command.args[index],
  }));
  return [...operands.filter(({ name }) => fileWord.test(name)), ...options];
}

/**
 * Reads the standard input for whatever was given `-`.
 *
 * @throws CommandError where `-` means nothing, or two things would read it
 */
export async function readDashes({ input }: Session, command: Command): Promise<void> {
  const dashes = filePlaces(command).filter(({ given }) => given === '-');
  for (const { name, meaning = { refused: 'it takes a file' } } of dashes) {
    if (typeof meaning !== 'string') {
      throw new CommandError(`${name} cannot be -: ${meaning.refused}`, [
        `Name it. One that is called so: ${name.startsWith('--') ? `${name} ` : ''}./-`,
      ]);
    }
  }
  for (const { name, meaning } of dashes) {
    if (meaning === 'text') await input.readText(`${name} -`);
  }
}
