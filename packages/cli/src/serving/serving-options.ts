import { type Command, Option } from 'commander';
import { optionGroups } from '../options/help-layout.ts';
import { wholeNumber } from '../options/number-option.ts';
import { filePath } from '../options/text-values.ts';
import { WrongValue } from '../options/wrong-value.ts';
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
    .optionsGroup(optionGroups.serving)
    .addOption(
      wholeNumber('--port <port>', 'where to listen; 0 takes any free port', {
        min: 0,
        max: 65_535,
        otherwise: port,
      }),
    )
    .addOption(hostOption('--host <name>', 'interface to listen at'))
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
    .option('--cert <file>', 'PEM certificate; speaks https', filePath)
    .option('--private-key <file>', 'PEM private key of the certificate', filePath)
    .optionsGroup(optionGroups.own);
}

/** An option that takes an interface to listen at; it is this machine alone unless told otherwise. */
export function hostOption(flags: string, description: string): Option {
  return new Option(flags, description).default('127.0.0.1').argParser((text: string) => {
    if (/^[\w.:-]+$/.test(text)) return text;
    throw new WrongValue(
      'It must be the name or address of an interface, without a port.',
      '0.0.0.0',
    );
  });
}

function hostNames(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  for (const name of names) {
    if (/[/:?#@]/.test(name.replace(/^\[.*\]$/, '')) || !URL.canParse(`http://${name}`)) {
      throw new WrongValue(
        'It must be host names without ports, parted by commas.',
        'egoi.example.com',
      );
    }
  }
  return names;
}

function origins(text: string): readonly string[] {
  const named = text.split(',').map((origin) => origin.trim());
  for (const origin of named) {
    if (!/^https?:/.test(origin) || !URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw new WrongValue(
        'It must be origins, parted by commas: scheme, host and port, and nothing behind.',
        'http://localhost:3000',
      );
    }
  }
  return named;
}
