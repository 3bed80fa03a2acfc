import {
  type AddHelpTextContext,
  type AddHelpTextPosition,
  type Argument,
  Command,
  type Help,
  type HelpContext,
  InvalidArgumentError,
  Option,
} from 'commander';
import { fitted, HelpLayout, optionGroups } from './help-layout.ts';
import { UsageError } from './usage-error.ts';
import { WrongValue } from './wrong-value.ts';

/**
 * A command that refuses its words with all that is needed to say what to type instead. What is overridden
 * is no part of commander's declared types; `test/usage.test.ts` looks at every one of them.
 */
export class EgoiCommand extends Command {
  /** How it is called, where that is not by its name and those of the commands above it. */
  calledAs: string | undefined;

  #takesUnknown = false;

  constructor(name?: string) {
    super(name);
    this.addHelpOption(
      new Option('-h, --help', 'show how it is used').helpGroup(optionGroups.general),
    );
  }

  override createCommand(name?: string): EgoiCommand {
    return new EgoiCommand(name);
  }

  override createHelp(): Help {
    return new HelpLayout();
  }

  override addHelpText(
    position: AddHelpTextPosition,
    text: string | ((context: AddHelpTextContext) => string),
  ): this {
    const output = this.configureOutput();
    return super.addHelpText(position, (context) =>
      fitted(typeof text === 'string' ? text : text(context), output.getOutHelpWidth?.() ?? 80),
    );
  }

  /** The words by which it is called: `egoi migrate scan`. */
  path(): string {
    if (this.calledAs !== undefined) return this.calledAs;
    return this.parent instanceof EgoiCommand
      ? `${this.parent.path()} ${this.name()}`
      : this.name();
  }

  /** Makes every option that takes a value refuse the empty one, unless it reads values itself. */
  refuseEmptyValues(): void {
    for (const option of this.options) {
      const takesValue = option.required || option.optional;
      if (!takesValue || option.parseArg !== undefined) continue;
      option.argParser((text: string) => {
        if (text !== '') return text;
        throw new WrongValue('It must not be empty.', exampleFor(option));
      });
    }
    for (const command of this.commands)
      if (command instanceof EgoiCommand) command.refuseEmptyValues();
  }

  override allowUnknownOption(allow = true): this {
    this.#takesUnknown = allow;
    return super.allowUnknownOption(allow);
  }

  unknownOption(flag: string): void {
    if (this.#takesUnknown) return;
    throw new UsageError(this, { kind: 'unknown option', flag });
  }

  unknownCommand(): never {
    throw new UsageError(this, { kind: 'unknown command', word: this.args[0] ?? '' });
  }

  /** Where commander would show its own help for a command that is none. */
  override help(context?: HelpContext | ((text: string) => string)): never {
    const [word, of] = this.args;
    const isAsked = word === 'help' && of !== undefined;
    if (isAsked && this.commands.every((command) => command.name() !== of)) {
      throw new UsageError(this, { kind: 'unknown command', word: of });
    }
    return super.help(context as HelpContext);
  }

  missingArgument(name: string): never {
    throw new UsageError(this, { kind: 'missing operand', name });
  }

  _excessArguments(words: readonly string[]): never {
    const word = words[this.registeredArguments.length] ?? '';
    throw new UsageError(this, { kind: 'excess operand', word });
  }

  optionMissingArgument(option: Option): never {
    throw new UsageError(this, { kind: 'missing value', option });
  }

  missingMandatoryOptionValue(option: Option): never {
    throw new UsageError(this, { kind: 'missing option', option });
  }

  _callParseArg(target: Option | Argument, value: string, before: unknown): unknown {
    try {
      return (target.parseArg as (text: string, before: unknown) => unknown)(value, before);
    } catch (error) {
      if (!(error instanceof InvalidArgumentError)) throw error;
      throw new UsageError(this, { kind: 'wrong value', target, value, error });
    }
  }
}

const examples: Readonly<Record<string, string>> = {
  address: 'http://localhost:8080',
  file: './file',
  path: './file',
  profile: 'staging',
};

/** A value to type, by the name that the help gives to what is typed. */
function exampleFor({ flags, argChoices }: Option): string {
  const [, placeholder = ''] = /[<[]([\w-]+)/.exec(flags) ?? [];
  return argChoices?.[0] ?? examples[placeholder] ?? placeholder;
}
