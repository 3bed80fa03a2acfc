import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { standardInputText } from '../files/standard-input.ts';
import { CommandError } from '../command-error.ts';
import { defaultWire, type WireName, wireNames } from '@egoi-client/transports/wires';
import { addV3Options, type V3CommandOptions } from './v3-options.ts';

/** What the commands that speak with a service were given on the command line. */
export interface ConnectionOptions extends ReachOptions, V3CommandOptions {
  readonly transport?: WireName;
  readonly retry?: number;
}

/** Those of them that do not choose one of the wires. */
export interface ReachOptions {
  /** The name of a profile. */
  readonly profile?: string;
  readonly endpoint?: string;
  /** In milliseconds. */
  readonly timeout?: number;
  readonly ca?: string;
  readonly proxy?: string;
}

/** Adds the options by which a command reaches a service. */
export function addConnectionOptions(command: Command): Command {
  const reaching = addReachOptions(command)
    .addOption(
      new Option('-t, --transport <wire>', `how to speak (default: ${defaultWire})`).choices(
        wireNames,
      ),
    )
    .option(
      '--retry <times>',
      'repeat a call that failed, where that cannot do it twice (default: 0)',
      wholeNumber(0, 19),
    );
  return addV3Options(reaching);
}

/** Adds those that do not choose one of the wires. */
export function addReachOptions(command: Command): Command {
  return command
    .option(
      '-e, --endpoint <address>',
      'of the service, or of a wire of it (default: https://api.e-goi.com, for API v3 https://api.egoiapp.com)',
    )
    .option('--timeout <seconds>', 'time limit of a call', seconds)
    .option('--ca <file>', 'certificates to trust, as PEM, in place of the built-in ones')
    .option('--proxy <address>', 'HTTP proxy, as http://host:port, or environment')
    .addOption(profileOption('whose key and address are used, as egoi login keeps them'));
}

/** `--profile`. @param description what is done with it */
export function profileOption(description: string): Option {
  return new Option('--profile <profile>', description);
}

/** Adds `--json`, which every command has. */
export function addJsonOption(command: Command): Command {
  return command.option('--json', 'print results and errors as JSON, one value a line');
}

/** Reads a whole number from `min` to `max`. */
export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= min && number <= max) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`);
  };
}

/** Reads seconds, with a fraction where wanted, as milliseconds. */
export function seconds(text: string): number {
  const milliseconds = Math.round(Number(text) * 1000);
  if (/^\d+(\.\d+)?$/.test(text) && milliseconds >= 1 && milliseconds <= 86_400_000) {
    return milliseconds;
  }
  throw new InvalidArgumentError('It must be a number of seconds, 0.001 to 86400.');
}

/**
 * The whole text of a file that a person named.
 *
 * @param what names it in the error: `the certificates of --ca`
 * @throws CommandError where it cannot be read
 */
export function readNamedFile(path: string, what: string): string {
  if (path === '-') return standardInputText();
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new CommandError(`${what} cannot be read from ${path}${code}`);
  }
}
