import type { Command } from 'commander';
import { addJsonOption } from '../connection/connection-options.ts';
import type { Session } from '../session.ts';

/** `egoi errors`: what the API may answer, and what to do. */
export function addErrorsCommand(program: Command, session: Session): void {
  const command = program
    .command('errors')
    .summary('list the error codes, or explain one')
    .description('Lists the error codes of the API, or says what to do about one.')
    .argument('[code]', 'such as LIST_NOT_FOUND')
    .action(async (code?: string) => {
      const { showErrors } = await import('../call/show-errors.ts');
      showErrors(session, code);
    });
  addJsonOption(command).addHelpText(
    'after',
    `
Examples:
  egoi errors                   all of them
  egoi errors LIST_NOT_FOUND    one, with what to do about it`,
  );
}
