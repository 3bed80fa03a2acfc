import { type Argument, type Command, Option } from 'commander';
import { findMethod } from '@egoi-client/core';
import { didYouMean, nearest } from '@egoi-client/core/wire';
import { CommandError } from '../command-error.ts';
import { shown } from '../output/shown.ts';
import type { EgoiCommand } from './egoi-command.ts';
import type { UsageError } from './usage-error.ts';
import { WrongValue } from './wrong-value.ts';

/** Says which word is wrong, what is allowed in its place, and what to type. */
export function usageInWords({ command, problem }: UsageError): CommandError {
  switch (problem.kind) {
    case 'unknown option':
      return unknownOption(command, problem.flag);
    case 'unknown command':
      return unknownCommand(command, problem.word);
    case 'missing operand':
      return missingOperand(command, problem.name);
    case 'excess operand':
      return excessOperand(command, problem.word);
    case 'missing value':
      return missingValue(command, problem.option);
    case 'missing option':
      return missingOption(command, problem.option);
    default:
      return wrongValue(command, problem.target, problem.value, problem.error);
  }
}

function unknownOption(command: EgoiCommand, given: string): CommandError {
  const [flag = given] = given.split('=');
  const path = command.path();
  if (flagsOf(command).includes(flag)) {
    return new CommandError(`${flag} takes no value`, [`Type: ${flag}`]);
  }
  // Of two signs every other is near.
  const meant = flag.length > 2 ? nearest(flag, flagsOf(command))[0] : undefined;
  const owners = commandsWith(root(command), flag).filter((owner) => owner !== command);
  return new CommandError(
    `${has(command, 'option')} ${bare(flag)}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
    [
      ...(owners.length === 0 ? [] : [ownersInWords(command, flag, owners)]),
      ...(meant === undefined ? [] : [`Type: ${meant}`]),
      `Its options: ${path} --help`,
    ],
  );
}

function ownersInWords(command: EgoiCommand, flag: string, owners: readonly Command[]): string {
  const paths = owners.map(pathOf);
  if (command.parent === null && command.commands.length > 0 && command.calledAs === undefined) {
    return `It stands behind the command: ${paths[0] ?? ''} ${bare(flag)}`;
  }
  const first = paths.slice(0, 4).join(', ');
  return `It is an option of ${first}${paths.length > 4 ? ' and others' : ''}.`;
}

function unknownCommand(command: EgoiCommand, word: string): CommandError {
  const names = command.commands.map((below) => below.name());
  const path = command.path();
  if (command.parent === null && findMethod(word) !== undefined) {
    return new CommandError(`${word} is no command but a method`, [`Type: ${path} call ${word}`]);
  }
  const [meant] = nearest(word, names);
  return new CommandError(`${has(command, 'command')} ${shown(word)}${didYouMean(word, names)}`, [
    ...(command.parent === null ? [] : [`It has ${names.join(', ')}.`]),
    ...(meant === undefined ? [] : [`Type: ${path} ${meant}`]),
    `All commands: ${path} --help`,
  ]);
}

function missingOperand(command: EgoiCommand, name: string): CommandError {
  const argument = command.registeredArguments.find((known) => known.name() === name);
  const path = command.path();
  return new CommandError(`${nameIn(command)} needs <${name}>: ${argument?.description ?? ''}`, [
    ...(argument?.argChoices === undefined ? [] : [mustBeOneOf(argument.argChoices)]),
    `Type: ${path} ${operandExample(argument, name)}`,
    `Examples: ${path} --help`,
  ]);
}

/** Operands as they are typed, by the name that the help gives them. */
const operands: Readonly<Record<string, string>> = {
  method: 'getLists',
  file: 'contacts.csv',
  folder: '.',
  profile: 'staging',
  record: 'calls.jsonl',
};

function operandExample(argument: Argument | undefined, name: string): string {
  return argument?.argChoices?.[0] ?? operands[name] ?? `<${name}>`;
}

function excessOperand(command: EgoiCommand, word: string): CommandError {
  const path = command.path();
  const takes = command.registeredArguments.map((argument) => argument.name());
  const below = command.commands.map((known) => known.name());
  const meant = nearest(word, below)[0];
  const operandsText =
    takes.length === 0 ? 'no operand' : `${takes.map((name) => `<${name}>`).join(' ')} and no more`;
  return new CommandError(
    `${nameIn(command)} takes ${operandsText}; ${shown(word)} is one too many`,
    [
      ...(below.length === 0 ? [] : [`Its commands are ${below.join(', ')}.`]),
      `Type: ${path} ${meant ?? takes.map((name) => operandExample(undefined, name)).join(' ')}`.trimEnd(),
      `How it is used: ${path} --help`,
    ],
  );
}

function missingValue(command: EgoiCommand, option: Option): CommandError {
  const { wanted, example } = readingOf(option);
  return new CommandError(`${nameOf(option)} needs a value`, [
    wanted,
    `Type: ${nameOf(option)} ${example}`,
    `All about it: ${command.path()} --help`,
  ]);
}

function missingOption(command: EgoiCommand, option: Option): CommandError {
  const { wanted, example } = readingOf(option);
  return new CommandError(`${nameIn(command)} needs ${nameOf(option)}: ${option.description}`, [
    wanted,
    `Type: ${command.path()} … ${nameOf(option)} ${example}`,
    `Examples: ${command.path()} --help`,
  ]);
}

function wrongValue(
  command: EgoiCommand,
  target: Option | Argument,
  value: string,
  error: Error,
): CommandError {
  const { argChoices = [] } = target;
  const flag = target instanceof Option ? nameOf(target) : `<${target.name()}>`;
  const typed = target instanceof Option ? flag : command.path();
  const oneOf = error instanceof WrongValue ? error.oneOf : undefined;
  const meant = nearest(oneOf?.word ?? value, oneOf?.words ?? argChoices)[0];
  const isOption = flagsOf(command).includes(value);
  const given = isOption ? `${value}, which is an option itself` : shown(value);
  const wanted = argChoices.length > 0 ? mustBeOneOf(argChoices) : error.message;
  const example = exampleIn(error, meant) ?? meant ?? argChoices[0];
  return new CommandError(
    value === ''
      ? `${flag} is empty`
      : `${flag} cannot be ${given}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
    [wanted, ...(example === undefined ? [] : [`Type: ${typed} ${example}`])],
  );
}

