import type { Command, Option } from 'commander';
import { allMethods, errorTable } from '@egoi-client/core';
import { parametersOf, parameterValues } from '../call/method-parameters.ts';

/** An option as a shell offers it. */
export interface OptionWord {
  /** `--transport`. */
  readonly long: string;
  /** `--transport` and `-t`. */
  readonly names: readonly string[];
  readonly description: string;
  readonly takesValue: boolean;
  readonly takesFile: boolean;
  /** Whether it names a profile; the shell asks for those when it completes. */
  readonly takesProfile: boolean;
  readonly choices: readonly string[];
}

/** What may stand at the place of a command's first operand. */
export type OperandKind = 'method' | 'code' | 'shell' | 'command' | 'subcommand' | 'file' | 'none';

export interface CommandWord {
  readonly name: string;
  readonly summary: string;
  readonly operand: OperandKind;
  /** The commands below it; its options are those of all of them. */
  readonly subcommands: readonly string[];
  /** Those of them that take the name of a profile. */
  readonly ofProfiles: readonly string[];
  readonly options: readonly OptionWord[];
}

/** A parameter and the values that it takes. */
interface ParameterChoice {
  readonly parameter: string;
  readonly values: readonly string[];
}

/** Everything that the shells know of the program. */
export interface Vocabulary {
  readonly commands: readonly CommandWord[];
  readonly methods: readonly {
    readonly name: string;
    readonly summary: string;
    /** Those of extra fields, which have numbers, left out. */
    readonly parameters: readonly string[];
    /** What parameters take of which there is a choice. */
    readonly values: readonly ParameterChoice[];
  }[];
  readonly codes: readonly string[];
  readonly shells: readonly string[];
}

/** The shells that a script can be made for. */
const shells = ['bash', 'zsh', 'fish'] as const;

const operandKinds: Readonly<Record<string, OperandKind>> = {
  method: 'method',
  code: 'code',
  shell: 'shell',
  file: 'file',
};

/** Reads the words off the tree of commands and the catalogue. */
export function vocabularyOf(program: Command): Vocabulary {
  const commands = program.commands.map((command) => ({
    name: command.name(),
    summary: command.summary(),
    operand: operandOf(command),
    subcommands: command.commands.map((below) => below.name()),
    ofProfiles: command.commands
      .filter(({ registeredArguments: [first] }) => first?.name() === 'profile')
      .map((below) => below.name()),
    options: optionsOf(command).map(
      ({ long, short, description, flags, required, argChoices }) => ({
        long: long ?? '',
        names: [long, short].filter((name) => name !== undefined),
        description,
        takesValue: required,
        takesFile: /<(file|path)>/.test(flags),
        takesProfile: flags.includes('<profile>'),
        choices: argChoices ?? [],
      }),
    ),
  }));
  const help = {
    name: 'help',
    summary: 'show how a command is used',
    operand: 'command',
    subcommands: [],
    ofProfiles: [],
    options: [],
  } as const;
  return {
    commands: [...commands, help],
    methods: allMethods().map((spec) => ({
      name: spec.name,
      summary: spec.summary,
      parameters: parametersOf(spec)
        .map(({ name }) => name)
        .filter((name) => name !== 'extra_N'),
      values: Array.from(parameterValues(spec), ([parameter, values]) => ({
        parameter,
        values: values.filter((value) => isPlainWord.test(value)),
      })),
    })),
    codes: Object.keys(errorTable),
    shells,
  };
}

function operandOf({ commands, registeredArguments }: Command): OperandKind {
  if (commands.length > 0) return 'subcommand';
  return operandKinds[registeredArguments[0]?.name() ?? ''] ?? 'none';
}

/** Its own options and those of the commands below it, each once. */
function optionsOf({ options, commands }: Command): Option[] {
  const all = [...options, ...commands.flatMap((below) => below.options)];
  return [...new Map(all.map((option) => [option.long, option])).values()];
}

/** What no shell reads anything in. */
const isPlainWord = /^[\w.+-]+$/;

/** The choices of all methods as cases of a shell: the same values once, for all that take them. */
export function choiceCases(
  methods: Vocabulary['methods'],
  writeCase: (patterns: string, values: readonly string[]) => string,
): string {
  const patterns = new Map<string, string[]>();
  for (const { name, values } of methods) {
    for (const { parameter, values: words } of values) {
      const key = words.join(' ');
      patterns.set(key, [...(patterns.get(key) ?? []), `${name}/${parameter}`]);
    }
  }
  return Array.from(patterns, ([words, places]) =>
    writeCase(places.join('|'), words.split(' ')),
  ).join('\n');
}

/** Every name of every option that takes a value, each once. */
export function valuedOptions(commands: readonly CommandWord[]): string[] {
  const options = commands.flatMap((command) => command.options);
  return [...new Set(options.filter((o) => o.takesValue).flatMap(({ names }) => names))];
}

/** A text as one word of a shell, in single quotes. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
