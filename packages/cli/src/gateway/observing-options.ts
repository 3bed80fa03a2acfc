import type { Command } from 'commander';
import { optionGroups } from '../options/help-layout.ts';
import { wholeNumber } from '../options/number-option.ts';
import { filePath } from '../options/text-values.ts';
import { WrongValue } from '../options/wrong-value.ts';
import { hostOption } from '../serving/serving-options.ts';

/** What `egoi gateway` is to tell of its calls, and how many it lets through. */
export interface ObservingOptions {
  /** The file of the record. */
  readonly record?: string;
  /** The file of the access log; `-` is the error output. */
  readonly log?: string;
  readonly quiet?: boolean;
  readonly adminPort?: number;
  readonly adminHost: string;
  readonly callsPerHour?: number;
  /** Where the budgets are that several gateways share. */
  readonly redis?: string;
}

/** Adds the options by which a gateway is watched and held to a budget. */
export function addObservingOptions(command: Command): Command {
  return command
    .optionsGroup(optionGroups.watching)
    .option('--quiet', 'print no line for each call')
    .option(
      '--log <file>',
      'write each call as a line of JSON to a file; - is the error output',
      filePath,
    )
    .option(
      '--record <file>',
      'record which calls come, never their values, for egoi migrate',
      filePath,
    )
    .addOption(
      wholeNumber(
        '--admin-port <port>',
        'serve /healthz, /readyz, /metrics (Prometheus) and calls for egoi tail at this port; 0 takes any free one',
        { min: 0, max: 65_535, otherwise: 'none' },
      ),
    )
    .addOption(hostOption('--admin-host <name>', 'interface of the admin port'))
    .addOption(
      wholeNumber(
        '--calls-per-hour <requests>',
        'requests to the service that each key may cause in any 60 minutes',
        { min: 1, max: 10_000, otherwise: 'no limit; 150 with --redis' },
      ),
    )
    .option(
      '--redis <address>',
      'share that budget with other gateways by this Redis: redis://host:6379 (password: EGOI_REDIS_PASSWORD)',
      redisAddress,
    )
    .optionsGroup(optionGroups.own);
}

function redisAddress(text: string): string {
  const isAddress = /^rediss?:\/\//.test(text) && URL.canParse(text);
  if (!isAddress)
    throw new WrongValue('It must be the address of a Redis.', 'redis://localhost:6379');
  const { username, password } = new URL(text);
  if (username === '' && password === '') return text;
  throw new WrongValue(
    'A password does not belong on the command line: set EGOI_REDIS_USERNAME and EGOI_REDIS_PASSWORD.',
    'redis://localhost:6379',
  );
}
