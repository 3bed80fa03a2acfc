import type { Command } from 'commander';
import { addBenchCommand } from './commands/bench.ts';
import { addCallCommand } from './commands/call.ts';
import { addCallbacksCommand } from './commands/callbacks.ts';
import { addCompletionCommand } from './commands/completion.ts';
import { addDoctorCommand } from './commands/doctor.ts';
import { addErrorsCommand } from './commands/errors.ts';
import { addExportCommand } from './commands/export.ts';
import { addGatewayCommand } from './commands/gateway.ts';
import { addImportCommand } from './commands/import.ts';
import { addLoginCommand } from './commands/login.ts';
import { addMethodsCommand } from './commands/methods.ts';
import { addMigrateCommand } from './commands/migrate.ts';
import { addProfilesCommand } from './commands/profiles.ts';
import { addSandboxCommand } from './commands/sandbox.ts';
import { EgoiCommand } from './options/egoi-command.ts';
import { profileOption } from './connection/connection-options.ts';
import { readDashes } from './files/dash.ts';
import { addTailCommand } from './commands/tail.ts';
import { addResultOptions, chooseResultForm } from './output/result-form.ts';
import type { Session } from './session.ts';
import { addVerboseOption, tellSetting } from './verbose.ts';
import { version } from './version.ts';

/** Longer lines are hard to read. */
const maxHelpWidth = 100;

/** The program, with what every command does before its own. */
export function buildProgram(session: Session): EgoiCommand {
  return (
    buildCommands(session)
      .hook('preAction', (_, action) => tellOfCommand(session, action))
      // What is wrong with these is told before anything is done.
      .hook('preAction', async (_, action) => {
        await chooseResultForm(session, action.opts());
        await readDashes(session, action);
      })
  );
}

/** The tree of commands. What a command does is loaded when it runs. */
export function buildCommands(session: Session): EgoiCommand {
  const program = new EgoiCommand('egoi')
    .description(
      'The E-goi marketing API v2 on the command line: calls, imports, exports, a sandbox, a gateway.',
    )
    .version(version, '-V, --version', 'print the version')
    .enablePositionalOptions()
    .addOption(profileOption('the account that is called; also behind the command'))
    // One of the command's own is read after this and goes before it.
    .hook('preSubcommand', (_, command) => {
      const { profile } = program.opts<{ readonly profile?: string }>();
      if (profile !== undefined) command.setOptionValueWithSource('profile', profile, 'implied');
    })
    .exitOverride()
    .configureOutput({
      getOutHelpWidth: () => Math.min(session.output.width, maxHelpWidth),
      writeOut: (text) => session.output.help(text),
      // Told by `run`, in words or as JSON.
      outputError: () => undefined,
    })
    .addHelpText(
      'after',
      `
A start without an account, in two terminals:
  egoi sandbox
  export EGOI_ENDPOINT=http://localhost:8080 EGOI_API_KEY=<the key it prints>
  egoi call getLists

With an account:
  egoi login
  egoi call getLists

egoi <command> --help shows how a command is used, with examples.
An option goes before a variable, that before the profile, that before the default.`,
    );
  addCallCommand(program, session);
  addMethodsCommand(program, session);
  addErrorsCommand(program, session);
  addImportCommand(program, session);
  addExportCommand(program, session);
  addLoginCommand(program, session);
  addProfilesCommand(program, session);
  addSandboxCommand(program, session);
  addGatewayCommand(program, session);
  addTailCommand(program, session);
  addMigrateCommand(program, session);
  addCallbacksCommand(program, session);
  addDoctorCommand(program, session);
  addBenchCommand(program, session);
  addCompletionCommand(program, session);
  addVerboseOption(program);
  addResultOptions(program);
  program.refuseEmptyValues();
  return program;
}

/** Tells with `--verbose` what runs, and of a command that makes no calls what they would go by. */
async function tellOfCommand(session: Session, action: Command): Promise<void> {
  if (!session.verbose) return;
  const { node } = process.versions;
  tellSetting(session, `egoi ${version}, Node.js ${node}, ${process.platform} ${process.arch}`);
  if (action.options.some(({ long }) => long === '--endpoint')) return;
  const { tellSettings } = await import('./connection/tell-settings.ts');
  const { profile } = action.opts<{ readonly profile?: string }>();
  tellSettings(session, profile);
}
