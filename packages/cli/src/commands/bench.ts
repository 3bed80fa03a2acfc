import type { Command } from 'commander';
import { listNumber } from '../bulk/option-values.ts';
import { addJsonOption, addReachOptions } from '../connection/connection-options.ts';
import { wholeNumber } from '../options/number-option.ts';
import type { Session } from '../session.ts';
import type { BenchOptions } from '../bench/run-bench.ts';

/** `egoi bench`: how fast the wires are here. */
export function addBenchCommand(program: Command, session: Session): void {
  const command = program
    .command('bench')
    .summary('measure the five wires')
    .description(
      'Measures calls per second and times of the four wires of API v2 and of API v3: a small call and a page of contacts. Without --endpoint and --profile it starts a sandbox of its own and costs no call of yours.',
    )
    .addOption(
      wholeNumber('--calls <calls>', 'of each kind over each wire', {
        min: 1,
        max: 1_000_000,
        otherwise: '300; 5 of a service',
      }),
    )
    .addOption(
      wholeNumber('--concurrency <calls>', 'calls at once', { min: 1, max: 64, otherwise: 1 }),
    )
    .option('--list <number>', 'of a service: a list whose contacts are read too', listNumber)
    .option('--spend', 'of a service: yes, spend calls of the account')
    .action(async (options: BenchOptions) => {
      const { runBench } = await import('../bench/run-bench.ts');
      await runBench(session, options);
    });
  addJsonOption(addReachOptions(command, '60')).addHelpText(
    'after',
    `
Examples:
  egoi bench
  egoi bench --concurrency 16 --calls 2000
  egoi bench --endpoint https://api.e-goi.com --calls 5 --spend`,
  );
}
