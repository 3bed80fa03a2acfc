import { type Command, InvalidArgumentError } from 'commander';
import { wholeNumber } from '../connection/connection-options.ts';

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
    .option('--quiet', 'print no line for each call')
    .option('--log <file>', 'write each call as a line of JSON to a file; - is the error output')
    .option('--record <file>', 'record which calls come, never their values, for egoi migrate')
    .option(
      '--admin-port <number>',
      'serve /healthz, /readyz and /metrics (Prometheus) at this port; 0 takes any free one',
      wholeNumber(0, 65_535),
    )
    .option('--admin-host <name>', 'interface of the admin port', '127.0.0.1')
    .option(
      '--calls-per-hour <number>',
      'requests to the service that each key may cause in any 60 minutes',
      wholeNumber(1, 10_000),
    )
    .option(
      '--redis <address>',
      'share that budget with other gateways by this Redis: redis://host:6379 (password: EGOI_REDIS_PASSWORD)',
      redisAddress,
    );
}

function redisAddress(text: string): string {
  const isAddress = /^rediss?:\/\//.test(text) && URL.canParse(text);
  if (!isAddress) throw new InvalidArgumentError('It takes an address such as redis://host:6379.');
  const { username, password } = new URL(text);
  if (username === '' && password === '') return text;
  throw new InvalidArgumentError(
    'A password does not belong on the command line: set EGOI_REDIS_USERNAME and EGOI_REDIS_PASSWORD.',
  );
}
