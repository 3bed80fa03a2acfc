import type { Command } from 'commander';
import { addJsonOption, addReachOptions, wholeNumber } from '../connection/connection-options.ts';
import type { Session } from '../session.ts';
import type { BenchOptions } from '../bench/run-bench.ts';

/** `egoi bench`: how fast the wires are here. */
export function addBenchCommand(program: Command, session: Session): void {
  const command = program
    .command('bench')
    .summary('measure the five wires')
    .description(
      'Measures calls per second and times of the four wires of API v2 and of API v3: a small call and a page of contacts. Without --endpoint it starts a sandbox of its own and costs no call of yours.',
    )
    .option(
      '--calls <number>',
      'of each kind over each wire (default: 300; 5 with --endpoint)',
      wholeNumber(1, 1_000_000),
    )
    .option('--concurrency <number>', 'calls at once', wholeNumber(1, 64), 1)
    .option('--list <number>', 'with --endpoint: a list whose contacts are read too')
    .option('--spend', 'with --endpoint: yes, spend calls of the account')
    .action(async (options: BenchOptions) => {
      const { runBench } = await import('../bench/run-bench.ts');
      await runBench(session, options);
    });
  addJsonOption(addReachOptions(command)).addHelpText(
    'after',
    `
Examples:
  egoi bench
  egoi bench --concurrency 16 --calls 2000
  egoi bench --endpoint https://api.e-goi.com --calls 5 --spend`,
  );
}
