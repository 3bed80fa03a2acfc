import type { Command } from 'commander';
import { addJsonOption } from '../connection/connection-options.ts';
import type { Session } from '../session.ts';

/** `egoi login`: keeps the key. */
export function addLoginCommand(program: Command, session: Session): void {
  const command = program
    .command('login')
    .summary('keep the API key for all commands')
    .description(
      'Asks for the API key without showing it and keeps it in a file that only you can read. From a pipe it takes the key as it comes.',
    )
    .action(async () => {
      const { runLogin } = await import('../connection/run-login.ts');
      await runLogin(session);
    });
  addJsonOption(command).addHelpText(
    'after',
    `
Examples:
  egoi login
  pass show egoi | egoi login

EGOI_API_KEY goes before what is kept. Next: egoi doctor`,
  );
}
