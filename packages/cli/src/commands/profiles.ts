import type { Command } from 'commander';
import { addJsonOption } from '../connection/connection-options.ts';
import type { Session } from '../session.ts';

/** `egoi profiles`: the accounts that are kept, and which of them is used. */
export function addProfilesCommand(program: Command, session: Session): void {
  const command = program
    .command('profiles')
    .summary('list, show, choose and remove what egoi login keeps')
    .description(
      'Lists the profiles that egoi login keeps, with their addresses and never their keys. A profile is named by --profile of a command, by EGOI_PROFILE, or by egoi profiles use.',
    )
    .option('--names', 'a name a line, and nothing else')
    .action(async (options: { readonly names?: boolean }) => {
      const { listProfiles } = await import('../connection/run-profiles.ts');
      listProfiles(session, options.names === true);
    });
  addJsonOption(command).addHelpText(
    'after',
    `
A profile that --profile names goes before EGOI_API_KEY, EGOI_ENDPOINT and
EGOI_TRANSPORT; any other goes behind them.

Examples:
  egoi login --profile staging --transport v3
  egoi profiles
  egoi profiles use staging
  egoi profiles remove staging`,
  );
  addShow(command, session);
  addUse(command, session);
  addRemove(command, session);
}

function addShow(profiles: Command, session: Session): void {
  const command = profiles
    .command('show')
    .summary('show a profile, without its key')
    .description('Shows what is kept in a profile: all but the key, of which four signs are shown.')
    .argument('[profile]', 'its name (default: the one in use)')
    .action(async (name: string | undefined) => {
      const { showProfile } = await import('../connection/run-profiles.ts');
      showProfile(session, name);
    });
  addJsonOption(command).addHelpText(
    'after',
    `
Examples:
  egoi profiles show
  egoi profiles show staging`,
  );
}

function addUse(profiles: Command, session: Session): void {
  const command = profiles
    .command('use')
    .summary('use a profile where a command names none')
    .description('Makes a profile the one of all commands that name none.')
    .argument('<profile>', 'its name; default is the first one')
    .action(async (name: string) => {
      const { useProfile } = await import('../connection/run-profiles.ts');
      useProfile(session, name);
    });
  addJsonOption(command).addHelpText(
    'after',
    `
Examples:
  egoi profiles use staging
  egoi profiles use default`,
  );
}

function addRemove(profiles: Command, session: Session): void {
  const command = profiles
    .command('remove')
    .summary('forget a profile and its key')
    .description('Forgets a profile: its file is removed, and the key with it.')
    .argument('<profile>', 'its name')
    .action(async (name: string) => {
      const { forgetProfile } = await import('../connection/run-profiles.ts');
      forgetProfile(session, name);
    });
  addJsonOption(command).addHelpText(
    'after',
    `
Examples:
  egoi profiles remove staging`,
  );
}