/** Where the word is a part of the value, as a name before `=`, the rest of the example stays. */
function exampleIn(error: Error, meant: string | undefined): string | undefined {
  if (!(error instanceof WrongValue)) return undefined;
  if (meant === undefined) return error.example;
  const [, rest = ''] = /^[^=]*(=.*)$/.exec(error.example) ?? [];
  return `${meant}${rest === '' ? '' : '=…'}`;
}

function mustBeOneOf(choices: readonly string[]): string {
  return `It must be one of ${choices.join(', ')}.`;
}

/** What an option takes, and one such value, as it says them when it refuses the empty one. */
function readingOf(option: Option): { readonly wanted: string; readonly example: string } {
  if (option.argChoices !== undefined) {
    return { wanted: mustBeOneOf(option.argChoices), example: option.argChoices[0] ?? '' };
  }
  try {
    (option.parseArg as ((text: string, before: unknown) => unknown) | undefined)?.('', undefined);
  } catch (error) {
    if (error instanceof WrongValue) return { wanted: error.message, example: error.example };
  }
  return { wanted: option.description, example: '…' };
}

function nameOf(option: Option): string {
  return option.long ?? option.flags;
}

/** The command in a message, which begins with the program's own name. */
function nameIn(command: EgoiCommand): string {
  return command.path().replace(/^egoi /, '');
}

function has(command: EgoiCommand, what: string): string {
  const name = nameIn(command);
  return name === 'egoi' ? `there is no ${what}` : `${name} has no ${what}`;
}

function flagsOf({ options }: Command): string[] {
  return [...options.flatMap(({ long, short }) => [long, short]), '--help'].filter(
    (flag) => flag !== undefined,
  );
}

function commandsWith(command: Command, flag: string): Command[] {
  const own = command.options.some(({ long, short }) => long === flag || short === flag);
  return [...(own ? [command] : []), ...command.commands.flatMap((one) => commandsWith(one, flag))];
}

function root(command: Command): Command {
  return command.parent === null ? command : root(command.parent);
}

function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}

/** A flag needs no quotes unless it is none. */
function bare(flag: string): string {
  return /^--?[\w-]{1,40}$/.test(flag) ? flag : shown(flag);
}
