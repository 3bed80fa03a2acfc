import { Argument, type Command } from 'commander';
import { addJsonOption } from '../connection/connection-options.ts';
import type { Session } from '../session.ts';

/** `egoi completion`: what makes the shell complete words. */
export function addCompletionCommand(program: Command, session: Session): void {
  const command = program
    .command('completion')
    .summary('print a completion script for your shell')
    .description(
      'Prints a script with which the shell completes commands, options, methods, parameters and error codes.',
    )
    .addArgument(new Argument('<shell>', 'which one').choices(['bash', 'zsh', 'fish']))
    .action(async (shell: string) => {
      const { showCompletion } = await import('../completion/show-completion.ts');
      showCompletion(session, program, shell);
    });
  addJsonOption(command).addHelpText(
    'after',
    `
Examples:
  echo 'source <(egoi completion bash)' >> ~/.bashrc
  echo 'source <(egoi completion zsh)' >> ~/.zshrc      behind compinit there
  egoi completion fish > ~/.config/fish/completions/egoi.fish`,
  );
}
