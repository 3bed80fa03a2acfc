import { type Command, InvalidArgumentError } from 'commander';
import { addJsonOption, wholeNumber } from '../connection/connection-options.ts';
import type { SandboxCommandOptions } from '../sandbox/run-sandbox.ts';
import type { Session } from '../session.ts';

/** `egoi sandbox`: an account to try things out on. */
export function addSandboxCommand(program: Command, session: Session): void {
  const command = program
    .command('sandbox')
    .summary('serve an embedded account on all four wires and API v3')
    .description(
      'Serves an embedded E-goi account on all four wires and on API v3 until Ctrl-C, and prints its addresses and its key. It sends no mail.',
    )
    .option('--file <path>', 'keep the account in a file (default: in memory)')
    .option(
      '--port <number>',
      'where to listen; 0 takes any free port',
      wholeNumber(0, 65_535),
      8080,
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
    .option(
      '--contacts <number>',
      'a new account begins with a list of so many',
      wholeNumber(0, 1_000_000),
      0,
    )
    .option(
      '--calls-per-hour <number>',
      'refuse calls above; the service has 150 (default: as many as come)',
      wholeNumber(0, 1_000_000),
      0,
    )
    .option('--https', 'speak https, with a certificate made for this run unless one is given')
    .option('--cert <file>', 'PEM certificate; speaks https')
    .option('--private-key <file>', 'PEM private key of the certificate')
    .action(async (options: SandboxCommandOptions) => {
      const { runSandbox } = await import('../sandbox/run-sandbox.ts');
      await runSandbox(session, options);
    });
  addJsonOption(command).addHelpText(
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
