import type { Command } from 'commander';
import { addJsonOption, addReachOptions } from '../connection/connection-options.ts';
import type { Session } from '../session.ts';

/** `egoi doctor`: what works, and what to do about what does not. */
export function addDoctorCommand(program: Command, session: Session): void {
  const command = program
    .command('doctor')
    .summary('look at all five wires of a service')
    .description(
      'Looks at the four wires of API v2 and at API v3 side by side: which of them live, connection, TLS, WSDL, time, and whether they give the same answer. Makes five calls of getCredits.',
    )
    .action(async () => {
      const { runDoctor } = await import('../doctor/run-doctor.ts');
      await runDoctor(session, command.opts());
    });
  addJsonOption(addReachOptions(command, '15')).addHelpText(
    'after',
    `
Examples:
  egoi doctor                                     the service
  egoi doctor --endpoint http://localhost:8080    a sandbox or a gateway

It works without a key too: the refusal shows that a wire works.`,
  );
}
