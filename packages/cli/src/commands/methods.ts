import type { Command } from 'commander';
import { addJsonOption } from '../connection/connection-options.ts';
import type { Session } from '../session.ts';

/** `egoi methods`: what can be called. */
export function addMethodsCommand(program: Command, session: Session): void {
  const command = program
    .command('methods')
    .summary('list the methods, or show one')
    .description(
      'Lists the methods of the API, or shows all about one: parameters, errors, what becomes of it over API v3, an example.',
    )
    .argument('[method]', 'its name')
    .action(async (name?: string) => {
      const { showMethods } = await import('../call/show-methods.ts');
      showMethods(session, name);
    });
  addJsonOption(command).addHelpText(
    'after',
    `
Examples:
  egoi methods                  all of them, by group
  egoi methods addSubscriber    one of them

Next: egoi call <method>`,
  );
}
