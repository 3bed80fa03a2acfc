import { readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { standardInputText } from '../files/standard-input.ts';
import { CommandError } from '../command-error.ts';
import { optionGroups } from '../options/help-layout.ts';
import { seconds, wholeNumber } from '../options/number-option.ts';
import {
  filePath,
  profileName,
  proxyAddress,
  serviceAddressGiven,
} from '../options/text-values.ts';
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

/** How long and how often a command tries where its options do not say it, as the help tells it. */
export interface ConnectionDefaults {
  /** In seconds. */
  readonly timeout: string;
  readonly retry: number;
}

/** Adds the options by which a command reaches a service. */
export function addConnectionOptions(
  command: Command,
  { timeout, retry }: ConnectionDefaults,
): Command {
  const retryRange = { min: 0, max: 19, otherwise: String(retry) };
  addReachOptions(command, timeout)
    .optionsGroup(optionGroups.connection)
    .addOption(wireOption('how to speak').default(undefined, defaultWire))
    .addOption(
      wholeNumber(
        '--retry <times>',
        'repeat a call that failed, where that cannot do it twice',
        retryRange,
      ),
    )
    .optionsGroup(optionGroups.own);
  return addV3Options(command);
}

/** Adds those that do not choose one of the wires. @param timeout the default of --timeout, in seconds */
export function addReachOptions(command: Command, timeout: string): Command {
  return command
    .optionsGroup(optionGroups.connection)
    .addOption(profileOption('the account that is called, as egoi login keeps it'))
    .addOption(endpointOption('of the service, or of a wire of it'))
    .addOption(seconds('--timeout <seconds>', 'time limit of a call', timeout))
    .addOption(
      new Option('--ca <file>', 'certificates to trust, as PEM')
        .default(undefined, 'those of Node.js')
        .argParser(filePath),
    )
    .addOption(
      new Option('--proxy <address>', 'HTTP proxy, as http://host:port, or environment')
        .default(undefined, 'none')
        .argParser(proxyAddress),
    )
    .optionsGroup(optionGroups.own);
}

/** `--profile`. @param description what is done with it */
export function profileOption(description: string): Option {
  return new Option('--profile <profile>', description)
    .default(undefined, 'that of EGOI_PROFILE, or of egoi profiles use')
    .argParser(profileName);
}

/** `--endpoint`. @param description what is done with it */
export function endpointOption(description: string): Option {
  return new Option('-e, --endpoint <address>', description)
    .default(undefined, 'https://api.e-goi.com, of API v3 https://api.egoiapp.com')
    .argParser(serviceAddressGiven);
}

/** `--transport`. @param description what is done with it */
export function wireOption(description: string): Option {
  return new Option('-t, --transport <wire>', description).choices(wireNames);
}

/** Adds `--json`, which every command has. */
export function addJsonOption(command: Command): Command {
  return command
    .optionsGroup(optionGroups.general)
    .option('--json', 'print results and errors as JSON, one value a line')
    .optionsGroup(optionGroups.own);
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
