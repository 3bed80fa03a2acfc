import type { Command } from 'commander';
import { addJsonOption, addReachOptions } from '../connection/connection-options.ts';
import type { Session } from '../session.ts';

/** `egoi doctor`: what works, and what to do about what does not. */
export function addDoctorCommand(program: Command, session: Session): void {
  const command = program
    .command('doctor')
    .summary('look at all four wires of a service')
    .description(
      'Looks at all four wires of a service side by side: connection, TLS, WSDL, time, and whether they give the same answer. Makes four calls of getUserData.',
    )
    .action(async () => {
      const { runDoctor } = await import('../doctor/run-doctor.ts');
      await runDoctor(session, command.opts());
    });
  addJsonOption(addReachOptions(command)).addHelpText(
    'after',
    `
Examples:
  egoi doctor                                     the service
  egoi doctor --endpoint http://localhost:8080    a sandbox or a gateway

It works without a key too: the refusal shows that a wire works.`,
  );
}
