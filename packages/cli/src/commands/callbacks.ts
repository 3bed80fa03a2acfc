import type { Command } from 'commander';
import { addJsonOption } from '../connection/connection-options.ts';
import type { OutboxOptions } from '../gateway/show-outbox.ts';
import type { Session } from '../session.ts';

/** `egoi callbacks`: what a gateway has not delivered to old programs. */
export function addCallbacksCommand(program: Command, session: Session): void {
  const command = program
    .command('callbacks')
    .summary('show the callbacks that a gateway could not deliver, or try them again')
    .description(
      'Shows how many callbacks wait in the file of egoi gateway --callbacks-file, and lists those that were given up. The gateway may run meanwhile.',
    )
    .argument('<file>', 'that of --callbacks-file')
    .option('--retry', 'put those that were given up behind what waits')
    .action(async (file: string, options: OutboxOptions) => {
      const { showOutbox } = await import('../gateway/show-outbox.ts');
      await showOutbox(session, file, options);
    });
  addJsonOption(command).addHelpText(
    'after',
    `
Examples:
  egoi callbacks callbacks.db            what waits, and what was given up
  egoi callbacks callbacks.db --retry    the program is back: deliver it after all`,
  );
}
