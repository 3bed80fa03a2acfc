import { type Command, InvalidArgumentError } from 'commander';
import { wholeNumber } from '../connection/connection-options.ts';
import type { KeyPairOptions } from './key-pair.ts';

/** Where a command that serves was told to listen, and to whom. */
export interface ServingOptions extends KeyPairOptions {
  readonly port: number;
  readonly host: string;
  readonly allowHost?: readonly string[];
  readonly allowOrigin?: readonly string[];
}

/** Adds the options of every command that serves. @param port where it listens unless told otherwise */
export function addServingOptions(command: Command, port: number): Command {
  return command
    .option(
      '--port <number>',
      'where to listen; 0 takes any free port',
      wholeNumber(0, 65_535),
      port,
    )
    .option('--host <name>', 'interface to listen at', '127.0.0.1')
    .option(
      '--allow-host <names>',
      'further names, parted by commas, under which programs may reach it',
      hostNames,
    )
    .option(
      '--allow-origin <origins>',
      'web pages, by their origins parted by commas, that may send to it',
      origins,
    )
    .option('--cert <file>', 'PEM certificate; speaks https')
    .option('--private-key <file>', 'PEM private key of the certificate');
}

function hostNames(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  for (const name of names) {
    if (/[/:?#@]/.test(name.replace(/^\[.*\]$/, '')) || !URL.canParse(`http://${name}`)) {
      throw new InvalidArgumentError('It takes host names without ports, parted by commas.');
    }
  }
  return names;
}

function origins(text: string): readonly string[] {
  const named = text.split(',').map((origin) => origin.trim());
  for (const origin of named) {
    if (!/^https?:/.test(origin) || !URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw new InvalidArgumentError(
        'It takes origins such as http://localhost:3000, parted by commas.',
      );
    }
  }
  return named;
}
