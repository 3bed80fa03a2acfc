import type { HttpOptions } from '@egoi-client/http';
import type { V3TransportOptions } from '@egoi-client/transport-v3';
import { type Command, Option } from 'commander';
import { CommandError } from '../command-error.ts';
import { optionGroups } from '../options/help-layout.ts';
import { WrongValue } from '../options/wrong-value.ts';

/** What a command was given for API v3 alone. */
export interface V3CommandOptions {
  readonly allowLoss?: readonly string[];
  readonly losses?: 'report' | 'refuse';
  readonly phonePrefix?: string;
  /** Further options of the transport, by name, as JSON values. */
  readonly v3?: Readonly<Record<string, unknown>>;
}

/** Options of `v3Transport` that have an option of the command line to themselves, or none. */
type SetElsewhere =
  | keyof HttpOptions
  | 'endpoint'
  | 'losses'
  | 'allowLosses'
  | 'onLoss'
  | 'callbacks'
  | 'phonePrefix';

// A table, so that one that is missing shows when types are checked.
const further: Readonly<Record<Exclude<keyof V3TransportOptions, SetElsewhere>, true>> = {
  automationActions: true,
  contactAnswers: true,
  importCallbackUrl: true,
  importPollMs: true,
  imports: true,
  listDetails: true,
  pageSize: true,
  stepDelayMs: true,
  stepTries: true,
  userId: true,
  voiceSenderId: true,
  whenPartly: true,
};

/** The options of `v3Transport` that `--v3` may set. */
export const furtherOptions: readonly string[] = Object.keys(further);

/** Adds the options that say what API v3 cannot know, or may lose. */
export function addV3Options(command: Command): Command {
  return command
    .optionsGroup(optionGroups.v3)
    .option(
      '--allow-loss <method.name>',
      'a loss that is fine, as egoi methods <method> lists it; may be given several times',
      lossName,
    )
    .addOption(
      new Option('--losses <how>', 'what becomes of a call that loses something')
        .choices(['report', 'refuse'])
        .default(undefined, 'report'),
    )
    .option(
      '--phone-prefix <digits>',
      'country of telephone numbers without one: 1 to 3 digits',
      countryPrefix,
    )
    .option(
      '--v3 <name=value>',
      `${furtherOptions.join(', ')}; may be given several times`,
      furtherOption,
    )
    .optionsGroup(optionGroups.own);
}

/** Reads the name of a loss, beside those before it. */
function lossName(text: string, before: readonly string[] = []): readonly string[] {
  if (/^\w+\.[\w.]+$/.test(text)) return [...before, text];
  throw new WrongValue(
    'It must be method.name, as egoi methods <method> lists what is lost.',
    'addSubscriberBulk.subscribers.status',
  );
}

/** Reads the prefix of a country. */
export function countryPrefix(text: string): string {
  if (/^[1-9]\d{0,2}$/.test(text)) return text;
  const digits = text.replace(/^(\+|00)/, '');
  const example = /^[1-9]\d{0,2}$/.test(digits) ? digits : '351';
  throw new WrongValue('It must be the 1 to 3 digits of a country, without a +.', example);
}

function furtherOption(
  text: string,
  before: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  if (!furtherOptions.includes(name)) {
    throw new WrongValue(
      `It must be name=value, with one of ${furtherOptions.join(', ')}.`,
      'pageSize=100',
      { word: name === '' ? text : name, words: furtherOptions },
    );
  }
  if (Object.hasOwn(before, name)) throw new WrongValue(`${name} is given twice.`, text);
  return { ...before, [name]: valueOf(value) };
}

/** Numbers, lists and tables as JSON; words as they are. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** What `v3Transport` is made with; nothing where nothing was given. */
export function v3OptionsOf({ allowLoss, losses, phonePrefix, v3 = {} }: V3CommandOptions) {
  return {
    ...v3,
    ...(allowLoss === undefined ? {} : { allowLosses: allowLoss }),
    ...(losses === undefined ? {} : { losses }),
    ...(phonePrefix === undefined ? {} : { phonePrefix }),
  };
}

/**
 * @param chosenBy the option that chose the wire: `--transport`
 * @throws CommandError for what API v3 alone heeds, where another wire is spoken
 */
export function refuseV3Options(options: V3CommandOptions, wire: string, chosenBy: string): void {
  const given = Object.keys(v3OptionsOf(options)).map(flagOf);
  if (given.length === 0) return;
  throw new CommandError(`${given.join(', ')}: for API v3, and the transport is ${wire}`, [
    `Add ${chosenBy} v3, or leave them out.`,
  ]);
}

/** How an option of `v3Transport` is written on the command line. */
export function flagOf(name: string): string {
  switch (name) {
    case 'allowLosses':
      return '--allow-loss';
    case 'losses':
      return '--losses';
    case 'phonePrefix':
      return '--phone-prefix';
    default:
      return `--v3 ${name}`;
  }
}
