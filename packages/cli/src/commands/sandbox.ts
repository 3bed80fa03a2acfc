import { type Command, Option } from 'commander';
import { addJsonOption } from '../connection/connection-options.ts';
import { wholeNumber } from '../options/number-option.ts';
import { filePath } from '../options/text-values.ts';
import type { SandboxCommandOptions } from '../sandbox/run-sandbox.ts';
import { addServingOptions } from '../serving/serving-options.ts';
import type { Session } from '../session.ts';

/** `egoi sandbox`: an account to try things out on. */
export function addSandboxCommand(program: Command, session: Session): void {
  const command = program
    .command('sandbox')
    .summary('serve an embedded account on all four wires and API v3')
    .description(
      'Serves an embedded E-goi account on all four wires and on API v3 until Ctrl-C, with a page to look at it in a browser, and prints its addresses and its key, and a line for each call. It sends no mail.',
    )
    .addOption(
      new Option('--file <path>', 'where to keep the account')
        .default(undefined, 'in memory')
        .argParser(filePath),
    )
    .addOption(
      wholeNumber('--contacts <contacts>', 'a new account begins with a list of so many', {
        min: 0,
        max: 1_000_000,
        otherwise: 0,
      }),
    )
    .addOption(
      wholeNumber(
        '--calls-per-hour <calls>',
        'refuse calls above, as the service does above 150; 0 refuses none',
        { min: 0, max: 1_000_000, otherwise: 0 },
      ),
    )
    .option('--https', 'speak https, with a certificate made for this run unless one is given')
    .option('--quiet', 'print no line for each call')
    .action(async (options: SandboxCommandOptions) => {
      const { runSandbox } = await import('../sandbox/run-sandbox.ts');
      await runSandbox(session, options);
    });
  addJsonOption(addServingOptions(command, 8080)).addHelpText(
    'after',
    `
Examples:
  egoi sandbox                            in memory, at http://127.0.0.1:8080
  egoi sandbox --file account.db          goes on where it stopped
  egoi sandbox --contacts 500 --port 0    a list with 500 contacts, any free port
  egoi sandbox --https                    clients trust the file that it prints
  egoi sandbox --host 0.0.0.0             for other machines and containers, too

Next, in another terminal: egoi call getLists`,
  );
}
