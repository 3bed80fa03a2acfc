import { type Command, Option } from 'commander';
import { CommandError } from '../command-error.ts';
import { optionGroups } from '../options/help-layout.ts';
import { WrongValue } from '../options/wrong-value.ts';
import type { Session } from '../session.ts';
import type { Selection } from './select.ts';

const formats = ['table', 'json', 'ndjson', 'csv'] as const;

/** How results may be printed. */
type ResultFormat = (typeof formats)[number];

/** What a command was told about its result. */
export interface ResultOptions {
  readonly json?: boolean;
  readonly output?: ResultFormat;
  readonly select?: string;
}

/** What its result is to look like; made of the options before anything is done. */
export interface ResultForm {
  readonly format?: ResultFormat | undefined;
  readonly selection?: Selection | undefined;
  /** Writes rows as CSV, where that was asked for. */
  readonly csvOf?: ((rows: readonly unknown[]) => string) | undefined;
}

/** Adds `--output` and `--select` to a command with `--json`, and to all such below it. */
export function addResultOptions(command: Command): void {
  if (command.options.some(({ long }) => long === '--json')) {
    command
      .optionsGroup(optionGroups.general)
      .addOption(
        new Option('--output <format>', 'how the result is printed')
          .choices(formats)
          .default(undefined, 'what suits a terminal, or a pipe'),
      )
      .option(
        '--select <expression>',
        "print what an expression of jq picks from the result: '.[].title'",
        expression,
      )
      .optionsGroup(optionGroups.own);
  }
  for (const below of command.commands) addResultOptions(below);
}

/** Reads an expression that is there; what is in it is read before anything is done. */
function expression(text: string): string {
  if (text.trim() !== '') return text;
  throw new WrongValue('It must be an expression of jq.', "'.[].title'");
}

/**
 * Reads the options, so that what is wrong with them is told before anything is done.
 *
 * @throws CommandError for options that contradict each other, and an expression that jq does not understand
 */
export async function chooseResultForm(
  { output, signal }: Session,
  { output: format, select }: ResultOptions,
): Promise<void> {
  if (output.json && format !== undefined && format !== 'json') {
    throw new CommandError(`--json and --output ${format} contradict each other`, [
      'Leave one of them out.',
    ]);
  }
  const selection =
    select === undefined
      ? undefined
      : await selectionOf(select, signal, (text) => output.warn(text));
  const csvOf = format === 'csv' ? (await import('./csv.ts')).csvOf : undefined;
  output.choose({ format, selection, csvOf });
}

async function selectionOf(
  text: string,
  signal: AbortSignal,
  warn: (text: string) => void,
): Promise<Selection> {
  const { readSelection } = await import('./select.ts');
  return readSelection(text, signal, warn);
}
