import type { Command } from 'commander';
import { defaultWire } from '@egoi-client/transports/wires';
import {
  addJsonOption,
  endpointOption,
  profileOption,
  wireOption,
} from '../connection/connection-options.ts';
import { countryPrefix } from '../connection/v3-options.ts';
import type { LoginOptions } from '../connection/run-login.ts';
import type { Session } from '../session.ts';

/** `egoi login`: keeps the key. */
export function addLoginCommand(program: Command, session: Session): void {
  const command = program
    .command('login')
    .summary('keep the API key for all commands')
    .description(
      'Asks for the API key without showing it and keeps it in a file that only you can read. From a pipe it takes the key as it comes. With --profile several accounts are kept side by side.',
    )
    .addOption(profileOption('the name under which it is kept'))
    .addOption(endpointOption('kept with it: of the service, or of a wire of it'))
    .addOption(wireOption('kept with it: how to speak').default(undefined, defaultWire))
    .option(
      '--phone-prefix <digits>',
      'kept with it, for API v3: country of telephone numbers without one, 1 to 3 digits',
      countryPrefix,
    )
    .action(async (options: LoginOptions) => {
      const { runLogin } = await import('../connection/run-login.ts');
      await runLogin(session, options);
    });
  addJsonOption(command).addHelpText(
    'after',
    `
Examples:
  egoi login
  pass show egoi | egoi login
  egoi login --profile staging --endpoint http://localhost:8080 --transport v3

EGOI_API_KEY goes before what is kept, unless --profile names it.
Next: egoi doctor, egoi profiles`,
  );
}
